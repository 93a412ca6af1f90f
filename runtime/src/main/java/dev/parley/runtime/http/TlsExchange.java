package dev.parley.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Authenticator;
import java.net.ProtocolException;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** One request to an https address, over {@code HttpsURLConnection}. */
final class TlsExchange extends UrlExchange {

    private final Route route;
    private final SlotPool pool;
    private final @Nullable SSLContext tls;
    private final Authenticator authenticator;
    private long sourceLength = -1;
    private volatile @Nullable SocketSlot slot;
    private volatile @Nullable HttpsURLConnection connection;

    private TlsExchange(
            HttpRequest request, Route route, SlotPool pool, @Nullable SSLContext tls, Authenticator authenticator) {
        super(request);
        this.route = route;
        this.pool = pool;
        this.tls = tls;
        this.authenticator = authenticator;
    }

    /**
     * Makes one; as its base, so that nothing of this class is loaded for an address without TLS.
     *
     * @param tls what secures the connection, or null for the default of the process
     * @param authenticator what is asked for credentials for the proxy
     */
    static UrlExchange of(
            HttpRequest request, Route route, SlotPool pool, @Nullable SSLContext tls, Authenticator authenticator) {
        return new TlsExchange(request, route, pool, tls, authenticator);
    }

    @Override
    HttpResponse exchange(Duration connectTimeout) throws IOException {
        startTimer();
        HttpsURLConnection open = connection();
        open.setAuthenticator(authenticator);
        UrlRequestHead.set(open, request);
        announceLength(open);
        connect(open, connectTimeout);
        write(open);
        return answer(open);
    }

    @Override
    void giveBack() {
        SocketSlot used = slot;
        if (used != null) {
            pool.giveBack(route, used);
        }
    }

    @Override
    void giveUp() {
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
        SocketSlot taken = slot();
        slot = taken;
        Proxy proxy = route.proxy() == null ? Proxy.NO_PROXY : new Proxy(Proxy.Type.HTTP, route.proxy());
        URL url = new URL("https", route.host(), route.port(), target(request.uri()));
        HttpsURLConnection open = (HttpsURLConnection) url.openConnection(proxy);
        open.setSSLSocketFactory(taken);
        connection = open;
        return open;
    }

    private SocketSlot slot() throws IOException {
        if (pool.take(route) instanceof SocketSlot idle) {
            return idle;
        }
        try {
            return new SocketSlot(tls == null ? SSLContext.getDefault() : tls);
        } catch (NoSuchAlgorithmException e) {
            throw new IOException("the process has no default SSLContext", e);
        }
    }

    private void connect(HttpsURLConnection open, Duration connectTimeout) throws IOException {
        open.setConnectTimeout(connectMillis(connectTimeout));
        requireRunning();
        try {
            open.connect();
        } catch (SocketTimeoutException e) {
            throw Timeouts.ofConnection(e);
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
            throw malformedHeader(e);
        }
    }
}
