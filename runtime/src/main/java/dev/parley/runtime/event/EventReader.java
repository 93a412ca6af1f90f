package dev.parley.runtime.event;

import dev.parley.runtime.codec.JsonKind;
import dev.parley.runtime.codec.JsonReader;
import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.error.StreamException;
import dev.parley.runtime.http.HttpHeaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes typed events of bytes, for streams that are pulled and pushed alike.
 *
 * <p>What is an event and what is an error is told apart without knowing the type of the events. Data that is an object
 * with a string member {@code type} is an event, whatever its name, also one that speaks of an error. Without that
 * member, data is an error if its member {@code error} is an object or a string, or if the event is named {@code error}.
 */
final class EventReader<E> {
    static final String REQUEST_ID = "x-request-id";

    private static final byte[] DONE = "[DONE]".getBytes(StandardCharsets.US_ASCII);
    private static final String ERROR = "error";

    private final EventFormat<E> format;
    private final @Nullable String requestId;
    private final EventParser parser;

    /** Whether the data under way is an object with a type, which makes it an event. */
    private boolean typed;

    /** Whether the data under way is an error. */
    private boolean error;

    EventReader(EventFormat<E> format, HttpHeaders headers) {
        this.format = format;
        requestId = headers.first(REQUEST_ID);
        parser = new EventParser(format.maxEventBytes());
    }

    /**
     * Refuses an answer that says to be JSON or HTML: without this, it would look like a stream without events.
     *
     * @throws IOException if it does; servers that say nothing, or plain text, are believed
     */
    static void refuseOtherContent(HttpHeaders headers) throws IOException {
        String type = headers.first("content-type");
        String essence = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (essence.equals("application/json") || essence.endsWith("+json") || essence.equals("text/html")) {
            throw new IOException("expected a stream of events (text/event-stream), found " + essence);
        }
    }

    void feed(byte[] bytes, int length) {
        parser.feed(bytes, 0, length);
    }

    /** Goes on to the next event; returns false if it is not there yet. */
    boolean next() throws IOException {
        return parser.next();
    }

    /** Returns whether the event says that none follows. */
    boolean isDone() {
        byte[] data = parser.data();
        return data.length >= DONE.length && Arrays.equals(data, 0, DONE.length, DONE, 0, DONE.length);
    }

    @Nullable
    String lastEventId() {
        return parser.lastEventId();
    }

    /**
     * Returns the event.
     *
     * @throws StreamException if it is an error
     * @throws DecodingException if its data is not JSON or does not fit
     */
    E event() {
        byte[] data = parser.data();
        try {
            return read(data);
        } catch (DecodingException | StreamException e) {
            // Looked at only here: it is rare that a server sends what is not UTF-8, or repeats a secret.
            byte[] presentable = format.redaction().apply(wellFormed(data));
            if (presentable == data) {
                throw e;
            }
            return read(presentable);
        }
    }

    private E read(byte[] data) {
        typed = false;
        error = false;
        @Nullable E event;
        try {
            event = JsonReader.<@Nullable E>decode(data, this::readUnlessError);
        } catch (DecodingException e) {
            if (typed || !isNamedError()) {
                throw e;
            }
            error = true;
            event = null;
        }
        if (error) {
            String id = requestId == null ? null : format.presentable(requestId);
            throw StreamException.of(format.operation(), id, data);
        }
        return Objects.requireNonNull(event, "the decoder returned null for an event");
    }

    private @Nullable E readUnlessError(JsonReader in) {
        typed = in.memberKind("type") == JsonKind.STRING;
        error = !typed && (isNamedError() || isErrorMember(in.memberKind(ERROR)));
        if (error) {
            in.readValue();
            return null;
        }
        return format.decoder().read(in);
    }

    private boolean isNamedError() {
        return parser.event().equals(ERROR);
    }

    private static boolean isErrorMember(JsonKind kind) {
        return kind == JsonKind.OBJECT || kind == JsonKind.STRING;
    }

    /** Returns the data with bytes that are not UTF-8 replaced by U+FFFD, the very array if there are none. */
    private static byte[] wellFormed(byte[] data) {
        byte[] decoded = new String(data, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        return Arrays.equals(decoded, data) ? data : decoded;
    }
}
