package reaging.data.folders;

import java.util.Optional;
import reaging.data.Sex;

/**
 * What the name of an image file says.
 *
 * @param age in years
 * @param person who it is; empty where such names do not say
 * @param sex empty where such names do not say
 */
record FaceName(int age, Optional<String> person, Optional<Sex> sex) {}
