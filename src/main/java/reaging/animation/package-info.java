/**
 * Animations of faces at changing ages: {@link reaging.animation.Animation} draws frames of faces, {@link
 * reaging.animation.AgeCourse} determines the age in each, and a {@link reaging.animation.FrameWriter} writes the frames to a GIF
 * or MP4 file.
 */
@NullMarked
package reaging.animation;

import org.jspecify.annotations.NullMarked;
