package dev.parley.benchmarks.stream;

import dev.parley.benchmarks.call.Answers;
import dev.parley.openai.OpenAiClient;
import dev.parley.openai.model.ResponseCreateRequest;
import dev.parley.openai.model.ResponseStreamEvent;
import dev.parley.runtime.event.EventStream;
import dev.parley.runtime.http.HttpHeaders;
import dev.parley.runtime.http.HttpRequest;
import dev.parley.runtime.http.HttpResponse;
import dev.parley.runtime.http.HttpTransport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;

/** Events as Parley's generated client reads them. */
final class ParleyEvents {
    private ParleyEvents() {}

    static EventSource pulled(String baseUrl) {
        return pulled(client(baseUrl).build());
    }

    /** A transport that answers without a socket. */
    static EventSource pulledFromMemory(byte[] events) {
        return pulled(client("http://memory/v1").transport(new Memory(events)).build());
    }

    static EventSource published(String baseUrl) {
        OpenAiClient client = client(baseUrl).build();
        return first -> {
            int[] count = new int[1];
            client.async().responses().stream(ParleyEvents::fill)
                    .forEach(event -> {
                        if (count[0]++ == 0) {
                            first.run();
                        }
                    })
                    .join();
            return count[0];
        };
    }

    private static EventSource pulled(OpenAiClient client) {
        return first -> {
            int count = 0;
            try (EventStream<ResponseStreamEvent> events = client.responses().stream(ParleyEvents::fill)) {
                for (ResponseStreamEvent event : events) {
                    if (count++ == 0) {
                        first.run();
                    }
                    consume(event);
                }
            }
            return count;
        };
    }

    private static void consume(ResponseStreamEvent event) {
        if (event instanceof ResponseStreamEvent.Unknown unknown) {
            throw new IllegalStateException("the event is not known: " + unknown);
        }
    }

    private static OpenAiClient.Builder client(String baseUrl) {
        return OpenAiClient.builder().baseUrl(baseUrl).apiKey("sk-test");
    }

    private static void fill(ResponseCreateRequest.Builder request) {
        request.model("gpt-4.1").input("Where is the whale?");
    }

    /** Answers each request with the same events. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Memory(byte[] events) implements HttpTransport {
        private static final HttpHeaders HEADERS =
                HttpHeaders.builder().set("content-type", "text/event-stream").build();

        @Override
        public HttpResponse send(HttpRequest request) {
            return new HttpResponse(200, HEADERS, new ByteArrayInputStream(events));
        }
    }

    /** All events of a response as one array. */
    static byte[] joined(int deltas) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] event : Answers.events(deltas)) {
            all.writeBytes(event);
        }
        return all.toByteArray();
    }
}
