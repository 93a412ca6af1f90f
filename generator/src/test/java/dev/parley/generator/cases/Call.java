package dev.parley.generator.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import dev.parley.runtime.page.Page;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code calls.jsonl}: calls a method of a service of the generated client and looks at what goes out.
 *
 * <ul>
 *   <li>{@code call}: accessors from the client and the method, joined with dots
 *   <li>{@code path}: the values of the path parameters
 *   <li>{@code request}: the rest; for a type with a builder, its methods and their values
 *   <li>{@code answers}: the bodies that the server answers, one a call; nothing if not there
 *   <li>{@code sends}: method and target of each call
 *   <li>{@code body}, {@code headers}: of the first call
 *   <li>{@code items}: what the page and those behind it hold, for its number only
 * </ul>
 */
record Call(JsonObject line) {

    static List<Call> of(Case tested) {
        return tested.text("calls.jsonl")
                .lines()
                .filter(text -> !text.isBlank())
                .map(text -> new Call((JsonObject) JsonValue.parse(text)))
                .toList();
    }

    void hold(CompiledCase compiled) {
        RecordingTransport transport = new RecordingTransport(list("answers"));
        Object found = compiled.client(transport);
        List<String> steps = List.of(((JsonString) require("call")).value().split("\\."));
        for (String accessor : steps.subList(0, steps.size() - 1)) {
            found = Reflection.call(found, accessor);
        }
        Object answer = invoke(found, steps.get(steps.size() - 1));
        if (line.contains("items")) {
            assertThat(((Page<?>) answer).stream().map(String::valueOf))
                    .hasSize(list("items").size());
        }
        assertThat(transport.targets())
                .isEqualTo(list("sends").stream().map(Call::text).toList());
        assertThat(transport.firstBody()).isEqualTo(line.get("body"));
        if (line.get("headers") instanceof JsonObject headers) {
            headers.members()
                    .forEach((name, value) ->
                            assertThat(transport.firstHeader(name)).isEqualTo(text(value)));
        }
    }

    private Object invoke(Object service, String name) {
        Method method = Stream.of(service.getClass().getInterfaces()[0].getMethods())
                .filter(found -> found.getName().equals(name) && Modifier.isAbstract(found.getModifiers()))
                .findFirst()
                .orElseThrow();
        List<Object> arguments = new ArrayList<>();
        List<JsonValue> path = list("path");
        for (int i = 0; i < path.size(); i++) {
            arguments.add(Arguments.of(method.getParameterTypes()[i], path.get(i)));
        }
        if (method.getParameterCount() > path.size()) {
            arguments.add(Arguments.of(method.getParameterTypes()[path.size()], require("request")));
        }
        return Reflection.invoke(method, service, arguments.toArray());
    }

    private JsonValue require(String name) {
        JsonValue value = line.get(name);
        if (value == null) {
            throw new AssertionError(name + " is missing in " + line);
        }
        return value;
    }

    private List<JsonValue> list(String name) {
        return line.get(name) instanceof JsonArray array ? array.values() : List.of();
    }

    private static String text(@Nullable JsonValue value) {
        return value instanceof JsonString string ? string.value() : String.valueOf(value);
    }

    @Override
    public String toString() {
        return line.toJson();
    }
}
