package reaging.data.folders;

import java.util.Optional;
import reaging.data.Sex;

/**
 * The information in the name of an image file.
 *
 * @param age age in years
 * @param person person; empty if such names do not identify people
 * @param sex sex; empty if such names do not contain it
 */
record FaceName(int age, Optional<String> person, Optional<Sex> sex) {}
