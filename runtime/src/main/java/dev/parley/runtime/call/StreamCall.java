package dev.parley.runtime.call;

import dev.parley.runtime.event.EventPublisher;
import dev.parley.runtime.event.EventStream;

/** A call, not sent yet, whose answer is a stream of events. */
public final class StreamCall<E> {
    StreamCall() {}

    /** Sends the call and returns as soon as the headers of the answer are there. */
    public EventStream<E> open() {
        return missing(null);
    }

    /** Returns the events as a publisher, which sends the call anew for each subscriber. */
    public EventPublisher<E> publisher() {
        return missing(null);
    }

    private static <X> X missing(X none) {
        throw new UnsupportedOperationException("not yet: " + none);
    }
}
