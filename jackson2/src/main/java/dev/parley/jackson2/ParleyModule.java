package dev.parley.jackson2;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.module.SimpleSerializers;
import dev.parley.runtime.json.JsonWritable;
import dev.parley.runtime.json.OpenEnum;
import java.io.Serializable;

/**
 * Makes a mapper of Jackson 2 read and write generated types, and the JSON tree of the run-time, exactly as their codecs
 * do, wherever they stand: {@code JsonMapper.builder().addModule(new ParleyModule())}.
 *
 * <p>No setting of the mapper changes the form of such a value: not its naming strategy, inclusion or order of properties,
 * not default typing, which leaves values alone whose declared type is one of these. A misfit is a {@link
 * com.fasterxml.jackson.databind.exc.MismatchedInputException MismatchedInputException} whose path goes on into the value,
 * and whose cause is the {@link dev.parley.runtime.error.DecodingException DecodingException}.
 */
public final class ParleyModule extends Module implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Makes the module; mappers may share it. */
    public ParleyModule() {}

    @Override
    public String getModuleName() {
        return "dev.parley";
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        SimpleSerializers values = new SimpleSerializers();
        values.addSerializer(JsonWritable.class, new WritableSerializer());
        context.addSerializers(values);
        SimpleSerializers keys = new SimpleSerializers();
        keys.addSerializer(OpenEnum.class, new OpenEnumKeys.Serializer());
        context.addKeySerializers(keys);
        context.addDeserializers(new GeneratedDeserializers());
        context.addKeyDeserializers(new OpenEnumKeys());
        context.setMixInAnnotations(JsonWritable.class, WithoutTypeId.class);
    }

    /** Keeps default typing away: a union tells its variants apart by itself. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
    private interface WithoutTypeId {}
}
