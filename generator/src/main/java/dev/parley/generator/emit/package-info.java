/**
 * What emitters yield: source files, as text, for a later stage to write.
 *
 * <p>Nothing below this package looks at a schema, makes up a name or touches the disk.
 */
@NullMarked
package dev.parley.generator.emit;

import org.jspecify.annotations.NullMarked;
