package dev.parley.conformance.sdk;

import com.openai.core.ObjectMappers;
import dev.parley.runtime.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads and writes JSON as the official client does. */
final class OfficialJson {

    private OfficialJson() {}

    /**
     * Reads JSON as a type of the official client.
     *
     * @throws UncheckedIOException if the official client does not take it
     */
    static <T> T read(JsonValue json, Class<T> type) {
        try {
            return ObjectMappers.jsonMapper().readValue(json.toJson(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonValue write(Object value) {
        try {
            return JsonValue.parse(ObjectMappers.jsonMapper().writeValueAsString(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
