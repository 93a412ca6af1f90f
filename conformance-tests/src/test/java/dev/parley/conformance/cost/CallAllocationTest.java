package dev.parley.conformance.cost;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.parley.openai.OpenAiClient;
import dev.parley.openai.model.ResponseStreamEvent;
import dev.parley.runtime.event.EventStream;
import dev.parley.runtime.http.HttpHeaders;
import dev.parley.runtime.http.HttpRequest;
import dev.parley.runtime.http.HttpResponse;
import dev.parley.runtime.http.HttpTransport;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What calls and events allocate: for a call the ratio to {@code java.net.http} with a token scan, counted in turn in the
 * same JVM. Bytes are exact, but for what the compilers do away with sooner or later; hence the least of several counts.
 */
@Timeout(120)
class CallAllocationTest {
    private static final int ROUNDS = 6;
    private static final int CALLS = 250;
    private static final int EVENTS = 2_000;

    /** The best that was seen is 1.12 on Java 17, and 1.13 on 25. */
    private static final double LIMIT_OF_A_CALL = 1.25;

    /** The best that was seen is 206 bytes, on Java 17 and 25. */
    private static final double LIMIT_OF_AN_EVENT = 227;

    private static final String ITEM =
            "{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"user\",\"status\":\"completed\","
                    + "\"content\":[{\"type\":\"input_text\",\"text\":\"What is the answer to the ultimate question of life?\"}]}";

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Something that may fail. */
    private interface Task {
        void run() throws Exception;
    }

    @Test
    void call_besideTheBareTransport_allocatesLittleMore() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2); // so that none comes and goes during a count
        try (AnsweringThreads server = new AnsweringThreads(ITEM);
                OpenAiClient client = client(server, httpClient(threads))) {
            HttpClient bare = httpClient(threads);
            JsonFactory json = new JsonFactory();
            double best = Double.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                long ours = allocated(
                        server::owns,
                        CALLS,
                        () -> client.conversations().items().retrieve("conv_1", "msg_1"));
                long theirs = allocated(server::owns, CALLS, () -> scan(bare, json, server.baseUrl()));
                best = Math.min(best, (double) ours / theirs);
            }

            assertThat(best)
                    .as("bytes of a call in ratio to the bare transport")
                    .isLessThan(LIMIT_OF_A_CALL);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void event_ofAResponse_allocatesLittle() throws Exception {
        byte[] body = events();
        @SuppressWarnings("deprecation") // threadId() is of Java 19
        long own = Thread.currentThread().getId();
        try (OpenAiClient client = OpenAiClient.builder()
                .baseUrl("http://memory/v1")
                .apiKey("sk-test")
                .transport(new Memory(body))
                .build()) {
            long best = Long.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                best = Math.min(best, allocated(thread -> thread != own, 1, () -> read(client)));
            }

            assertThat((double) best / EVENTS).as("bytes of an event").isLessThan(LIMIT_OF_AN_EVENT);
        }
    }

    private static void read(OpenAiClient client) {
        int count = 0;
        try (EventStream<ResponseStreamEvent> events =
                client.responses().stream(r -> r.model("gpt-4.1").input("Hi"))) {
            for (ResponseStreamEvent event : events) {
                assert event != null;
                count++;
            }
        }
        assertThat(count).isEqualTo(EVENTS);
    }

    private static byte[] events() {
        StringBuilder events = new StringBuilder();
        for (int i = 0; i < EVENTS; i++) {
            events.append(
                            "event: response.output_text.delta\ndata: {\"type\":\"response.output_text.delta\",\"item_id\":")
                    .append("\"msg_1\",\"output_index\":0,\"content_index\":0,\"delta\":\" word\",\"logprobs\":[],")
                    .append("\"sequence_number\":")
                    .append(i)
                    .append("}\n\n");
        }
        return events.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static HttpClient httpClient(ExecutorService threads) {
        return HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(threads)
                .build();
    }

    private static OpenAiClient client(AnsweringThreads server, HttpClient http) {
        return OpenAiClient.builder()
                .baseUrl(server.baseUrl())
                .apiKey("sk-test")
                .httpClient(http)
                .build();
    }

    /** The same headers as the client sends, and a timeout. */
    private static void scan(HttpClient client, JsonFactory json, String baseUrl) throws Exception {
        java.net.http.HttpRequest request = java.net.http.HttpRequest.newBuilder(
                        URI.create(baseUrl + "/conversations/conv_1/items/msg_1"))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofMinutes(10))
                .header("accept", "application/json")
                .header("user-agent", "bare")
                .header("authorization", "Bearer sk-test")
                .build();
        byte[] body = client.send(request, BodyHandlers.ofByteArray()).body();
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), body)) {
            while (parser.nextToken() != null) {
                // nothing is made of it
            }
        }
    }

    /** Returns the bytes that all threads allocate while the task runs so often, save those that are left out. */
    private static long allocated(LongPredicate leftOut, int times, Task task) throws Exception {
        long before = sum(leftOut);
        for (int i = 0; i < times; i++) {
            task.run();
        }
        return sum(leftOut) - before;
    }

    private static long sum(LongPredicate leftOut) {
        long sum = 0;
        for (long thread : THREADS.getAllThreadIds()) {
            sum += leftOut.test(thread) ? 0 : Math.max(0, THREADS.getThreadAllocatedBytes(thread));
        }
        return sum;
    }

    /** Answers every request with the same events. */
    private record Memory(byte[] events) implements HttpTransport {
        private static final HttpHeaders HEADERS =
                HttpHeaders.builder().set("content-type", "text/event-stream").build();

        @Override
        public HttpResponse send(HttpRequest request) {
            return new HttpResponse(200, HEADERS, new ByteArrayInputStream(events));
        }
    }
}
