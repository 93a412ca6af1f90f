/**
 * Runs the pipeline over large public documents of other authors, which {@code -Pcorpus} takes from the packages that
 * they ship in, and holds {@code docs/corpus.md} to what comes of them.
 *
 * <p>Knows the generator by its public face only. Nothing of a document is copied into this repository.
 */
@NullMarked
package dev.parley.generator.corpus;

import org.jspecify.annotations.NullMarked;
