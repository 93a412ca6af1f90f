package dev.parley.testkit;

import dev.parley.runtime.json.JsonNull;
import dev.parley.runtime.json.JsonObject;

/**
 * Something that goes wrong in the middle of a stream of events, for {@link
 * ConversationsServer#failNextStream(StreamFault)}. A count of events beyond the end of the stream means its end. The model
 * has answered before the first event is sent: a response whose stream broke can be retrieved, and its stream taken up
 * again with {@code starting_after}.
 */
public final class StreamFault {

    enum Kind {
        DISCONNECT,
        STALL,
        ERROR,
        MALFORMED
    }

    private final Kind kind;
    private final int events;
    private final String code;
    private final String message;

    private StreamFault(Kind kind, int events, String code, String message) {
        if (events < 0) {
            throw new IllegalArgumentException("events: expected 0 or more, but got " + events);
        }
        this.kind = kind;
        this.events = events;
        this.code = code;
        this.message = message;
    }

    /**
     * Closes the connection after some events, without the end that chunked encoding asks for. A client that learns of the
     * cut may drop events that it received and has not read: the JDK's does. Where their number matters, let the server
     * wait between events with {@link ConversationsServer.Builder#streamPause}; it waits before the cut too.
     *
     * @param events how many events are sent whole before, 0 or more
     * @return the fault
     * @throws IllegalArgumentException if the number is negative
     */
    public static StreamFault disconnectAfter(int events) {
        return new StreamFault(Kind.DISCONNECT, events, "", "");
    }

    /**
     * Sends nothing more after some events, and keeps the connection open until the server is closed.
     *
     * @param events how many events are sent before, 0 or more
     * @return the fault
     * @throws IllegalArgumentException if the number is negative
     */
    public static StreamFault stallAfter(int events) {
        return new StreamFault(Kind.STALL, events, "", "");
    }

    /**
     * Sends an event {@code error} after some events and ends the stream there.
     *
     * @param events how many events are sent before, 0 or more
     * @param code the error's code
     * @param message the error's message
     * @return the fault
     * @throws IllegalArgumentException if the number is negative
     */
    public static StreamFault errorAfter(int events, String code, String message) {
        return new StreamFault(Kind.ERROR, events, code, message);
    }

    /**
     * Sends an event with broken JSON after some events, and then the others as if nothing had happened.
     *
     * @param events how many events are sent before, 0 or more
     * @return the fault
     * @throws IllegalArgumentException if the number is negative
     */
    public static StreamFault malformedAfter(int events) {
        return new StreamFault(Kind.MALFORMED, events, "", "");
    }

    Kind kind() {
        return kind;
    }

    int events() {
        return events;
    }

    JsonObject error(long sequenceNumber) {
        return JsonObject.builder()
                .put("type", "error")
                .put("code", code)
                .put("message", message)
                .put("param", JsonNull.INSTANCE)
                .put("sequence_number", sequenceNumber)
                .build();
    }
}
