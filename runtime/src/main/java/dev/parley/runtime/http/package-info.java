/**
 * Requests and answers as they go over the wire, and the transports that carry them.
 *
 * <p>It knows no endpoint of any API, never follows a redirect, and must not put a credential into a message, a log or
 * a {@code toString}.
 */
@NullMarked
package dev.parley.runtime.http;

import org.jspecify.annotations.NullMarked;
