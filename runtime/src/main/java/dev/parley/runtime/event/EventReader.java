package dev.parley.runtime.event;

import dev.parley.runtime.codec.Decoder;
import dev.parley.runtime.codec.JsonKind;
import dev.parley.runtime.codec.JsonReader;
import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.error.StreamException;
import dev.parley.runtime.http.HttpHeaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
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
    private static final String WITHOUT_EVENT = "the stream ended without an event";
    private static final String CUT_OFF = "the stream ended within an event";
    private static final Set<String> KEEP_ALIVE = Set.of("ping", "keepalive", "keep-alive");

    private final EventFormat<E> format;
    private final HttpHeaders headers;
    private final @Nullable OtherContent other;
    private final EventParser parser;
    private final EventFields fields;
    private final Decoder<@Nullable E> decoder = this::readUnlessError;

    /** The reader of the last event, which reads the next one too. */
    private @Nullable JsonReader used;

    /** Whether there was an event, other than to keep the connection alive. */
    private boolean any;

    /** Whether the data under way is an object with a type, which makes it an event. */
    private boolean typed;

    /** Whether the data under way is an error. */
    private boolean error;

    EventReader(EventFormat<E> format, HttpHeaders headers) {
        this.format = format;
        this.headers = headers;
        other = OtherContent.of(headers);
        parser = new EventParser(format.maxEventBytes());
        fields = parser.fields();
    }

    void feed(byte[] bytes, int length) {
        if (other != null) {
            other.add(bytes, length);
        } else {
            parser.feed(bytes, 0, length);
        }
    }

    /**
     * Goes on to the next event; returns false if it is not there yet.
     *
     * @throws StreamException if the answer is an error as JSON
     * @throws IOException if the answer is otherwise no stream of events, or an event is larger than allowed
     */
    boolean next() throws IOException {
        if (other != null) {
            if (other.isSettled()) {
                refuse(other);
            }
            return false;
        }
        while (parser.next()) {
            if (isDone() || !isKeepAlive()) {
                any = true;
                return true;
            }
        }
        return false;
    }

    /**
     * Goes on to what {@link #next()} did not see, since the answer came to its end: an event whose data is whole, and
     * which lacks the blank line behind it alone. The HTML Standard drops it, which would lose what a server has said.
     *
     * @return false if there is none
     * @throws StreamException if the answer ends within the data of an event; or if no event came, but something else
     *     did; not for fields that make no event, which end a stream that is taken up again at its end
     * @throws IOException as {@link #next()}
     */
    boolean last() throws IOException {
        if (other != null) {
            refuse(other);
        }
        boolean underWay = parser.finish() && !isDone() && !isKeepAlive();
        if (underWay && OtherContent.isJson(parser.data())) {
            any = true;
            return true;
        }
        byte[] stray = any ? null : parser.strayLines();
        if (stray != null) {
            throw noEvents(
                    stray.length == 0 ? WITHOUT_EVENT + "; its lines are too long to show" : WITHOUT_EVENT, stray);
        }
        if (underWay) {
            throw noEvents(any ? CUT_OFF : WITHOUT_EVENT, parser.data());
        }
        return false;
    }

    private void refuse(OtherContent content) throws IOException {
        byte[] data = content.bytes();
        if (isError(data)) {
            StreamException error = noEvents(content.problem(), data);
            if (error.serverMessage() != null) {
                throw error;
            }
        }
        throw new IOException(content.problem());
    }

    private StreamException noEvents(String problem, byte[] data) {
        byte[] presentable = format.redaction().apply(wellFormed(data));
        return StreamException.of(format.operation(), format.presentable(headers), problem, presentable);
    }

    /** Servers and gateways keep a connection alive with events, too, and not only with comments. */
    private boolean isKeepAlive() {
        if (OtherContent.isBlank(fields.data(), fields.dataFrom(), fields.dataTo())) {
            return !isNamedError();
        }
        return KEEP_ALIVE.contains(parser.event()) && !OtherContent.isJson(parser.data());
    }

    /** Returns whether the event says that none follows. */
    boolean isDone() {
        byte[] array = fields.data();
        int from = fields.dataFrom();
        return fields.dataTo() - from >= DONE.length
                && array[from] == DONE[0]
                && Arrays.equals(array, from, from + DONE.length, DONE, 0, DONE.length);
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
        try {
            return read(fields.data(), fields.dataFrom(), fields.dataTo());
        } catch (DecodingException | StreamException e) {
            // Looked at only here: it is rare that a server sends what is not UTF-8, or repeats a secret.
            byte[] data = parser.data();
            byte[] presentable = format.redaction().apply(wellFormed(data));
            if (presentable == data) {
                throw e;
            }
            return read(presentable, 0, presentable.length);
        }
    }

    private E read(byte[] array, int from, int to) {
        typed = false;
        error = false;
        @Nullable E event;
        try {
            event = JsonReader.<@Nullable E>decode(array, from, to, used, decoder);
        } catch (DecodingException e) {
            if (typed || !isNamedError()) {
                throw e;
            }
            error = true;
            event = null;
        }
        if (error) {
            String requestId = headers.first(REQUEST_ID);
            String id = requestId == null ? null : format.presentable(requestId);
            throw StreamException.of(format.operation(), id, Arrays.copyOfRange(array, from, to));
        }
        return Objects.requireNonNull(event, "the decoder returned null for an event");
    }

    private @Nullable E readUnlessError(JsonReader in) {
        used = in;
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

    /** Returns whether it is JSON that is an error by its members. */
    private static boolean isError(byte[] data) {
        try {
            return JsonReader.decode(data, in -> {
                boolean member = isErrorMember(in.memberKind(ERROR));
                in.readValue();
                return member;
            });
        } catch (DecodingException notJson) {
            return false;
        }
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
