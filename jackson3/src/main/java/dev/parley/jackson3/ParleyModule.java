package dev.parley.jackson3;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.parley.runtime.json.JsonWritable;
import dev.parley.runtime.json.OpenEnum;
import java.io.Serializable;
import tools.jackson.core.Version;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleSerializers;

/**
 * Makes a mapper of Jackson 3 read and write generated types, and the JSON tree of the run-time, exactly as their codecs
 * do, wherever they stand: {@code JsonMapper.builder().addModule(new ParleyModule())}.
 *
 * <p>No setting of the mapper changes the form of such a value: not its naming strategy, inclusion or order of properties,
 * not default typing, which leaves values alone whose declared type is one of these. A misfit is a {@link
 * tools.jackson.databind.exc.MismatchedInputException MismatchedInputException} whose path goes on into the value,
 * and whose cause is the {@link dev.parley.runtime.error.DecodingException DecodingException}.
 */
public final class ParleyModule extends JacksonModule implements Serializable {
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
        context.setMixIn(JsonWritable.class, WithoutTypeId.class);
    }

    /** Keeps default typing away: a union tells its variants apart by itself. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
    private interface WithoutTypeId {}
}
