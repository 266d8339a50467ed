/**
 * Reports as JSON, Markdown and web pages.
 *
 * <p>Start at {@link reaging.evaluation.report.ReportFiles}. Uses {@code evaluation} and the packages of its stages.
 */
package reaging.evaluation.report;
