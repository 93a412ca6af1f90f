package dev.parley.generator.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.http.HttpHeaders;
import dev.parley.runtime.http.HttpRequest;
import dev.parley.runtime.http.HttpResponse;
import dev.parley.runtime.http.HttpTransport;
import dev.parley.runtime.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Keeps what is sent, and answers what it is told: one body a call, and nothing behind the last. */
final class RecordingTransport implements HttpTransport {

    private final List<HttpRequest> requests = new ArrayList<>();
    private final List<byte[]> sent = new ArrayList<>();
    private final List<byte[]> bodies;
    private final HttpHeaders headers;

    private RecordingTransport(List<byte[]> bodies, String contentType) {
        this.bodies = bodies;
        this.headers = HttpHeaders.builder().set("content-type", contentType).build();
    }

    /** Answers each call with a body of its own. */
    static RecordingTransport answering(List<JsonValue> bodies) {
        return new RecordingTransport(
                bodies.stream().map(RecordingTransport::bytes).toList(), "application/json");
    }

    /** Answers each call with a text of its own. */
    static RecordingTransport answering(List<String> texts, String contentType) {
        return new RecordingTransport(
                texts.stream()
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .toList(),
                contentType);
    }

    /** Answers the first call with a series of events. */
    static RecordingTransport streaming(List<JsonValue> events) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (JsonValue event : events) {
            body.writeBytes("data: ".getBytes(StandardCharsets.UTF_8));
            body.writeBytes(bytes(event));
            body.writeBytes("\n\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
        return new RecordingTransport(List.of(body.toByteArray()), "text/event-stream");
    }

    @Override
    public HttpResponse send(HttpRequest request) {
        int call = requests.size();
        requests.add(request);
        sent.add(bytes(request));
        byte[] body = call < bodies.size() ? bodies.get(call) : new byte[0];
        return new HttpResponse(body.length == 0 ? 204 : 200, headers, new ByteArrayInputStream(body));
    }

    @Override
    public CompletableFuture<HttpResponse> sendAsync(HttpRequest request, Executor executor) {
        return CompletableFuture.completedFuture(send(request));
    }

    /** Returns the method, path and query of each call. */
    List<String> targets() {
        return requests.stream()
                .map(request -> request.method() + " " + target(request.uri()))
                .toList();
    }

    @Nullable
    JsonValue firstBody() {
        String body = firstText();
        return body == null ? null : JsonValue.parse(body);
    }

    /** Returns the body as it went out, its boundary called {@code BOUNDARY}; or null. */
    @Nullable
    String firstText() {
        if (requests.isEmpty() || !requests.get(0).hasBody()) {
            return null;
        }
        return withoutBoundary(new String(sent.get(0), StandardCharsets.UTF_8));
    }

    @Nullable
    String firstHeader(String name) {
        String value = requests.get(0).headers().first(name);
        return value == null ? null : withoutBoundary(value);
    }

    /** Boundaries are random. */
    private static String withoutBoundary(String text) {
        return text.replaceAll("parley-[0-9a-f]{32}", "BOUNDARY");
    }

    /** Returns the addresses of the calls. */
    List<URI> addresses() {
        return requests.stream().map(HttpRequest::uri).toList();
    }

    /** Returns a header of each call, or null where it is missing. */
    List<@Nullable String> header(String name) {
        List<@Nullable String> values = new ArrayList<>();
        requests.forEach(request -> values.add(request.headers().first(name)));
        return values;
    }

    private static byte[] bytes(HttpRequest request) {
        if (request.source() == null) {
            return request.body() == null ? new byte[0] : request.body();
        }
        try (InputStream in = request.source().open()) {
            byte[] bytes = in.readAllBytes();
            assertThat(request.source().length()).isEqualTo(bytes.length);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(JsonValue json) {
        return json.toJson().getBytes(StandardCharsets.UTF_8);
    }

    private static String target(URI uri) {
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }
}
