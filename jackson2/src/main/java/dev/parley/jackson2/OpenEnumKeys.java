package dev.parley.jackson2;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.KeyDeserializers;
import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.OpenEnum;
import java.io.IOException;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Open enums as keys of maps: the name of the member is their value on the wire. */
final class OpenEnumKeys implements KeyDeserializers, Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable KeyDeserializer findKeyDeserializer(
            JavaType type, DeserializationConfig config, BeanDescription description) {
        if (!OpenEnum.class.isAssignableFrom(type.getRawClass())) {
            return null;
        }
        GeneratedType generated = GeneratedType.of(type.getRawClass());
        return generated == null ? null : new Deserializer(generated);
    }

    private static final class Deserializer extends KeyDeserializer implements Serializable {
        private static final long serialVersionUID = 1L;

        private final GeneratedType type;

        Deserializer(GeneratedType type) {
            this.type = type;
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            try {
                return type.read(new JsonString(key));
            } catch (DecodingException misfit) {
                return context.handleWeirdKey(type.javaType(), key, "%s", misfit.reason());
            }
        }
    }

    static final class Serializer extends JsonSerializer<OpenEnum> implements Serializable {
        private static final long serialVersionUID = 1L;

        @Override
        public void serialize(OpenEnum key, JsonGenerator out, SerializerProvider context) throws IOException {
            out.writeFieldName(key.value());
        }
    }
}
