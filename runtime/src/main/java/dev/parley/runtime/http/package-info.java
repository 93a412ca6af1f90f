/**
 * One call over HTTP: an operation becomes a request, a transport carries it, the answer is read within limits and
 * decoded or turned into an exception.
 *
 * <p>It knows no endpoint of any API, never follows a redirect, and must not put a credential into a message, a log or
 * a {@code toString}.
 */
@NullMarked
package dev.parley.runtime.http;

import org.jspecify.annotations.NullMarked;
