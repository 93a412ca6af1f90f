/**
 * Calls of an API: what one sends, how it is tried again, and what comes of its answer.
 *
 * <p>It stands on the transport of {@code dev.parley.runtime.http} and knows no wire but through it; no Jackson type is
 * in a signature.
 */
@NullMarked
package dev.parley.runtime.call;

import org.jspecify.annotations.NullMarked;
