package dev.parley.runtime.http;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;

/**
 * What is thrown when time is over. It stands apart so that {@link UrlConnectionTransport} loads nothing of
 * {@code java.net.http} for an exchange that goes well.
 */
final class Timeouts {
    private Timeouts() {}

    static IOException ofAnswer() {
        return new HttpTimeoutException("the answer is not complete in time");
    }

    static IOException ofConnection(SocketTimeoutException cause) {
        IOException timeout = new HttpConnectTimeoutException("no connection in time");
        timeout.initCause(cause);
        return timeout;
    }
}
