package dev.parley.jackson3;

import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.OpenEnum;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.KeyDeserializers;

/** Open enums as keys of maps: the name of the member is their value on the wire. */
final class OpenEnumKeys implements KeyDeserializers, Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable KeyDeserializer findKeyDeserializer(
            JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
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
        public Object deserializeKey(String key, DeserializationContext context) {
            try {
                return type.read(new JsonString(key));
            } catch (DecodingException misfit) {
                return context.handleWeirdKey(type.javaType(), key, "%s", misfit.reason());
            }
        }
    }

    static final class Serializer extends ValueSerializer<OpenEnum> implements Serializable {
        private static final long serialVersionUID = 1L;

        @Override
        public void serialize(OpenEnum key, JsonGenerator out, SerializationContext context) {
            out.writeName(key.value());
        }
    }
}
