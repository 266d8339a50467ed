/**
 * The command line, the only package that prints or exits.
 *
 * <p>Start at {@link reaging.app.Ragan}; each command is a class of its own. Uses everything.
 */
@NullMarked
package reaging.app;

import org.jspecify.annotations.NullMarked;
