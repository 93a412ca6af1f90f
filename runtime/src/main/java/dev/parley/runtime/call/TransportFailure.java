package dev.parley.runtime.call;

import dev.parley.runtime.error.ParleyException;
import dev.parley.runtime.error.TimeoutException;
import dev.parley.runtime.error.TransportException;
import dev.parley.runtime.http.BodySourceException;
import dev.parley.runtime.http.Deadline;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;

/**
 * Says in the words of a call what went wrong on the wire.
 *
 * @param server the host and the port
 * @param limit the time that was allowed, in milliseconds
 * @param ofCall whether it was allowed to the whole call, and not to one attempt
 */
record TransportFailure(
        Operation operation, String server, Redaction redaction, int attempts, long limit, boolean ofCall) {

    /** Returns the words for a call whose request is not known. */
    static TransportFailure of(Operation operation, ClientOptions options) {
        return new TransportFailure(
                operation,
                server(options.base(operation).resolve("/")),
                Redaction.of(options.headers(), options.query()),
                1,
                Deadline.countable(options.timeout()).toMillis(),
                true);
    }

    /** Returns the same words with another redaction. */
    TransportFailure with(Redaction other) {
        return new TransportFailure(operation, server, other, attempts, limit, ofCall);
    }

    /** Returns the host and the port of an address, without what may stand before them: a password. */
    static String server(URI uri) {
        String authority = String.valueOf(uri.getRawAuthority());
        return authority.substring(authority.lastIndexOf('@') + 1);
    }

    /** Returns the exception for a failure of the transport; sets the interrupt flag if that was the failure. */
    TransportException of(IOException failure) {
        if (FailureKind.isInterrupt(failure)) {
            return interrupted(failure);
        }
        IOException cause = redaction.apply(failure);
        if (failure instanceof HttpConnectTimeoutException) {
            return new TimeoutException(message("no connection to " + server + " in time"), cause, attempts);
        }
        if (FailureKind.isTimeout(failure)) {
            String whose = ofCall ? "the timeout of the call" : "the timeout of an attempt";
            return new TimeoutException(
                    message("no complete answer within " + limit + " ms, " + whose), cause, attempts);
        }
        return new TransportException(message(reason(failure)), cause, attempts);
    }

    /** Sets the interrupt flag and returns the exception for it. */
    TransportException interrupted(Exception interrupt) {
        Thread.currentThread().interrupt();
        return new TransportException(message("interrupted while waiting for the answer"), interrupt, attempts);
    }

    /** Returns what the caller of a call gets: failures of the transport in the words of the call, others unchanged. */
    Throwable translated(Throwable failure) {
        if (failure instanceof IOException io) {
            return of(io);
        }
        if (failure instanceof InterruptedException interrupt) {
            return interrupted(interrupt);
        }
        if (failure instanceof RuntimeException || failure instanceof Error) {
            return failure;
        }
        return new IllegalStateException(operation + ": an interceptor failed", failure);
    }

    /** As {@link #translated}, for what reads an answer as it comes in. */
    ParleyException duringStream(Throwable failure) {
        Throwable translated = translated(failure);
        return translated instanceof ParleyException own
                ? own
                : new TransportException(message("the stream failed"), translated, attempts);
    }

    private String message(String reason) {
        return operation + ": " + reason + (attempts > 1 ? " (" + attempts + " attempts)" : "");
    }

    private String reason(IOException failure) {
        if (failure instanceof ResponseTooLargeException) {
            return failure.getMessage();
        }
        BodySourceException source = FailureKind.ofSource(failure);
        if (source != null) {
            return redaction.apply(String.valueOf(source.getMessage()));
        }
        if (FailureKind.isUnknownHost(failure)) {
            return "the host of " + server + " is unknown";
        }
        if (failure instanceof ConnectException) {
            return "cannot connect to " + server;
        }
        if (failure instanceof ProtocolException) {
            return "the answer of " + server + " is not valid HTTP"; // the detail may quote a header
        }
        String detail = failure.getMessage();
        return "the exchange with " + server + " failed: "
                + redaction.apply(detail == null ? failure.getClass().getSimpleName() : detail);
    }
}
