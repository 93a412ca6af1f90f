/**
 * What changes for users of a client when its document does: lists public APIs and compares two of them.
 *
 * <p>Works on sources and listings alone. Must not read files, generate, or know a document.
 */
@NullMarked
package dev.parley.generator.evolution;

import org.jspecify.annotations.NullMarked;
