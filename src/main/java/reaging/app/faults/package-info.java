/**
 * What went wrong and how to cure it, in one line: start at {@link reaging.app.faults.Message}; {@code ragan doctor} looks
 * for such things beforehand.
 *
 * <p>Of {@code app}, uses {@code options}.
 */
@NullMarked
package reaging.app.faults;

import org.jspecify.annotations.NullMarked;
