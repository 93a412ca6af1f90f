package dev.parley.runtime.call;

import dev.parley.runtime.http.BodySourceException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLKeyException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Tells failures of the transport apart. A cause counts as much as what is around it. */
final class FailureKind {
    private FailureKind() {}

    /** Returns what to fail with when time is over; made here, as nothing of this class is loaded if all goes well. */
    static IOException late(String message) {
        return new HttpTimeoutException(message);
    }

    /** Returns whether the failure is the interrupt of the thread; a timeout of a socket only looks like one. */
    static boolean isInterrupt(Throwable failure) {
        return failure instanceof InterruptedException
                || failure instanceof ClosedByInterruptException
                || (failure instanceof InterruptedIOException && !isTimeout(failure));
    }

    /** Returns whether time ran out, for the connection or for the answer. */
    static boolean isTimeout(Throwable failure) {
        return failure instanceof HttpTimeoutException || failure instanceof SocketTimeoutException;
    }

    static boolean isUnknownHost(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
                return true;
            }
        }
        return false;
    }

    static boolean isNotHttp(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProtocolException) {
                return true;
            }
        }
        return false;
    }

    /** Returns the failure to read the body of the request where it comes from, or null if it is another one. */
    static @Nullable BodySourceException ofSource(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodySourceException source) {
                return source;
            }
        }
        return null;
    }

    /** Returns whether no connection was made, so that no byte of the request can have reached the server. */
    static boolean isBeforeSending(IOException failure) {
        return failure instanceof ConnectException
                || failure instanceof NoRouteToHostException
                || failure instanceof HttpConnectTimeoutException
                || isUnknownHost(failure);
    }

    /** Returns whether another attempt would end the same way, or nobody wants one. */
    static boolean isLasting(IOException failure) {
        return isInterrupt(failure)
                || failure instanceof ResponseTooLargeException
                || isNotHttp(failure)
                || ofSource(failure) != null
                || isRefusedHandshake(failure);
    }

    /** A handshake that broke off may go through the next time; one that was refused will be refused again. */
    private static boolean isRefusedHandshake(IOException failure) {
        boolean handshake = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof EOFException || cause instanceof SocketException) {
                return false;
            }
            handshake |= cause instanceof SSLHandshakeException
                    || cause instanceof SSLPeerUnverifiedException
                    || cause instanceof SSLKeyException;
        }
        return handshake;
    }
}
