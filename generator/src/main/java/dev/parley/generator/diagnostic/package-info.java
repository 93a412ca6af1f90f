/**
 * What a run has to say about a document: located, with a remedy, collected and reported together.
 *
 * <p>Every stage may report; none of them prints.
 */
@NullMarked
package dev.parley.generator.diagnostic;

import org.jspecify.annotations.NullMarked;
