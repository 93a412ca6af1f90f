/**
 * What stands between OpenAPI Generator's writer and the disk: confinement to the output folder, what a run would do to
 * it, and the record of what a run did.
 *
 * <p>Writes no source file itself; the writer does, and is told only of files that have changed.
 */
@NullMarked
package dev.parley.generator.output;

import org.jspecify.annotations.NullMarked;
