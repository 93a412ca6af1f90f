/**
 * What stands between OpenAPI Generator's writer and the disk: confinement to the output folder, and files left over.
 *
 * <p>Writes no source file itself; the writer does, and rewrites nothing that has not changed.
 */
@NullMarked
package dev.parley.generator.output;

import org.jspecify.annotations.NullMarked;
