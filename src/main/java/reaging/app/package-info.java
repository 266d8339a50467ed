/**
 * The command line, the only package that prints or exits.
 *
 * <p>Start at {@link reaging.app.Ragan}; each command is a class of its own. Uses everything.
 */
package reaging.app;
