/**
 * A web page and a REST API for photos. {@link reaging.app.server.Service} provides both; start at its list of routes.
 *
 * <p>A request is checked by {@link reaging.app.server.Safety}, admitted by {@link reaging.app.server.Admission} and read by
 * {@link reaging.app.server.Upload}; then {@link reaging.app.server.Engine} does the work. Faces that wait for the model at the
 * same time go through it in one batch, see {@link reaging.app.server.Batcher}. {@link reaging.app.server.PhotoCache} holds the
 * photos that pages show. Every failure is a {@link reaging.app.server.Problem}.
 */
@NullMarked
package reaging.app.server;

import org.jspecify.annotations.NullMarked;
