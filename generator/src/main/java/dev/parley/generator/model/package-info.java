/**
 * The immutable picture of an API that emitters read: declarations, operations and the facts about them.
 *
 * <p>Built by {@code resolve}; knows neither the parser's model, nor Java names, nor how source is written.
 */
@NullMarked
package dev.parley.generator.model;

import org.jspecify.annotations.NullMarked;
