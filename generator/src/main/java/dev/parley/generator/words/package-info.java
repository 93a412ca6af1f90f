/**
 * What the generator knows about English words, such as the singular of a plural.
 *
 * <p>Works on plain words; knows neither Java identifiers nor the picture of an API.
 */
@NullMarked
package dev.parley.generator.words;

import org.jspecify.annotations.NullMarked;
