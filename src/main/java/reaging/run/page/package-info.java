/**
 * A run on one web page: progress, curves and sample grids.
 *
 * <p>Start at {@link reaging.run.page.RunPage}. Uses {@code run} and {@code files}.
 */
@NullMarked
package reaging.run.page;

import org.jspecify.annotations.NullMarked;
