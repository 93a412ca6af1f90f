/**
 * Holds requests and answers against the document, ours and the official one, with a validator of other authors: those
 * of the whole suite, of the fixtures and recordings, and of whatever builders make.
 */
@NullMarked
package dev.parley.conformance.strict;

import org.jspecify.annotations.NullMarked;
