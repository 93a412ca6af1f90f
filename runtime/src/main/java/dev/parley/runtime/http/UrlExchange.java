package dev.parley.runtime.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One request of {@link UrlConnectionTransport}, from the connection to the last byte of the answer. */
abstract sealed class UrlExchange permits PlainExchange, TlsExchange {
    static final int PIECE = 16 * 1024;

    private enum State {
        RUNNING,
        COMPLETE,
        TIMED_OUT,
        CLOSED
    }

    final HttpRequest request;
    final Deadline deadline;
    private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
    private volatile @Nullable DeadlineTimer timer;

    UrlExchange(HttpRequest request) {
        this.request = request;
        deadline = Deadline.after(request.timeout());
    }

    /** Sends the request and waits for the headers of the answer. */
    final HttpResponse send(Duration connectTimeout) throws IOException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before the request was sent");
        }
        try {
            return exchange(connectTimeout);
        } catch (IOException | RuntimeException e) {
            IOException failure = failure(e);
            if (failure instanceof InterruptedIOException && Thread.interrupted()) {
                throw (InterruptedException) new InterruptedException("interrupted while waiting").initCause(e);
            }
            throw failure;
        }
    }

    abstract HttpResponse exchange(Duration connectTimeout) throws IOException;

    /** Closes the connection at once, in whatever state it is. */
    abstract void giveUp();

    /** Lets go of a connection whose exchange came to its end. */
    abstract void giveBack();

    /** Gives up the connection at once, unless the answer came to its end. Any thread may call it. */
    final void close() {
        abort(State.CLOSED);
    }

    /** Ends the exchange well: what is left of it is a connection for the next one. */
    final void complete() {
        if (state.compareAndSet(State.RUNNING, State.COMPLETE)) {
            stopTimer();
            giveBack();
        }
    }

    /** Sees to it that the connection is given up at the deadline, whatever it is doing then. */
    final void startTimer() {
        DeadlineTimer started = new DeadlineTimer();
        timer = started;
        started.start(deadline, () -> abort(State.TIMED_OUT));
        if (state.get() != State.RUNNING) {
            started.stop(); // nobody else does: the end came before there was a timer
        }
    }

    final void stopTimer() {
        DeadlineTimer started = timer;
        if (started != null) {
            started.stop();
        }
    }

    final void requireRunning() throws IOException {
        if (state.get() == State.TIMED_OUT) {
            throw late();
        }
        if (state.get() == State.CLOSED) {
            throw closed();
        }
    }

    /** Ends the exchange because of a failure, and returns what to throw for it. */
    final IOException failure(Exception cause) {
        boolean late = cause instanceof SocketTimeoutException;
        State before = state.get();
        abort(late ? State.TIMED_OUT : State.CLOSED);
        IOException failure;
        if (before == State.TIMED_OUT || (late && before == State.RUNNING)) {
            failure = late();
        } else if (before == State.CLOSED) {
            failure = closed();
        } else if (cause instanceof SocketException && Thread.currentThread().isInterrupted()) {
            failure = new InterruptedIOException("interrupted while waiting for the answer"); // a virtual thread
        } else if (cause instanceof IOException io) {
            return io;
        } else {
            failure = new ProtocolException("the answer is not valid HTTP"); // at which the JDK stumbled
        }
        failure.initCause(cause);
        return failure;
    }

    private static IOException late() {
        return Timeouts.ofAnswer();
    }

    private static IOException closed() {
        return new IOException("the exchange is closed");
    }

    private void abort(State end) {
        if (state.compareAndSet(State.RUNNING, end)) {
            stopTimer();
            giveUp();
        }
    }

    /** Returns the milliseconds that making the connection may take. */
    final int connectMillis(Duration connectTimeout) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline.remainingNanos());
        long limit = Math.min(left, Deadline.countable(connectTimeout).toMillis());
        return (int) Math.max(1, Math.min(limit, Integer.MAX_VALUE));
    }

    /** Returns what stands behind the method of the request line, as the address has it, but for what is not ASCII. */
    static String target(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String target = uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        for (int i = 0; i < target.length(); i++) {
            if (target.charAt(i) > '~') { // it would be sent as a question mark
                return target(URI.create(uri.toASCIIString()));
            }
        }
        return target;
    }

    /**
     * Returns the length that the answer declares, or -1 if its end shows otherwise.
     *
     * @throws ProtocolException if it declares several, or none that is a number
     */
    static long length(HttpHeaders headers) throws ProtocolException {
        String declared = headers.first("content-length");
        if (declared == null || headers.contains("transfer-encoding")) {
            return -1;
        }
        try {
            for (String other : headers.all("content-length")) {
                if (!other.equals(declared)) {
                    throw new NumberFormatException("two lengths");
                }
            }
            if (declared.startsWith("+") || declared.startsWith("-")) {
                throw new NumberFormatException("a length with a sign"); // which others may read in another way
            }
            return Long.parseLong(declared);
        } catch (NumberFormatException e) {
            throw malformedHeader(e);
        }
    }

    static ProtocolException malformedHeader(IllegalArgumentException cause) {
        ProtocolException malformed = new ProtocolException("the answer has a malformed header");
        malformed.initCause(cause);
        return malformed;
    }
}
