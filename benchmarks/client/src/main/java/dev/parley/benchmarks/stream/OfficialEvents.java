package dev.parley.benchmarks.stream;

import com.openai.client.OpenAIClient;
import com.openai.client.OpenAIClientImpl;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.ClientOptions;
import com.openai.core.RequestOptions;
import com.openai.core.http.Headers;
import com.openai.core.http.HttpClient;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpResponse;
import com.openai.core.http.StreamResponse;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseStreamEvent;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;

/** Events as the official client reads them. */
final class OfficialEvents {
    private OfficialEvents() {}

    static EventSource pulled(String baseUrl) {
        return pulled(
                OpenAIOkHttpClient.builder().baseUrl(baseUrl).apiKey("sk-test").build());
    }

    /** A client of HTTP that answers without a socket. */
    static EventSource pulledFromMemory(byte[] events) {
        return pulled(new OpenAIClientImpl(ClientOptions.builder()
                .baseUrl("http://memory/v1")
                .apiKey("sk-test")
                .httpClient(new Memory(events))
                .build()));
    }

    private static EventSource pulled(OpenAIClient client) {
        ResponseCreateParams params = ResponseCreateParams.builder()
                .model("gpt-4.1")
                .input("Where is the whale?")
                .build();
        return first -> {
            int count = 0;
            try (StreamResponse<ResponseStreamEvent> events = client.responses().createStreaming(params)) {
                for (Iterator<ResponseStreamEvent> each = events.stream().iterator(); each.hasNext(); ) {
                    ResponseStreamEvent event = each.next();
                    if (count++ == 0) {
                        first.run();
                    }
                    if (!event.isValid()) {
                        throw new IllegalStateException("the event is not valid: " + event);
                    }
                }
            }
            return count;
        };
    }

    /** Answers each request with the same events. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Memory(byte[] events) implements HttpClient {
        @Override
        public HttpResponse execute(HttpRequest request, RequestOptions options) {
            return new Answer(new ByteArrayInputStream(events));
        }

        @Override
        public CompletableFuture<HttpResponse> executeAsync(HttpRequest request, RequestOptions options) {
            return CompletableFuture.completedFuture(execute(request, options));
        }

        @Override
        public void close() {}
    }

    private record Answer(InputStream body) implements HttpResponse {
        @Override
        public int statusCode() {
            return 200;
        }

        @Override
        public Headers headers() {
            return Headers.builder().put("content-type", "text/event-stream").build();
        }

        @Override
        public void close() {}
    }
}
