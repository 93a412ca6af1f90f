package dev.parley.testkit;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes answers, whole or in the ways that faults ask for. */
final class AnswerWriter {

    private static final String API_VERSION = "2020-10-01";
    private static final Set<Integer> STATUSES_WITHOUT_BODY = Set.of(204, 304);
    private static final int UNKNOWN_LENGTH = 0;
    private static final int NO_BODY = -1;

    private final Ids ids;
    private final EventWriter events;

    AnswerWriter(Ids ids, EventWriter events) {
        this.ids = ids;
        this.events = events;
    }

    /** Writes an answer, a stream event by event. */
    void write(HttpExchange exchange, Answer answer, @Nullable StreamFault fault) throws IOException {
        OutputStream out = begin(exchange, answer);
        if (out != null && answer.isStream()) {
            events.write(out, answer.events(), fault);
        } else if (out != null) {
            out.write(body(answer));
        }
    }

    /** Writes half of the body and gives up. */
    void writeHalf(HttpExchange exchange, Answer answer) throws IOException {
        OutputStream out = begin(exchange, answer);
        if (out != null) {
            byte[] body = body(answer);
            out.write(body, 0, body.length / 2);
            out.flush();
        }
        throw new IOException("cut by a scripted fault");
    }

    /** Writes the body byte by byte. */
    void drip(HttpExchange exchange, Answer answer, Duration pause) throws IOException {
        OutputStream out = begin(exchange, answer);
        if (out != null) {
            for (byte next : body(answer)) {
                Waits.pause(pause);
                out.write(next);
                out.flush();
            }
        }
    }

    /** Sends the head; returns where the body goes, null if the answer has none. */
    private @Nullable OutputStream begin(HttpExchange exchange, Answer answer) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        answer.withDefaultHeader("content-type", "application/json")
                .withDefaultHeader("openai-version", API_VERSION)
                .withDefaultHeader("x-request-id", ids.request())
                .headers()
                .forEach(headers::set);
        int length = body(answer).length;
        boolean bodyless = length == 0
                || STATUSES_WITHOUT_BODY.contains(answer.status())
                || exchange.getRequestMethod().equals("HEAD");
        if (bodyless) {
            exchange.sendResponseHeaders(answer.status(), NO_BODY);
            return null;
        }
        exchange.sendResponseHeaders(answer.status(), answer.isStream() ? UNKNOWN_LENGTH : length);
        return exchange.getResponseBody();
    }

    private byte[] body(Answer answer) {
        String text = answer.isStream() ? events.text(answer.events()) : answer.body();
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
