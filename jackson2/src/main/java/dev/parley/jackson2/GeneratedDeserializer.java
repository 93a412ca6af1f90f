package dev.parley.jackson2;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.util.AccessPattern;
import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonNull;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one type of a generated client, or of the JSON tree. */
final class GeneratedDeserializer extends JsonDeserializer<Object> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final GeneratedType type;

    GeneratedDeserializer(GeneratedType type) {
        this.type = type;
    }

    @Override
    public Class<?> handledType() {
        return type.javaType();
    }

    @Override
    public boolean isCachable() {
        return true;
    }

    /** Values are immutable: an update replaces them. */
    @Override
    public Boolean supportsUpdate(DeserializationConfig config) {
        return Boolean.FALSE;
    }

    @Override
    public Object deserialize(JsonParser in, DeserializationContext context) throws IOException {
        JsonValue json = new ParsedTree(in, context).read();
        try {
            return type.read(json);
        } catch (DecodingException misfit) {
            throw mismatch(in, misfit);
        }
    }

    /** A null stays null, save where {@code JsonValue} is asked for: that has a null of its own. */
    @Override
    public @Nullable Object getNullValue(DeserializationContext context) {
        return type.javaType().isAssignableFrom(JsonNull.class) ? JsonNull.INSTANCE : null;
    }

    @Override
    public AccessPattern getNullAccessPattern() {
        return AccessPattern.CONSTANT;
    }

    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) {
        return null;
    }

    /** Returns the mapper's exception, whose path leads to the value, with the path inside of the value added. */
    private MismatchedInputException mismatch(JsonParser in, DecodingException misfit) {
        MismatchedInputException mismatch = MismatchedInputException.from(in, type.javaType(), misfit.reason());
        mismatch.initCause(misfit);
        List<Object> steps = PathSteps.of(misfit.path());
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i) instanceof Integer index) {
                mismatch.prependPath(i == 0 ? type.javaType() : JsonArray.class, index);
            } else {
                mismatch.prependPath(i == 0 ? type.javaType() : JsonObject.class, (String) steps.get(i));
            }
        }
        return mismatch;
    }
}
