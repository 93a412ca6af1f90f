package dev.parley.runtime.event;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event as it stands on the wire.
 *
 * @param id the last event id, of this event or of one before it; null if none was sent, or an empty one last
 * @param event the type of the event, {@code message} if it has none of its own
 * @param data the data: its lines, joined by a line feed
 * @param retry how long a client should wait before it connects again, if this event says so
 */
public record ServerSentEvent(
        @Nullable String id,
        String event,
        String data,
        @Nullable Duration retry) {

    /** The type of an event that has none of its own. */
    public static final String MESSAGE = "message";

    public ServerSentEvent {
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(data, "data");
    }
}
