package reaging.faces;

/**
 * How a head is held, in degrees.
 *
 * @param roll clockwise, towards a shoulder
 * @param yaw 0 from the front, positive where the face looks to the right of the image
 * @param pitch 0 from the front, positive where it looks down
 */
public record Pose(double roll, double yaw, double pitch) {}
