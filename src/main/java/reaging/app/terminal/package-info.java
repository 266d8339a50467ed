/**
 * What is on the terminal while a command runs: {@link reaging.app.terminal.Terminal} prepares it, {@link
 * reaging.app.terminal.Bars} shows progress, and {@link reaging.app.terminal.TerminalListener} tells of a training.
 *
 * <p>Uses {@code run}; no other part of {@code app}.
 */
@NullMarked
package reaging.app.terminal;

import org.jspecify.annotations.NullMarked;
