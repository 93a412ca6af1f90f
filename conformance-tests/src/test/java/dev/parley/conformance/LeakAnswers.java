package dev.parley.conformance;

import dev.parley.conformance.LeakServer.LeakRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Writes the answer to one request, or what there is of it. */
final class LeakAnswers {

    /** What becomes of the connection. */
    enum Then {
        /** It serves the next request. */
        NEXT,
        /** The client has to close it. */
        HOLD,
        /** The server ends it in order. */
        CLOSE,
        /** The server breaks it off. */
        RESET
    }

    /** The largest answer that the clients of these tests take. */
    static final int LIMIT = 20_000;

    private static final String CONVERSATION =
            "{\"id\":\"conv_1\",\"object\":\"conversation\",\"created_at\":1,\"metadata\":{}}";
    private static final String ERROR = "{\"error\":{\"message\":\"no\",\"type\":\"t\",\"param\":null,\"code\":\"c\"}}";
    private static final String EVENT =
            "event: response.output_text.delta\ndata: {\"type\":\"response.output_text.delta\",\"sequence_number\":1,"
                    + "\"item_id\":\"msg_1\",\"output_index\":0,\"content_index\":0,\"delta\":\"a\",\"logprobs\":[]}\n\n";
    private static final AtomicLong CURSORS = new AtomicLong();

    private final OutputStream out;
    private final LeakRequest request;

    LeakAnswers(OutputStream out, LeakRequest request) {
        this.out = out;
        this.request = request;
    }

    Then write() throws IOException, InterruptedException {
        return switch (request.fault()) {
            case "ok" -> whole(200, "", CONVERSATION);
            case "chunked" -> chunked(CONVERSATION);
            case "bad-request" -> whole(400, "", ERROR);
            case "missing" -> whole(404, "", ERROR);
            case "limited" -> whole(429, "retry-after: 0\r\nretry-after-ms: 1\r\n", ERROR);
            case "down" -> whole(500, "", ERROR);
            case "down-by-pieces" -> part(500, "", 100, ERROR, Then.CLOSE);
            case "down-and-stuck" -> part(500, "", 10_000, ERROR, Then.HOLD);
            case "recovers" -> request.retry() == 0 ? whole(503, "", ERROR) : whole(200, "", CONVERSATION);
            case "returns" -> request.retry() == 0 ? Then.CLOSE : whole(200, "", CONVERSATION);
            case "dropped" -> Then.CLOSE;
            case "reset" -> raw("HTTP/1.1 200 OK\r\ncontent-type: appl", Then.RESET);
            case "no-http" -> raw("I am no HTTP server\r\n\r\n", Then.HOLD);
            case "bad-length" -> raw("HTTP/1.1 200 OK\r\ncontent-length: x\r\n\r\n{}", Then.HOLD);
            case "half" -> part(200, "", CONVERSATION.length(), CONVERSATION.substring(9), Then.CLOSE);
            case "half-reset" -> part(200, "", CONVERSATION.length(), CONVERSATION.substring(9), Then.RESET);
            case "stuck" -> part(200, "", CONVERSATION.length(), CONVERSATION.substring(9), Then.HOLD);
            case "broken-json" -> whole(200, "", CONVERSATION.substring(0, 30));
            case "drip" -> drip();
            case "large" -> part(200, "", 1_000_000, " ".repeat(LIMIT + 1), Then.HOLD);
            case "large-chunked" -> chunkOf(" ".repeat(LIMIT + 1), Then.HOLD);
            case "silent" -> Then.HOLD;
            case "pages" -> whole(200, "", page());
            case "events" -> events(EVENT.repeat(5) + "data: [DONE]\n\n", Then.NEXT);
            case "events-endless" -> events(EVENT.repeat(3), Then.HOLD);
            case "events-cut" -> events(EVENT + EVENT.substring(0, 60), Then.RESET);
            case "events-malformed" -> events(EVENT + "data: {nope\n\n", Then.HOLD);
            case "events-error" -> events(EVENT + "event: error\ndata: " + ERROR + "\n\n", Then.HOLD);
            case "random" -> random();
            default -> throw new IOException(request.fault());
        };
    }

    private Then whole(int status, String headers, String body) throws IOException {
        return part(status, headers, body.length(), body, Then.NEXT);
    }

    private Then part(int status, String headers, int length, String body, Then then) throws IOException {
        return raw(
                "HTTP/1.1 " + status + " X\r\ncontent-type: application/json\r\nx-request-id: req_1\r\n" + headers
                        + "content-length: " + length + "\r\n\r\n" + body,
                then);
    }

    private Then raw(String text, Then then) throws IOException {
        out.write(LeakServer.ascii(text));
        out.flush();
        return then;
    }

    private Then chunked(String body) throws IOException {
        chunkOf(body, Then.NEXT);
        return raw("0\r\n\r\n", Then.NEXT);
    }

    private Then chunkOf(String body, Then then) throws IOException {
        return raw(
                "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n"
                        + Integer.toHexString(body.length()) + "\r\n" + body + "\r\n",
                then);
    }

    private Then events(String events, Then then) throws IOException {
        raw(
                "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n"
                        + Integer.toHexString(events.length()) + "\r\n" + events + "\r\n",
                then);
        return then == Then.NEXT ? raw("0\r\n\r\n", then) : then;
    }

    /** Writes on, a byte at a time, until the client has gone. */
    private Then drip() throws IOException, InterruptedException {
        part(200, "", LIMIT - 1, "{", Then.HOLD);
        while (true) {
            Thread.sleep(5);
            raw(" ", Then.HOLD);
        }
    }

    private static String page() {
        String first =
                "{\"type\":\"message\",\"id\":\"msg_a\",\"status\":\"completed\",\"role\":\"user\",\"content\":[]}";
        String id = "msg_" + CURSORS.incrementAndGet();
        return "{\"object\":\"list\",\"data\":[" + first + "," + first.replace("msg_a", id)
                + "],\"first_id\":\"msg_a\",\"last_id\":\"" + id + "\",\"has_more\":true}";
    }

    private Then random() throws IOException, InterruptedException {
        ThreadLocalRandom dice = ThreadLocalRandom.current();
        Thread.sleep(dice.nextInt(4));
        String headers = "content-length: " + CONVERSATION.length() + "\r\n\r\n";
        raw("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n", Then.NEXT);
        Thread.sleep(dice.nextInt(3));
        raw(headers + CONVERSATION.substring(0, 20), Then.NEXT);
        Thread.sleep(dice.nextInt(3));
        if (dice.nextInt(8) == 0) {
            return Then.HOLD;
        }
        return raw(CONVERSATION.substring(20), dice.nextInt(8) == 0 ? Then.RESET : Then.NEXT);
    }
}
