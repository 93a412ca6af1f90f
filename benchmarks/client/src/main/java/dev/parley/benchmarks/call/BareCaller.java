package dev.parley.benchmarks.call;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * {@code java.net.http} with the headers that a client has to send and a timeout, and a scan of the tokens of the answer:
 * the least that a call costs.
 */
final class BareCaller {
    private static final String ITEM = "/conversations/conv_68e42e26e04d8193a78700864b8fa628/items/"
            + "msg_685c6314ec248196db736327b7e54f8b05a07c4a7e49bf63";
    private static final byte[] CREATE = Answers.utf8("{\"metadata\":{\"user_id\":\"user_123\"},"
            + "\"items\":[{\"role\":\"user\",\"content\":\"Hello!\",\"type\":\"message\"}]}");

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonFactory json = new JsonFactory();
    private final String baseUrl;

    private BareCaller(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    static Caller blocking(String baseUrl) {
        BareCaller bare = new BareCaller(baseUrl);
        return new Caller() {
            @Override
            public Object retrieve() {
                return bare.send(bare.retrieval());
            }

            @Override
            public Object create() {
                return bare.send(bare.creation());
            }
        };
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the caller of a Caller knows that it is one
    static Caller async(String baseUrl) {
        BareCaller bare = new BareCaller(baseUrl);
        return new Caller() {
            @Override
            public Object retrieve() {
                return bare.client
                        .sendAsync(bare.retrieval(), BodyHandlers.ofByteArray())
                        .thenApply(bare::scanned);
            }

            @Override
            public Object create() {
                return bare.client
                        .sendAsync(bare.creation(), BodyHandlers.ofByteArray())
                        .thenApply(bare::scanned);
            }
        };
    }

    private HttpRequest retrieval() {
        return request(ITEM, "GET", BodyPublishers.noBody()).build();
    }

    private HttpRequest creation() {
        return request("/conversations", "POST", BodyPublishers.ofByteArray(CREATE))
                .header("content-type", "application/json")
                .header("idempotency-key", UUID.randomUUID().toString())
                .build();
    }

    private HttpRequest.Builder request(String path, String method, BodyPublisher body) {
        return HttpRequest.newBuilder(URI.create(baseUrl + path))
                .version(HttpClient.Version.HTTP_1_1)
                .method(method, body)
                .timeout(Duration.ofMinutes(10))
                .header("accept", "application/json")
                .header("user-agent", "bare")
                .header("authorization", "Bearer sk-test");
    }

    private Object send(HttpRequest request) {
        try {
            return scanned(answered(request));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tries once more, as the others do by themselves: a kept connection may break before the answer. */
    private HttpResponse<byte[]> answered(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException broken) {
            return client.send(request, BodyHandlers.ofByteArray());
        }
    }

    private Object scanned(HttpResponse<byte[]> answer) {
        int tokens = 0;
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), answer.body())) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }
}
