package dev.parley.runtime.call;

import dev.parley.runtime.error.TimeoutException;
import dev.parley.runtime.error.TransportException;
import dev.parley.runtime.http.Deadline;
import dev.parley.runtime.http.HttpRequest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.UnresolvedAddressException;

/** Says in the words of a call what went wrong on the wire. */
final class TransportFailure {
    private final Operation operation;
    private final HttpRequest request;
    private final Redaction redaction;

    TransportFailure(Operation operation, HttpRequest request, Redaction redaction) {
        this.operation = operation;
        this.request = request;
        this.redaction = redaction;
    }

    /** Returns whether the failure is the interrupt of the thread; a timeout of a socket only looks like one. */
    static boolean isInterrupt(IOException failure) {
        return failure instanceof ClosedByInterruptException
                || (failure instanceof InterruptedIOException && !(failure instanceof SocketTimeoutException));
    }

    /** Returns the exception for a failure of the transport; sets the interrupt flag if that was the failure. */
    TransportException of(IOException failure) {
        if (isInterrupt(failure)) {
            return interrupted(failure);
        }
        IOException cause = redaction.apply(failure);
        if (failure instanceof HttpConnectTimeoutException) {
            return new TimeoutException(operation + ": no connection to " + server() + " in time", cause);
        }
        if (failure instanceof HttpTimeoutException || failure instanceof SocketTimeoutException) {
            return new TimeoutException(
                    operation + ": no complete answer within "
                            + Deadline.countable(request.timeout()).toMillis() + " ms",
                    cause);
        }
        return new TransportException(operation + ": " + reason(failure), cause);
    }

    /** Sets the interrupt flag and returns the exception for it. */
    TransportException interrupted(Exception interrupt) {
        Thread.currentThread().interrupt();
        return new TransportException(operation + ": interrupted while waiting for the answer", interrupt);
    }

    private String reason(IOException failure) {
        if (failure instanceof ResponseTooLargeException) {
            return failure.getMessage();
        }
        if (failure instanceof UnknownHostException || isUnresolved(failure)) {
            return "the host of " + server() + " is unknown";
        }
        if (failure instanceof ConnectException) {
            return "cannot connect to " + server();
        }
        if (failure instanceof ProtocolException) {
            return "the answer of " + server() + " is not valid HTTP"; // the detail may quote a header
        }
        String detail = failure.getMessage();
        return "the exchange with " + server() + " failed: "
                + redaction.apply(detail == null ? failure.getClass().getSimpleName() : detail);
    }

    private static boolean isUnresolved(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return true;
            }
        }
        return false;
    }

    private String server() {
        return request.uri().getRawAuthority();
    }
}
