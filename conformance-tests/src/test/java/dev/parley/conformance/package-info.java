/**
 * The client as its users see it, held against fixtures, recordings, vectors, the test kit and its own published API.
 *
 * <p>Nothing here looks inside the client: what is checked is what an application can call, receive or put on the wire.
 */
@NullMarked
package dev.parley.conformance;

import org.jspecify.annotations.NullMarked;
