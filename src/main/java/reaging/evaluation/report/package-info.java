/**
 * Reports as JSON, Markdown and web pages.
 *
 * <p>Start at {@link reaging.evaluation.report.ReportFiles}. Uses {@code evaluation} and the packages of its stages.
 */
@NullMarked
package reaging.evaluation.report;

import org.jspecify.annotations.NullMarked;
