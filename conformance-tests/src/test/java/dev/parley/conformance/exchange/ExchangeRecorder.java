package dev.parley.conformance.exchange;

import dev.parley.runtime.call.CallInfo;
import dev.parley.runtime.call.Interceptor;
import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.http.BodySource;
import dev.parley.runtime.http.HttpHeaders;
import dev.parley.runtime.http.HttpRequest;
import dev.parley.runtime.http.HttpResponse;
import dev.parley.runtime.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Writes every exchange of a client to a folder, in the format of the fixtures, secrets removed and identifiers renamed.
 * It is set as an interceptor of attempts, so that it sees what goes over the wire; of a call with several attempts the
 * last one is kept. One call at a time: names are given by {@link #next}, and identifiers by the order of the answers.
 *
 * <p>Bodies go to the caller as they come in, and a file is written when the body is read to its end or closed. A call
 * that does not block has a thread that reads its body while it is recorded. If a file cannot be written, the call fails.
 */
public final class ExchangeRecorder implements Interceptor {

    private static final List<String> REQUEST_HEADERS =
            List.of("accept", "content-type", "openai-organization", "openai-project");
    private static final List<String> RESPONSE_HEADERS = List.of(
            "content-type", "x-request-id", "retry-after", "retry-after-ms", "x-should-retry", "openai-version");

    private final Path folder;
    private final String source;
    private final SecretRemoval secrets = new SecretRemoval();
    private final StableNames names = new StableNames();
    private final Set<String> written = new TreeSet<>();
    private @Nullable Label upcoming;
    private Label current = new Label("", "");
    private int calls;

    /** What the user calls an exchange, and where it was written. */
    private static final class Label {
        private final String name;
        private final String note;
        private @Nullable String path;

        Label(String name, String note) {
            this.name = name;
            this.note = note;
        }
    }

    /**
     * Makes a recorder.
     *
     * @param folder where files go, each into the folder of its operation, item type or error
     * @param source the source of each, {@code recorded 2026-01-31, api.openai.com}
     */
    public ExchangeRecorder(Path folder, String source) {
        this.folder = folder;
        this.source = source;
    }

    /**
     * Names the exchange of the next call, instead of a counter.
     *
     * @param name the name of the file behind {@code recorded-}, without its ending
     * @param note what the exchange shows, in one line
     */
    public synchronized void next(String name, String note) {
        upcoming = new Label(name, note);
    }

    /** Returns the paths of the files written so far, sorted. */
    public synchronized List<String> written() {
        return List.copyOf(written);
    }

    @Override
    public CompletableFuture<HttpResponse> intercept(HttpRequest request, Next next) {
        Label label = label(next);
        return next.proceed(request).thenApply(response -> {
            InputStream body = new RecordedBody(
                    response.body(), (bytes, whole) -> write(label, next.call(), request, response, bytes, whole));
            return new HttpResponse(response.status(), response.headers(), body);
        });
    }

    private synchronized Label label(Next next) {
        if (next.attempt() <= 1) {
            calls++;
            current = upcoming == null
                    ? new Label("%03d".formatted(calls), next.call().operation())
                    : upcoming;
            upcoming = null;
        }
        return current;
    }

    private synchronized void write(
            Label label, CallInfo call, HttpRequest request, HttpResponse response, byte[] body, boolean whole)
            throws IOException {
        secrets.learn(request.headers());
        Exchange raw = new Exchange(
                whole ? label.note : label.note + " (the caller left before its end)",
                source,
                new Exchange.Request(
                        request.method(),
                        target(call, request.uri()),
                        headers(request.headers(), REQUEST_HEADERS),
                        body(bytes(request))),
                new Exchange.Response(response.status(), headers(response.headers(), RESPONSE_HEADERS), body(body)));
        Exchange exchange = names.apply(secrets.apply(raw));
        if (secrets.isIn(exchange.json().toJson())) {
            throw new IOException("an exchange of " + call.operation() + " still holds a credential; not written");
        }
        String path = ExchangeFolder.of(call.operation(), exchange) + "/recorded-" + label.name + ".json";
        if (label.path != null && written.remove(label.path)) {
            Files.delete(folder.resolve(label.path)); // that of an attempt before
        }
        ExchangeFile.write(folder, path, exchange);
        written.add(path);
        label.path = path;
    }

    /** The path behind the base URL, below the prefix of the real API. */
    private static String target(CallInfo call, URI uri) {
        String path = uri.getRawPath();
        int start = path.length();
        for (int slashes = call.pathTemplate().replaceAll("[^/]", "").length(); slashes > 0; slashes--) {
            start = path.lastIndexOf('/', start - 1);
        }
        String query = uri.getRawQuery();
        return "/v1" + path.substring(start) + (query == null ? "" : "?" + query);
    }

    private static Map<String, String> headers(HttpHeaders headers, List<String> kept) {
        Map<String, String> chosen = new LinkedHashMap<>();
        for (String name : kept) {
            if (headers.contains(name)) {
                chosen.put(name, String.join(", ", headers.all(name)));
            }
        }
        return chosen;
    }

    private static byte[] bytes(HttpRequest request) {
        BodySource body = request.source();
        if (body == null) {
            byte[] bytes = request.body();
            return bytes == null ? new byte[0] : bytes;
        }
        try (InputStream in = body.open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the recorder needs a body that can be read twice", e);
        }
    }

    private static ExchangeBody body(byte[] bytes) {
        if (bytes.length == 0) {
            return ExchangeBody.NONE;
        }
        try {
            return new ExchangeBody.Json(JsonValue.parse(bytes));
        } catch (DecodingException notJson) {
            return new ExchangeBody.Text(new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
