package dev.parley.runtime.call;

import java.io.IOException;

/** The body of an answer is larger than the client allows. */
final class ResponseTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    ResponseTooLargeException(long limit) {
        super("the answer is larger than " + limit
                + " bytes; ask for less, or raise ClientOptions.Builder.maxResponseBytes");
    }
}
