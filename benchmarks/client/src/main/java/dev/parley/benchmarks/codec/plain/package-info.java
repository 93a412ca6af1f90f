/** The items of a page as one writes them by hand for a JSON library that binds records. */
@NullMarked
package dev.parley.benchmarks.codec.plain;

import org.jspecify.annotations.NullMarked;
