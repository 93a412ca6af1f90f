package dev.parley.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.Authenticator;
import java.net.ProtocolException;
import java.net.Proxy;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.HttpsURLConnection;
import org.jspecify.annotations.Nullable;

/** One request over {@code HttpURLConnection}, from the connection to the last byte of the answer. */
final class UrlExchange {

    private enum State {
        RUNNING,
        COMPLETE,
        TIMED_OUT,
        CLOSED
    }

    private static final int PIECE = 16 * 1024;

    private final HttpRequest request;
    private final Route route;
    private final SlotPool pool;
    private final Deadline deadline;
    private final DeadlineTimer timer = new DeadlineTimer();
    private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
    private long sourceLength = -1;
    private volatile @Nullable SocketSlot slot;
    private volatile @Nullable HttpsURLConnection connection;

    UrlExchange(HttpRequest request, Route route, SlotPool pool) {
        this.request = request;
        this.route = route;
        this.pool = pool;
        deadline = Deadline.after(request.timeout());
    }

    /**
     * Sends the request and waits for the headers of the answer.
     *
     * @param proxyAuthorization what to tell the proxy of a connection without TLS, or null
     */
    HttpResponse send(Duration connectTimeout, Authenticator authenticator, @Nullable String proxyAuthorization)
            throws IOException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before the request was sent");
        }
        timer.start(deadline, () -> abort(State.TIMED_OUT));
        try {
            HttpsURLConnection open = connection();
            open.setAuthenticator(authenticator);
            UrlRequestHead.set(open, request, proxyAuthorization);
            announceLength(open);
            connect(open, connectTimeout);
            write(open);
            return answer(open);
        } catch (IOException | RuntimeException e) {
            IOException failure = failure(e);
            if (failure instanceof InterruptedIOException && Thread.interrupted()) {
                throw (InterruptedException) new InterruptedException("interrupted while waiting").initCause(e);
            }
            throw failure;
        }
    }

    /** Gives up the connection at once, unless the answer came to its end. Any thread may call it. */
    void close() {
        abort(State.CLOSED);
    }

    /** Ends the exchange well: what is left of it is a connection for the next one. */
    void complete() {
        SocketSlot used = slot;
        if (used != null && state.compareAndSet(State.RUNNING, State.COMPLETE)) {
            timer.stop();
            pool.giveBack(route, used);
        }
    }

    void requireRunning() throws IOException {
        if (state.get() == State.TIMED_OUT) {
            throw new HttpTimeoutException("the answer is not complete in time");
        }
        if (state.get() == State.CLOSED) {
            throw new IOException("the exchange is closed");
        }
    }

    /** Ends the exchange because of a failure, and returns what to throw for it. */
    IOException failure(Exception cause) {
        State before = state.get();
        abort(State.CLOSED);
        IOException failure;
        if (before == State.TIMED_OUT) {
            failure = new HttpTimeoutException("the answer is not complete in time");
        } else if (before == State.CLOSED) {
            failure = new IOException("the exchange is closed");
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

    private void abort(State end) {
        if (!state.compareAndSet(State.RUNNING, end)) {
            return;
        }
        timer.stop();
        SocketSlot used = slot;
        if (used != null) {
            used.breakOff();
            HttpsURLConnection open = connection;
            if (open != null && !used.hasSocket()) {
                open.disconnect(); // on the way through a proxy, where the JDK makes the socket
            }
        }
    }

    private HttpsURLConnection connection() throws IOException {
        SocketSlot taken = pool.take(route);
        slot = taken;
        Proxy proxy =
                route.secure() && route.proxy() != null ? new Proxy(Proxy.Type.HTTP, route.proxy()) : Proxy.NO_PROXY;
        // A URL is only a carrier here: the slot decides whether there is TLS.
        URL url = new URL("https", route.host(), route.port(), target());
        HttpsURLConnection open = (HttpsURLConnection) url.openConnection(proxy);
        open.setSSLSocketFactory(taken);
        connection = open;
        return open;
    }

    /** Returns what stands behind the method: all of the address if a proxy is to make the connection. */
    private String target() {
        URI uri = request.uri();
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String target = uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        return route.secure() || route.proxy() == null ? target : "http://" + authority(uri) + target;
    }

    private static String authority(URI uri) {
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    private void connect(HttpsURLConnection open, Duration connectTimeout) throws IOException {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline.remainingNanos());
        long limit = Math.min(left, Deadline.countable(connectTimeout).toMillis());
        open.setConnectTimeout((int) Math.max(1, Math.min(limit, Integer.MAX_VALUE)));
        requireRunning();
        try {
            open.connect();
        } catch (SocketTimeoutException e) {
            IOException timeout = new HttpConnectTimeoutException("no connection in time");
            timeout.initCause(e);
            throw timeout;
        }
        SocketSlot used = slot;
        if (used != null) {
            used.seal();
        }
        requireRunning();
    }

    /** Without a length, or the word that there is none, the JDK would gather the whole body in memory. */
    private void announceLength(HttpsURLConnection open) throws IOException {
        BodySource source = request.source();
        if (source != null) {
            sourceLength = SourceStream.length(source);
            if (sourceLength < 0) {
                open.setChunkedStreamingMode(PIECE);
            } else {
                open.setFixedLengthStreamingMode(sourceLength);
            }
        }
    }

    private void write(HttpsURLConnection open) throws IOException {
        BodySource source = request.source();
        if (source != null) {
            try (InputStream in = SourceStream.open(source, sourceLength)) {
                OutputStream out = open.getOutputStream();
                byte[] piece = new byte[PIECE];
                for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                    out.write(piece, 0, count);
                }
                out.close(); // only of a whole body: closing a half one would end it well
            }
        } else if (open.getDoOutput()) {
            byte[] body = request.body();
            try (OutputStream out = open.getOutputStream()) {
                if (body != null) {
                    out.write(body);
                }
            }
        }
    }

    private HttpResponse answer(HttpsURLConnection open) throws IOException {
        int status = open.getResponseCode();
        if (status < 200) { // none, or an interim answer, of which the JDK 17 knows no other than 100
            throw new ProtocolException("the answer is not valid HTTP");
        }
        HttpHeaders headers = headers(open);
        InputStream body = status >= 400 ? open.getErrorStream() : open.getInputStream();
        // Of a 401 to a body that it cannot send again, the JDK drops what follows the headers.
        boolean dropped = request.source() != null && body == null && status >= 400;
        boolean bodiless = "HEAD".equals(request.method()) || status == 204 || status == 304 || dropped;
        long length = bodiless ? 0 : length(headers);
        requireRunning();
        UrlBody answer = new UrlBody(this, body == null ? InputStream.nullInputStream() : body, length);
        answer.endIfEmpty();
        return new HttpResponse(status, headers, answer);
    }

    private static HttpHeaders headers(HttpsURLConnection open) throws ProtocolException {
        HttpHeaders.Builder headers = HttpHeaders.builder();
        try {
            // By index, as the JDK's map loses the order of values whose names differ in case.
            for (int i = 0; ; i++) {
                String name = open.getHeaderFieldKey(i);
                String value = open.getHeaderField(i);
                if (name != null) {
                    headers.add(name, value == null ? "" : value);
                } else if (value == null) {
                    break;
                } else if (i > 0) { // only the status line has no name
                    throw new IllegalArgumentException("a header without a name");
                }
            }
            return headers.build();
        } catch (IllegalArgumentException e) {
            ProtocolException malformed = new ProtocolException("the answer has a malformed header");
            malformed.initCause(e);
            throw malformed;
        }
    }

    /** Returns the length that the answer declares, or -1 if its end shows otherwise. */
    private static long length(HttpHeaders headers) throws ProtocolException {
        String declared = headers.first("content-length");
        if (declared == null || headers.contains("transfer-encoding")) {
            return -1;
        }
        try {
            long length = Long.parseLong(declared);
            for (String other : headers.all("content-length")) {
                if (length < 0 || !other.equals(declared)) {
                    throw new NumberFormatException("two lengths, or a negative one");
                }
            }
            return length;
        } catch (NumberFormatException e) {
            ProtocolException malformed = new ProtocolException("the answer has a malformed header");
            malformed.initCause(e);
            throw malformed;
        }
    }
}
