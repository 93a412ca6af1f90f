package dev.parley.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.SocketException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The head of an answer of HTTP/1.1 (RFC 9112), and what it says about the body behind it.
 *
 * @param length the bytes of the body, or -1 if its end shows otherwise
 * @param reusable whether the connection can carry another exchange behind this one
 */
record PlainAnswer(int status, HttpHeaders headers, long length, boolean reusable) {
    private static final int LONGEST_HEAD = 384 * 1024;
    private static final int MOST_INTERIM = 100;
    private static final int SWITCHED = 101;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    /**
     * Reads the head of the next answer that is final.
     *
     * @param method that of the request
     * @throws ProtocolException if it is not one of HTTP/1.1, or not clear about the body
     */
    static PlainAnswer read(PlainInput in, String method) throws IOException {
        for (int interim = 0; interim <= MOST_INTERIM; interim++) {
            String line = in.line(LONGEST_HEAD);
            if (line == null) {
                throw new SocketException("the connection ended without an answer");
            }
            int status = status(line);
            HttpHeaders headers = headers(in);
            if (status >= 200) {
                return new PlainAnswer(
                        status, headers, length(method, status, headers), reusable(line, status, headers));
            }
            if (status == SWITCHED) {
                throw new ProtocolException("the server changed to a protocol that nobody asked for");
            }
        }
        throw new ProtocolException("more than " + MOST_INTERIM + " interim answers");
    }

    /** Returns whether the answer itself tells where its body ends, and not the end of the connection. */
    boolean isFramed() {
        return length >= 0 || headers.contains("transfer-encoding");
    }

    /** Returns the same as the last answer of its connection. */
    PlainAnswer last() {
        return new PlainAnswer(status, headers, length, false);
    }

    /** Returns the body, bounded by whoever reads it if its length is known. */
    InputStream body(PlainInput in) {
        return length < 0 && headers.contains("transfer-encoding") ? ChunkedBody.of(in) : in;
    }

    private static int status(String line) throws ProtocolException {
        boolean http = line.startsWith("HTTP/1.") && line.length() >= 12 && line.charAt(8) == ' ';
        boolean ends = line.length() == 12 || (line.length() > 12 && line.charAt(12) == ' ');
        int status = 0;
        for (int i = 9; http && ends && i < 12; i++) {
            char digit = line.charAt(i);
            status = digit < '0' || digit > '9' ? -1000 : status * 10 + digit - '0';
        }
        if (status < 100) {
            throw new ProtocolException("the answer is not valid HTTP");
        }
        return status;
    }

    private static HttpHeaders headers(PlainInput in) throws IOException {
        HttpHeaders.Builder headers = HttpHeaders.builder();
        int left = LONGEST_HEAD;
        StringBuilder header = null;
        try {
            for (String line = next(in, left); !line.isEmpty(); line = next(in, left)) {
                left -= line.length();
                if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
                    if (header == null) {
                        throw new ProtocolException("the first header of the answer goes on without a start");
                    }
                    header.append(' ').append(PlainInput.trimmed(line));
                } else {
                    add(headers, header);
                    header = new StringBuilder(line);
                }
            }
            add(headers, header);
            return headers.build();
        } catch (IllegalArgumentException e) {
            throw UrlExchange.malformedHeader(e);
        }
    }

    private static String next(PlainInput in, int most) throws IOException {
        String line = in.line(most);
        if (line == null) {
            throw new SocketException("the connection ended within the headers of the answer");
        }
        return line;
    }

    private static void add(HttpHeaders.Builder headers, @Nullable StringBuilder header) {
        if (header != null) {
            String line = header.toString();
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("a header without a name");
            }
            headers.add(line.substring(0, colon), PlainInput.trimmed(line.substring(colon + 1)));
        }
    }

    private static long length(String method, int status, HttpHeaders headers) throws ProtocolException {
        if (method.equals("HEAD") || status == NO_CONTENT || status == NOT_MODIFIED) {
            return 0;
        }
        List<String> codings = headers.all("transfer-encoding");
        for (String coding : codings) {
            if (codings.size() > 1 || !coding.equalsIgnoreCase("chunked")) {
                throw new ProtocolException("the answer has a transfer-encoding that nobody asked for");
            }
        }
        return UrlExchange.length(headers);
    }

    private static boolean reusable(String statusLine, int status, HttpHeaders headers) {
        String declared = headers.first("content-length");
        boolean chunked = headers.contains("transfer-encoding");
        boolean bodyOfNone = status == NO_CONTENT && (chunked || (declared != null && !declared.equals("0")));
        if (statusLine.startsWith("HTTP/1.0") || (chunked && declared != null) || bodyOfNone) {
            return false;
        }
        for (String value : headers.all("connection")) {
            if (HeaderSyntax.folded(value).contains("close")) {
                return false;
            }
        }
        return true;
    }
}
