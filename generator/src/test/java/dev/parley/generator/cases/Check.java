package dev.parley.generator.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.runtime.codec.JsonWriter;
import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import dev.parley.runtime.json.JsonWritable;
import dev.parley.runtime.json.OpenEnum;
import dev.parley.runtime.validation.Validatable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code checks.jsonl}: reads {@code json} as {@code type} and looks at what comes of it.
 *
 * <ul>
 *   <li>{@code at}: look at what these accessors lead to, joined with dots, list positions among them; the value
 *       itself if not there
 *   <li>{@code is}: the class there, without its package and, for {@code Unknown}, without its owner; or {@code null}
 *   <li>{@code problem}: part of the problem of the {@code Unknown} there; an {@code Unknown} has none if not there
 *   <li>{@code out}: what the value is written as; what was read if not there
 *   <li>{@code there}: the JSON of what is there, a string for a string or an open enum
 *   <li>{@code violations}: what {@code validate()} lists, path and message with a blank between them; instead of all
 *       other checks, and of a request with parameters, whose builder takes the members of {@code json}
 *   <li>{@code fails}: part of the message of the {@code DecodingException} that reading throws
 * </ul>
 */
record Check(JsonObject line) {

    static List<Check> of(Case tested) {
        return tested.text("checks.jsonl")
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> new Check((JsonObject) JsonValue.parse(line)))
                .toList();
    }

    void hold(CompiledCase compiled) {
        Class<?> type = compiled.model(text("type", ""));
        JsonValue json = member("json");
        if (line.contains("fails")) {
            assertThatThrownBy(() -> compiled.read(type, json))
                    .isInstanceOf(DecodingException.class)
                    .hasMessageContaining(text("fails", ""));
            return;
        }
        if (line.contains("violations")) {
            assertThat(validatable(compiled, type, json).validate().stream()
                            .map(found -> found.path() + " " + found.message()))
                    .containsExactlyElementsOf(violations());
            return;
        }
        JsonWritable value = compiled.read(type, json);
        holdClass(value);
        assertThat(JsonValue.parse(value.toJson())).isEqualTo(line.contains("out") ? member("out") : json);
        assertThat(value).isEqualTo(compiled.read(type, json)).hasSameHashCodeAs(compiled.read(type, json));
    }

    private void holdClass(Object value) {
        Object found = value;
        for (String step : text("at", "").split("\\.")) {
            if (found != null && !step.isEmpty()) {
                found = step.matches("\\d+")
                        ? ((List<?>) found).get(Integer.parseInt(step))
                        : Reflection.call(found, step);
            }
        }
        if (line.contains("there")) {
            assertThat(json(found)).isEqualTo(member("there"));
        }
        String name = found == null ? "null" : nestedName(found.getClass());
        assertThat(name).isEqualTo(text("is", name.equals("Unknown") ? "a known variant" : name));
        if (found != null && name.equals("Unknown") && hasProblem(found.getClass())) {
            holdProblem((String) Reflection.call(found, "problem"));
        }
    }

    private static JsonValue json(@Nullable Object found) {
        Object plain = found instanceof OpenEnum word ? word.value() : found;
        return JsonValue.parse(JsonWriter.toJson(plain));
    }

    private static Validatable validatable(CompiledCase compiled, Class<?> type, JsonValue json) {
        boolean body = JsonWritable.class.isAssignableFrom(type);
        return (Validatable) (body ? compiled.read(type, json) : Arguments.of(type, json));
    }

    private List<String> violations() {
        return ((JsonArray) member("violations"))
                .values().stream().map(text -> ((JsonString) text).value()).toList();
    }

    private void holdProblem(@Nullable String problem) {
        if (line.contains("problem")) {
            assertThat(problem).contains(text("problem", ""));
        } else {
            assertThat(problem).isNull();
        }
    }

    /** An open enum has an unknown value, too, but nothing about it can be a problem. */
    private static boolean hasProblem(Class<?> unknown) {
        return List.of(unknown.getRecordComponents()).stream()
                .anyMatch(component -> component.getName().equals("problem"));
    }

    private static String nestedName(Class<?> type) {
        String name =
                type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
        return name.endsWith(".Unknown") ? "Unknown" : name;
    }

    private JsonValue member(String name) {
        JsonValue value = line.get(name);
        if (value == null) {
            throw new AssertionError(name + " is missing in " + line);
        }
        return value;
    }

    private String text(String name, String otherwise) {
        return line.get(name) instanceof JsonString string ? string.value() : otherwise;
    }

    @Override
    public String toString() {
        return line.toJson();
    }
}
