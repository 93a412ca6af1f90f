package dev.parley.generator.cases;

import dev.parley.runtime.http.HttpHeaders;
import dev.parley.runtime.http.HttpRequest;
import dev.parley.runtime.http.HttpResponse;
import dev.parley.runtime.http.HttpTransport;
import dev.parley.runtime.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what is sent, and answers what it is told: one body a call, and nothing behind the last. */
final class RecordingTransport implements HttpTransport {

    private final List<HttpRequest> requests = new ArrayList<>();
    private final List<JsonValue> answers;

    RecordingTransport(List<JsonValue> answers) {
        this.answers = answers;
    }

    @Override
    public HttpResponse send(HttpRequest request) {
        int call = requests.size();
        requests.add(request);
        byte[] body = call < answers.size() ? answers.get(call).toJson().getBytes(StandardCharsets.UTF_8) : new byte[0];
        return new HttpResponse(body.length == 0 ? 204 : 200, HttpHeaders.EMPTY, new ByteArrayInputStream(body));
    }

    /** Returns the method, path and query of each call. */
    List<String> targets() {
        return requests.stream()
                .map(request -> request.method() + " " + target(request.uri()))
                .toList();
    }

    @Nullable
    JsonValue firstBody() {
        byte[] body = requests.get(0).body();
        return body == null ? null : JsonValue.parse(body);
    }

    @Nullable
    String firstHeader(String name) {
        return requests.get(0).headers().first(name);
    }

    private static String target(URI uri) {
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }
}
