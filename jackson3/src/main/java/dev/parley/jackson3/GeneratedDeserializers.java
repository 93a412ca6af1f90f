package dev.parley.jackson3;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;

/** Tells the mapper which declared types are read by {@link GeneratedDeserializer}. */
final class GeneratedDeserializers extends Deserializers.Base implements Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable ValueDeserializer<?> findBeanDeserializer(
            JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
        return find(type.getRawClass());
    }

    /** The known values of an open enum, and {@code JsonNull}. */
    @Override
    public @Nullable ValueDeserializer<?> findEnumDeserializer(
            JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
        return find(type.getRawClass());
    }

    @Override
    public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
        return find(type) != null;
    }

    private static @Nullable ValueDeserializer<?> find(Class<?> type) {
        GeneratedType generated = GeneratedType.of(type);
        return generated == null ? null : new GeneratedDeserializer(generated);
    }
}
