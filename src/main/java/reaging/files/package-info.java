/**
 * Files and folders that are whole or not there at all, hashes, and deletion. Uses no other package.
 *
 * <p>Start at {@link reaging.files.WholeFile}.
 */
package reaging.files;
