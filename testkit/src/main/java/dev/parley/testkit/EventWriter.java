package dev.parley.testkit;

import dev.parley.runtime.json.JsonNumber;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the events of a stream, each flushed by itself. */
final class EventWriter {

    private static final String DONE = "data: [DONE]\n\n";
    private static final String MALFORMED =
            "event: response.output_text.delta\ndata: {\"type\":\"response.output_text.delta\",\"delta\":\n\n";

    private final Duration pause;
    private final boolean done;

    /**
     * Makes a writer.
     *
     * @param pause the wait before each event but the first, and before a fault
     * @param done whether a stream ends with {@code [DONE]}
     */
    EventWriter(Duration pause, boolean done) {
        this.pause = pause;
        this.done = done;
    }

    /**
     * Writes a stream.
     *
     * @throws IOException if the client is gone, or the fault says that the connection is to be cut
     */
    void write(OutputStream out, List<JsonObject> events, @Nullable StreamFault fault) throws IOException {
        int faultAt = fault == null ? -1 : Math.min(fault.events(), events.size());
        for (int index = 0; index <= events.size(); index++) {
            if (index > 0 && (index < events.size() || index == faultAt)) {
                Waits.pause(pause);
            }
            if (fault != null && index == faultAt && ends(out, events, index, fault)) {
                return;
            }
            if (index < events.size()) {
                send(out, text(events.get(index)));
            }
        }
        if (done) {
            send(out, DONE);
        }
    }

    /** The whole stream at once. */
    String text(List<JsonObject> events) {
        StringBuilder text = new StringBuilder();
        events.forEach(event -> text.append(text(event)));
        return done ? text.append(DONE).toString() : text.toString();
    }

    /** Lets a fault happen; returns whether the stream ends with it. */
    private boolean ends(OutputStream out, List<JsonObject> events, int index, StreamFault fault) throws IOException {
        switch (fault.kind()) {
            case DISCONNECT -> throw new IOException("cut by a scripted fault");
            case STALL -> Waits.forever();
            case ERROR -> send(out, text(fault.error(sequenceNumber(events.get(0)) + index)));
            case MALFORMED -> send(out, MALFORMED);
        }
        return fault.kind() == StreamFault.Kind.ERROR;
    }

    private static long sequenceNumber(JsonObject event) {
        return event.get("sequence_number") instanceof JsonNumber number ? number.longValue() : 0;
    }

    private static String text(JsonObject event) {
        String type = event.get("type") instanceof JsonString string ? string.value() : "";
        return "event: " + type + "\ndata: " + event.toJson() + "\n\n";
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
