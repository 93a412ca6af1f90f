/**
 * Server-sent events: their syntax, and streams of typed events, pulled or pushed.
 *
 * <p>It knows no endpoint and no retry; it stands on the answer of one exchange.
 */
@NullMarked
package dev.parley.runtime.event;

import org.jspecify.annotations.NullMarked;
