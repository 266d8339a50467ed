/**
 * A run on one web page: how it stands, its curves and its sample grids.
 *
 * <p>Start at {@link reaging.run.page.RunPage}. Uses {@code run} and {@code files}.
 */
package reaging.run.page;
