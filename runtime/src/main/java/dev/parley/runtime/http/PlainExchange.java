package dev.parley.runtime.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One request to an http address, over a socket of our own: {@code HttpURLConnection} shows its socket to nobody, so that
 * nobody can close it while it is read, and sends a request again whose connection broke.
 */
final class PlainExchange extends UrlExchange {

    /** What a connection takes without waiting for the server to read, so that no timer has to look after it. */
    private static final int TAKEN_AT_ONCE = 4 * 1024;

    private static final byte[] LINE_END = {'\r', '\n'};

    private final Route route;
    private final SlotPool pool;
    private final @Nullable String proxyAuthorization;
    private volatile @Nullable PlainConnection connection;
    private volatile boolean reusable;
    private boolean abandoned; // guarded by this

    /** @param proxyAuthorization what to tell the proxy, or null */
    PlainExchange(HttpRequest request, Route route, SlotPool pool, @Nullable String proxyAuthorization) {
        super(request);
        this.route = route;
        this.pool = pool;
        this.proxyAuthorization = route.proxy() == null ? null : proxyAuthorization;
    }

    @Override
    HttpResponse exchange(Duration connectTimeout) throws IOException {
        PlainConnection open = connection(connectTimeout);
        if (deadline.hasPassed()) {
            throw Timeouts.ofAnswer(); // and nothing was sent
        }
        PlainInput in = open.input(deadline);
        PlainAnswer answer = answer(open, in);
        requireRunning();
        reusable = answer.reusable() && answer.isFramed();
        UrlBody body = new UrlBody(this, answer.body(in), answer.length());
        body.endIfEmpty();
        return new HttpResponse(answer.status(), answer.headers(), body);
    }

    @Override
    void giveBack() {
        PlainConnection used = connection;
        if (used != null) {
            if (reusable) {
                used.rest();
                pool.giveBack(route, used);
            } else {
                used.breakOff();
            }
        }
    }

    @Override
    void giveUp() {
        PlainConnection used;
        synchronized (this) {
            abandoned = true;
            used = connection;
        }
        if (used != null) {
            used.breakOff();
        }
    }

    private PlainConnection connection(Duration connectTimeout) throws IOException {
        if (pool.take(route) instanceof PlainConnection idle) {
            return held(idle);
        }
        PlainConnection made = held(new PlainConnection());
        try {
            InetSocketAddress next = PlainConnection.next(route); // it may have taken long
            made.connect(next, connectMillis(connectTimeout));
        } catch (SocketTimeoutException e) {
            throw Timeouts.ofConnection(e);
        }
        return made;
    }

    private synchronized PlainConnection held(PlainConnection taken) throws IOException {
        if (abandoned) {
            taken.breakOff();
            throw new SocketException("given up while connecting");
        }
        connection = taken;
        return taken;
    }

    private PlainAnswer answer(PlainConnection open, PlainInput in) throws IOException {
        try {
            write(open);
        } catch (SocketException e) {
            return early(in, e);
        }
        return PlainAnswer.read(in, request.method());
    }

    /** A server that refuses a body may answer and close before it has read it; what it said says more than the break. */
    private PlainAnswer early(PlainInput in, SocketException broken) throws IOException {
        try {
            PlainAnswer answer = PlainAnswer.read(in, request.method());
            if (answer.isFramed()) {
                return answer.last();
            }
        } catch (IOException none) {
            // the write has failed for another reason
        }
        throw broken;
    }

    private void write(PlainConnection open) throws IOException {
        BodySource source = request.source();
        long length = source == null ? -1 : SourceStream.length(source);
        byte[] body = source == null ? request.body() : null;
        byte[] head = head(source != null, source == null && body != null ? body.length : length);
        int size = head.length + (body == null ? 0 : Math.min(body.length, TAKEN_AT_ONCE + 1));
        if (source == null && size <= TAKEN_AT_ONCE) {
            if (open.mayBlock(size)) {
                startTimer();
            }
            open.output(size).write(body == null ? head : joined(head, body));
            return;
        }
        startTimer();
        OutputStream out = open.outputOfPieces();
        out.write(head);
        if (source != null) {
            try (InputStream in = SourceStream.open(source, length)) {
                write(in, out, length < 0);
            }
        } else if (body != null) {
            out.write(body);
        }
    }

    private static void write(InputStream in, OutputStream out, boolean chunked) throws IOException {
        byte[] piece = new byte[PIECE];
        for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
            if (chunked) {
                out.write((Integer.toHexString(count) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            }
            out.write(piece, 0, count);
            if (chunked) {
                out.write(LINE_END);
            }
        }
        if (chunked) { // only behind a whole body: this would end a half one well
            out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private byte[] head(boolean streamed, long length) {
        URI uri = request.uri();
        String authority = uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
        StringBuilder head = new StringBuilder(512);
        head.append(request.method()).append(' ');
        head.append(route.proxy() == null ? "" : "http://" + authority).append(target(uri));
        head.append(" HTTP/1.1\r\n");
        append(head, "host", authority);
        HeaderFields fields = request.headers().fields();
        for (int i = 0; i < fields.size(); i++) {
            if (fields.name(i).equals("proxy-authorization") && (route.proxy() == null || proxyAuthorization != null)) {
                continue; // as the JDK's client has it: no server gets what is for a proxy
            }
            for (String value : fields.values(i)) {
                append(head, fields.name(i), value);
            }
        }
        if (proxyAuthorization != null) {
            append(head, "proxy-authorization", proxyAuthorization);
        }
        if (length >= 0) {
            append(head, "content-length", Long.toString(length));
        } else if (streamed) {
            append(head, "transfer-encoding", "chunked");
        } else if (request.method().equals("POST") || request.method().equals("PUT")) {
            append(head, "content-length", "0");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void append(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }

    private static byte[] joined(byte[] head, byte[] body) {
        ByteArrayOutputStream both = new ByteArrayOutputStream(head.length + body.length);
        both.writeBytes(head);
        both.writeBytes(body);
        return both.toByteArray();
    }
}
