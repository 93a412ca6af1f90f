/**
 * Holds generated types to what the document says, with random instances of every schema.
 *
 * <p>What an instance is, the raw tree of the document alone decides: nothing here asks the stages {@code resolve} or
 * {@code model} what a schema means. They are asked for one thing, which Java type a place became.
 */
@NullMarked
package dev.parley.generator.instances;

import org.jspecify.annotations.NullMarked;
