package dev.parley.jackson2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.codec.JsonReader;
import dev.parley.runtime.json.JsonWritable;
import dev.parley.runtime.json.OpenEnum;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type of the generated client, by its listing. */
class GeneratedTypesTest {
    private static final List<String> VALUES = List.of(
            "{}",
            "{\"type\":\"x\"}",
            "{\"type\":5}",
            "5",
            "1.5",
            "12345678901234567890",
            "\"x\"",
            "true",
            "[]",
            "[1]",
            "[[]]",
            "[{}]");

    static Stream<Class<?>> unions() {
        return Fixtures.types("sealed interface", "fromJson").stream();
    }

    static Stream<Class<?>> openEnums() {
        return Fixtures.types("sealed interface", "of").stream();
    }

    @Test
    void types_ofTheListing_areMany() {
        assertThat(unions()).hasSizeGreaterThan(30);
        assertThat(openEnums()).hasSizeGreaterThan(50);
    }

    @Test
    void types_records_allHaveTheirReading() {
        assertThat(Fixtures.types("record", ""))
                .filteredOn(type -> GeneratedType.of(type) == null)
                .allMatch(type -> type.getSimpleName().endsWith("Request"), "the request of a call with parameters")
                .hasSizeLessThan(10);
    }

    /** A list of ours saves what is no object at all as Unknown; so does a list of the mapper. */
    @ParameterizedTest
    @MethodSource("unions")
    void readValue_unionAndAnyJson_isWhatTheCodecReadsInsideAList(Class<?> union) throws Throwable {
        String codec = "dev.parley.openai.internal."
                + union.getName().substring("dev.parley.openai.model.".length()).replace("$", "") + "Codec";
        MethodHandle read = MethodHandles.publicLookup()
                .findStatic(Class.forName(codec), "read", MethodType.methodType(union, JsonReader.class));

        for (String json : VALUES) {
            Object nested = JsonReader.decode("[" + json + "]", in -> in.readList(element -> invoke(read, element)))
                    .get(0);

            assertThat((Object) Mappers.JSON.readValue(json, union)).as(json).isEqualTo(nested);
            assertThat(Mappers.JSON.writeValueAsString(nested)).isEqualTo(((JsonWritable) nested).toJson());
            assertThat((Object) Mappers.JSON.readValue(json, nested.getClass()))
                    .as(json)
                    .isEqualTo(nested);
        }
    }

    @ParameterizedTest
    @MethodSource("openEnums")
    void readValue_openEnum_isTheKnownOrTheUnknownValue(Class<?> type) throws Exception {
        OpenEnum unknown = (OpenEnum) Mappers.JSON.readValue("\"not such\"", type);
        assertThat(unknown.value()).isEqualTo("not such");
        assertThat(unknown).isInstanceOf(Record.class);

        Class<?> knownType = Stream.of(type.getDeclaredClasses())
                .filter(Class::isEnum)
                .findFirst()
                .orElseThrow();
        for (Object known : knownType.getEnumConstants()) {
            String text = Mappers.JSON.writeValueAsString(known);
            assertThat(text).isEqualTo(((OpenEnum) known).toJson());
            assertThat((Object) Mappers.JSON.readValue(text, type)).isSameAs(known);
            assertThat((Object) Mappers.JSON.readValue(text, knownType)).isSameAs(known);
        }
    }

    private static Object invoke(MethodHandle read, JsonReader in) {
        try {
            return read.invoke(in);
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable checked) {
            throw new IllegalStateException(checked);
        }
    }
}
