/**
 * A web page and a REST service for photos. {@link reaging.app.server.Service} is both; start at its list of routes.
 *
 * <p>A request comes in through {@link reaging.app.server.Safety}, takes a place in {@link reaging.app.server.Admission}, is read
 * by {@link reaging.app.server.Upload}, and {@link reaging.app.server.Engine} does the work; all that waits for the model at the
 * same time runs through it together, in {@link reaging.app.server.Batcher}. The page keeps a photo in
 * {@link reaging.app.server.PhotoCache} while somebody looks at it. What goes wrong is a {@link reaging.app.server.Problem}.
 */
package reaging.app.server;
