package dev.parley.runtime.call;

import dev.parley.runtime.codec.Decoder;
import dev.parley.runtime.codec.JsonReader;
import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.http.HttpHeaders;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the value of a call is made of its answer. */
interface Reading<T extends @Nullable Object> {
    T read(Answer answer);

    /** Reads a value of the body. */
    record Decoded<T extends @Nullable Object>(Decoder<T> decoder) implements Reading<T> {

        /** An exception for an answer that echoes a secret speaks about a text in which the secret is masked. */
        @Override
        public T read(Answer answer) {
            try {
                return JsonReader.decode(answer.body(), decoder);
            } catch (DecodingException e) {
                HttpHeaders headers = answer.redaction().apply(answer.response().headers());
                byte[] redacted = answer.redaction().apply(answer.body());
                if (redacted == answer.body()) {
                    throw e.inAnswer(headers);
                }
                return read(redacted, headers);
            }
        }

        private T read(byte[] redacted, HttpHeaders headers) {
            try {
                return JsonReader.decode(redacted, decoder);
            } catch (DecodingException e) {
                throw e.inAnswer(headers);
            }
        }
    }

    /** Reads a value of the body, and null of a body that is not there. */
    record IfPresent<T>(Decoder<T> decoder) implements Reading<@Nullable T> {
        @Override
        public @Nullable T read(Answer answer) {
            return answer.body().length == 0 ? null : new Decoded<>(decoder).read(answer);
        }
    }

    /** Reads the body as text. */
    record Text() implements Reading<String> {
        @Override
        public String read(Answer answer) {
            return MediaTypes.text(answer.response().headers(), answer.body());
        }
    }

    /** Reads nothing. */
    record None() implements Reading<@Nullable Void> {
        @Override
        public @Nullable Void read(Answer answer) {
            return null;
        }
    }

    /** Makes the value of another one. */
    record Mapped<S extends @Nullable Object, T extends @Nullable Object>(
            Reading<S> source, Function<? super S, ? extends T> mapping) implements Reading<T> {
        @Override
        public T read(Answer answer) {
            return mapping.apply(source.read(answer));
        }
    }
}
