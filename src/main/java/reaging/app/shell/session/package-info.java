/**
 * The processes behind {@code ragan shell} and {@code ragan notebook}: JShell, its scripts and what it imports at its start, and
 * the Java kernel of Jupyter.
 *
 * <p>Of {@code app}, uses {@code shell} and {@code terminal}.
 */
@NullMarked
package reaging.app.shell.session;

import org.jspecify.annotations.NullMarked;
