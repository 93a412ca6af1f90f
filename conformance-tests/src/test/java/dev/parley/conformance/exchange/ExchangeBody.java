package dev.parley.conformance.exchange;

import dev.parley.runtime.json.JsonValue;
import java.nio.charset.StandardCharsets;

/** The body of a request or of an answer. */
public sealed interface ExchangeBody {

    /** No body. */
    ExchangeBody NONE = new None();

    /** Returns the bytes on the wire; JSON is written without blanks. */
    byte[] bytes();

    /** JSON. */
    record Json(JsonValue value) implements ExchangeBody {
        @Override
        public byte[] bytes() {
            return value.toJson().getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Text that is not JSON, or not meant to be read as such: HTML, broken JSON, a stream of events. */
    record Text(String value) implements ExchangeBody {
        @Override
        public byte[] bytes() {
            return value.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** See {@link #NONE}. */
    record None() implements ExchangeBody {
        @Override
        public byte[] bytes() {
            return new byte[0];
        }
    }
}
