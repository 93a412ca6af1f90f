package dev.parley.runtime.http;

import java.net.HttpURLConnection;
import java.net.ProtocolException;
import java.net.ResponseCache;

/** Gives a connection what it is to send, and takes from it what it would send or do by itself. */
final class UrlRequestHead {
    private UrlRequestHead() {}

    static void set(HttpURLConnection connection, HttpRequest request) throws ProtocolException {
        connection.setInstanceFollowRedirects(false);
        connection.setAllowUserInteraction(false);
        // "No caches" would add two headers, so it is said only if the process has a cache.
        connection.setUseCaches(ResponseCache.getDefault() == null);
        connection.setRequestMethod(request.method());
        HeaderFields fields = request.headers().fields();
        for (int i = 0; i < fields.size(); i++) {
            for (String value : fields.values(i)) {
                connection.addRequestProperty(fields.name(i), value);
            }
        }
        if (!request.headers().contains("accept")) {
            connection.setRequestProperty("Accept", "*/*"); // the JDK would ask for pictures
        }
        boolean emptyPost = !request.hasBody() && "POST".equals(request.method());
        connection.setDoOutput(request.hasBody() || emptyPost || "PUT".equals(request.method()));
        if (connection.getDoOutput() && !request.headers().contains("content-type")) {
            // The JDK would say that it is a form, which APIs refuse; and a POST needs a length, be it zero.
            connection.setRequestProperty("Content-Type", emptyPost ? "application/json" : "application/octet-stream");
        }
    }

    /** Refuses what {@code HttpURLConnection} would turn into another request without a word. */
    static void requireSendable(HttpRequest request) {
        switch (request.method()) {
            case "GET", "HEAD", "TRACE" -> {
                if (request.hasBody()) {
                    throw new IllegalArgumentException(
                            "HttpURLConnection sends no " + request.method() + " with a body; use JdkHttpTransport");
                }
            }
            case "POST", "PUT", "DELETE", "OPTIONS" -> {}
            default ->
                throw new IllegalArgumentException(
                        "HttpURLConnection cannot send the method " + request.method() + "; use JdkHttpTransport");
        }
        HeaderFields fields = request.headers().fields();
        for (int i = 0; i < fields.size(); i++) {
            String name = fields.name(i);
            for (String value : fields.values(i)) {
                HeaderSyntax.requireSendable(name, value);
            }
            if (isDropped(name)) {
                throw new IllegalArgumentException(
                        "HttpURLConnection drops header '" + name + "'; use JdkHttpTransport");
            }
        }
    }

    private static boolean isDropped(String name) {
        return switch (name) {
            case "access-control-request-headers",
                    "access-control-request-method",
                    "content-transfer-encoding",
                    "keep-alive",
                    "origin",
                    "via" -> true;
            default -> name.startsWith("sec-");
        };
    }
}
