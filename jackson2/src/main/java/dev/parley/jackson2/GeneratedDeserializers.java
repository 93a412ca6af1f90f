package dev.parley.jackson2;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.Deserializers;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Tells the mapper which declared types are read by {@link GeneratedDeserializer}. */
final class GeneratedDeserializers extends Deserializers.Base implements Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable JsonDeserializer<?> findBeanDeserializer(
            JavaType type, DeserializationConfig config, BeanDescription description) {
        return find(type.getRawClass());
    }

    /** The known values of an open enum, and {@code JsonNull}. */
    @Override
    public @Nullable JsonDeserializer<?> findEnumDeserializer(
            Class<?> type, DeserializationConfig config, BeanDescription description) {
        return find(type);
    }

    @Override
    public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
        return find(type) != null;
    }

    private static @Nullable JsonDeserializer<?> find(Class<?> type) {
        GeneratedType generated = GeneratedType.of(type);
        return generated == null ? null : new GeneratedDeserializer(generated);
    }
}
