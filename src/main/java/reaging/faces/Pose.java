package reaging.faces;

/**
 * The pose of a head in degrees.
 *
 * @param roll clockwise tilt towards a shoulder
 * @param yaw 0 for a frontal face, positive if it looks to the right of the image
 * @param pitch 0 for a frontal face, positive if it looks down
 */
public record Pose(double roll, double yaw, double pitch) {}
