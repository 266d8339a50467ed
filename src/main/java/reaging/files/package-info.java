/**
 * Files and folders that are either complete or absent, hashes, and deletion.
 *
 * <p>Start at {@link reaging.files.WholeFile}. This package uses no other package of the project.
 */
@NullMarked
package reaging.files;

import org.jspecify.annotations.NullMarked;
