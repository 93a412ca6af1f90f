package dev.parley.runtime.event;

import dev.parley.runtime.codec.Decoder;
import dev.parley.runtime.error.ParleyException;
import dev.parley.runtime.http.HttpResponse;
import java.io.IOException;
import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;

/** The events of one answer, each read from the wire when it is asked for. */
public final class EventStream<E> implements Iterable<E>, AutoCloseable {

    /** Makes a stream over an answer whose body nobody else reads. */
    public EventStream(
            HttpResponse response,
            Decoder<E> decoder,
            Function<? super IOException, ? extends ParleyException> failures) {
        missing("");
    }

    @Override
    public Iterator<E> iterator() {
        return missing(null);
    }

    /** Returns the events as a sequential stream, which closes this when it is closed. */
    public Stream<E> stream() {
        return missing(null);
    }

    @Override
    public void close() {
        missing("");
    }

    private static <X> X missing(X none) {
        throw new UnsupportedOperationException("not yet: " + none);
    }
}
