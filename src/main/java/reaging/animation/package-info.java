/**
 * Faces whose age changes before one's eyes: {@link reaging.animation.Animation} draws frames of faces, {@link
 * reaging.animation.AgeCourse} says which age is next, and a
 * {@link reaging.animation.FrameWriter} makes a file of the frames, GIF or MP4.
 */
package reaging.animation;
