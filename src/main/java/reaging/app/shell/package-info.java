/**
 * Interactive use in JShell and Java notebooks: {@link reaging.app.shell.Shell} has the commands, {@link
 * reaging.app.shell.OpenModel} and {@link reaging.app.shell.Lesson} are the objects to work with, {@link
 * reaging.app.shell.Screen} shows pictures.
 */
@NullMarked
package reaging.app.shell;

import org.jspecify.annotations.NullMarked;
