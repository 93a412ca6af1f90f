package dev.parley.runtime.event;

import dev.parley.runtime.codec.JsonReader;
import dev.parley.runtime.error.TransportException;
import dev.parley.runtime.http.Deadline;
import dev.parley.runtime.http.HttpHeaders;
import dev.parley.runtime.http.HttpResponse;
import dev.parley.runtime.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers to read events from. */
final class Answers {
    static final HttpHeaders HEADERS = HttpHeaders.builder()
            .add("content-type", "text/event-stream; charset=utf-8")
            .add("x-request-id", "req_1")
            .build();

    private Answers() {}

    /** Returns the text of an event whose decoded form is the number. */
    static String event(int number) {
        return "data: {\"type\":\"count\",\"n\":" + number + "}\n\n";
    }

    /** Reads the member {@code n}. */
    static int number(JsonReader in) {
        JsonObject json = in.readObject();
        return Integer.parseInt(String.valueOf(json.get("n")));
    }

    static TransportException failure(Throwable cause) {
        return new TransportException("GET /events: " + cause.getMessage(), cause);
    }

    static EventStream<Integer> stream(HttpResponse response) {
        return new EventStream<>(response, Answers::number, Answers::failure);
    }

    static EventStream<Integer> stream(String text) {
        return stream(new HttpResponse(200, HEADERS, new Body(text)));
    }

    /** The one place that knows how an answer with a publisher for a body is made. */
    static HttpResponse pushed(HttpHeaders headers, Flow.Publisher<List<ByteBuffer>> body) {
        return new HttpResponse(200, headers, body, Deadline.after(Duration.ofMinutes(1)));
    }

    static EventPublisher<Integer> publisher(ScriptedBody body) {
        return publisher(body, Runnable::run);
    }

    static EventPublisher<Integer> publisher(ScriptedBody body, Executor executor) {
        return new EventPublisher<>(() -> answered(body), Answers::number, Answers::failure, executor);
    }

    static EventPublisher<Integer> publisher(CompletableFuture<HttpResponse> answer) {
        return new EventPublisher<>(() -> answer, Answers::number, Answers::failure, Runnable::run);
    }

    static CompletableFuture<HttpResponse> answered(ScriptedBody body) {
        return CompletableFuture.completedFuture(Answers.pushed(Answers.HEADERS, body));
    }

    /** A body that counts how often it is closed and whether its end was reached. */
    static class Body extends InputStream {
        final AtomicInteger closed = new AtomicInteger();
        private final InputStream in;
        private volatile boolean sawEnd;

        Body(String text) {
            in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        boolean sawEnd() {
            return sawEnd;
        }

        @Override
        public int read() throws IOException {
            throw new UnsupportedOperationException("one byte at a time is slow");
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = in.read(bytes, offset, length);
            sawEnd |= count < 0;
            return count;
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }
}
