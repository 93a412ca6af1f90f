package dev.parley.runtime.event;

import dev.parley.runtime.codec.Decoder;
import dev.parley.runtime.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * How the events of a stream are read.
 *
 * @param decoder reads the data of an event, which is JSON
 * @param operation the operation whose stream it is, for messages, such as {@code POST /responses}; perhaps empty
 * @param maxEventBytes what one event may have at most; positive
 * @param redaction masks what is secret in the data of an event before an exception holds it; returns the very array if
 *     there is nothing to mask
 */
public record EventFormat<E>(
        Decoder<E> decoder, String operation, long maxEventBytes, UnaryOperator<byte[]> redaction) {

    /** What an event may have at most unless said otherwise: 64 MiB, enough for an image as base64. */
    public static final long MAX_EVENT_BYTES = 64L * 1024 * 1024;

    public EventFormat {
        Objects.requireNonNull(decoder, "decoder");
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(redaction, "redaction");
        if (maxEventBytes < 1) {
            throw new IllegalArgumentException("an event must be allowed one byte at least, not " + maxEventBytes);
        }
    }

    /** Returns the text with what is secret in it masked. */
    String presentable(String text) {
        return new String(redaction.apply(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    /** Returns the headers with what is secret in their values masked. */
    HttpHeaders presentable(HttpHeaders headers) {
        HttpHeaders.Builder presentable = HttpHeaders.builder();
        headers.asMap().forEach((name, values) -> values.forEach(value -> presentable.add(name, presentable(value))));
        return presentable.build();
    }

    /** Returns a format with this decoder, the usual limit, no name of the operation and nothing masked. */
    public static <E> EventFormat<E> of(Decoder<E> decoder) {
        return new EventFormat<>(decoder, "", MAX_EVENT_BYTES, data -> data);
    }
}
