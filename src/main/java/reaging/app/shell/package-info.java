/**
 * The laboratory: {@link reaging.app.shell.Shell} holds the words that JShell and Java notebooks know, {@link
 * reaging.app.shell.OpenModel} and {@link reaging.app.shell.Lesson} what one plays with, {@link reaging.app.shell.Screen}
 * brings pictures to whoever watches.
 */
package reaging.app.shell;
