package dev.parley.runtime.call;

import dev.parley.runtime.http.Deadline;
import dev.parley.runtime.http.HttpResponse;

/**
 * What came of a call that went well.
 *
 * @param response the status, the headers, and the body, which is in memory unless it is a stream
 * @param elapsed the nanoseconds since the start of the call
 * @param deadline the end of the time of the call
 * @param failures the words for what may go wrong with a stream yet
 */
record Answer(HttpResponse response, long elapsed, Deadline deadline, TransportFailure failures) {
    private static final byte[] NOTHING = new byte[0];

    /** Returns the body itself, not a copy; nothing if it is a stream. */
    byte[] body() {
        byte[] bytes = BufferedBody.bytesOf(response);
        return bytes == null ? NOTHING : bytes;
    }

    int attempts() {
        return failures.attempts();
    }

    Redaction redaction() {
        return failures.redaction();
    }
}
