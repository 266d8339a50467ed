/**
 * Commands that make pictures: {@code reage} ({@link reaging.app.photos.ReAgeCommand}) and {@code animate}.
 *
 * <p>Of {@code app}, uses {@code faults}, {@code options} and {@code terminal}.
 */
@NullMarked
package reaging.app.photos;

import org.jspecify.annotations.NullMarked;
