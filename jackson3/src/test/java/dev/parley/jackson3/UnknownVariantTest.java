package dev.parley.jackson3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.codec.JsonReader;
import dev.parley.runtime.codec.JsonWriter;
import dev.parley.runtime.codec.Members;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import dev.parley.runtime.json.JsonWritable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Unions as other documents have them, which choose a variant even where there is no member to choose by. */
public class UnknownVariantTest {

    /** Its variant wants a member. */
    public sealed interface Strict extends JsonWritable {
        static Strict fromJson(String json) {
            return JsonReader.decodeObject(json, Strict::read);
        }

        static Strict read(JsonReader in) {
            return in.readUnion(Named::read, Unknown::new);
        }

        record Named(String name) implements Strict {
            private static final Members MEMBERS = Members.required("name");

            static Named read(JsonReader in) {
                in.startObject();
                String name = "";
                while (in.nextMember(MEMBERS) != JsonReader.END) {
                    name = in.readString();
                }
                in.endObject(MEMBERS);
                return new Named(name);
            }

            @Override
            public void writeTo(JsonWriter out) {
                out.string(name);
            }
        }

        record Unknown(JsonValue json, @Nullable String problem) implements Strict {
            @Override
            public void writeTo(JsonWriter out) {
                json.writeTo(out);
            }
        }
    }

    /** Its variant takes any object. */
    public sealed interface Loose extends JsonWritable {
        static Loose fromJson(String json) {
            return JsonReader.decodeObject(json, Loose::read);
        }

        static Loose read(JsonReader in) {
            return in.readUnion(
                    any -> new Anything(any.readObject()), (json, problem) -> new Unknown("", json, problem));
        }

        record Anything(JsonObject object) implements Loose {
            @Override
            public void writeTo(JsonWriter out) {
                object.writeTo(out);
            }
        }

        record Unknown(
                String type, JsonValue json, @Nullable String problem) implements Loose {
            @Override
            public void writeTo(JsonWriter out) {
                json.writeTo(out);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "\"x\"", "true", "[]", "[{}]", "{}", "{\"name\":\"n\"}", "{\"name\":5}"})
    void readValue_anyJson_isWhatTheCodecReadsInsideAList(String json) {
        assertThat(Mappers.JSON.readValue(json, Strict.class))
                .isEqualTo(JsonReader.decode("[" + json + "]", in -> in.readList(Strict::read))
                        .get(0));
        assertThat(Mappers.JSON.readValue(json, Loose.class))
                .isEqualTo(JsonReader.decode("[" + json + "]", in -> in.readList(Loose::read))
                        .get(0));
    }
}
