package dev.parley.generator.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.runtime.call.ApiCall;
import dev.parley.runtime.call.ContentCall;
import dev.parley.runtime.call.ContentStream;
import dev.parley.runtime.call.StreamCall;
import dev.parley.runtime.event.EventPublisher;
import dev.parley.runtime.event.EventStream;
import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonNull;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import dev.parley.runtime.json.JsonWritable;
import dev.parley.runtime.page.AsyncPage;
import dev.parley.runtime.page.Page;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code calls.jsonl}: calls a method of a service of the generated client, in each form that waits for the
 * answer or does not, and looks at what goes out.
 *
 * <ul>
 *   <li>{@code call}: accessors from the client and the method, joined with dots
 *   <li>{@code path}: the values of the path parameters
 *   <li>{@code request}: the rest; for a type with a builder, its methods and their values
 *   <li>{@code answers}: the bodies that the server answers, one a call; nothing if not there
 *   <li>{@code answerType}: the media type of these, which are texts then
 *   <li>{@code reads}: what the method returns, text or content, as text
 *   <li>{@code sends}: method and target of each call
 *   <li>{@code body}, {@code headers}: of the first call; {@code text} is the body of one that is no JSON
 *   <li>{@code items}: what the page and those behind it hold, for its number only
 *   <li>{@code events}: the events that the server answers with and the method reads, for a method that streams
 *   <li>{@code settings}: methods of the builder of the client and their texts, in place of a key and a base URL
 *   <li>{@code hosts}: scheme and host of each call
 *   <li>{@code refused}: part of the message of the {@code IllegalArgumentException} that the method throws
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
        hold(compiled, client -> client, this::answer);
        hold(compiled, client -> Reflection.call(client, "async"), this::asyncAnswer);
        hold(compiled, client -> Reflection.call(client, "calls"), this::sentAnswer);
    }

    /**
     * Calls one form of the method.
     *
     * @param form leads from the client to where the first accessor is
     * @param answered looks at what the method returns, and returns how many of the requests that tells of
     */
    private void hold(CompiledCase compiled, UnaryOperator<Object> form, ToIntFunction<Object> answered) {
        RecordingTransport transport = line.contains("events")
                ? RecordingTransport.streaming(list("events"))
                : line.get("answerType") instanceof JsonString type
                        ? RecordingTransport.answering(
                                list("answers").stream().map(Call::text).toList(), type.value())
                        : RecordingTransport.answering(list("answers"));
        Object found = form.apply(client(compiled, transport));
        List<String> steps = List.of(((JsonString) require("call")).value().split("\\."));
        for (String accessor : steps.subList(0, steps.size() - 1)) {
            found = Reflection.call(found, accessor);
        }
        Object service = found;
        String method = steps.get(steps.size() - 1);
        int sent = 0;
        if (line.get("refused") instanceof JsonString message) {
            assertThatThrownBy(() -> invoke(service, method))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(message.value());
        } else {
            sent = answered.applyAsInt(invoke(service, method));
        }
        assertThat(transport.targets())
                .isEqualTo(list("sends").stream().map(Call::text).limit(sent).toList());
        if (line.contains("hosts")) {
            assertThat(transport.addresses())
                    .extracting(address -> address.getScheme() + "://" + address.getAuthority())
                    .isEqualTo(
                            list("hosts").stream().map(Call::text).limit(sent).toList());
        }
        if (line.get("text") instanceof JsonString text) {
            assertThat(transport.firstText()).isEqualTo(text.value());
        } else {
            assertThat(transport.firstBody()).isEqualTo(line.get("body"));
        }
        if (line.get("headers") instanceof JsonObject headers) {
            headers.members()
                    .forEach((name, value) -> assertThat(transport.firstHeader(name))
                            .isEqualTo(value instanceof JsonNull ? null : text(value)));
        }
    }

    private Object client(CompiledCase compiled, RecordingTransport transport) {
        if (!(line.get("settings") instanceof JsonObject settings)) {
            return compiled.client(transport);
        }
        Object builder = compiled.builder(transport);
        settings.members().forEach((name, value) -> {
            List<JsonValue> texts = value instanceof JsonArray array ? array.values() : List.of(value);
            Object[] arguments = texts.stream().map(Call::text).toArray();
            Class<?>[] types = texts.stream().map(each -> String.class).toArray(Class<?>[]::new);
            Reflection.invoke(Reflection.method(builder.getClass(), name, types), builder, arguments);
        });
        return Reflection.call(builder, "build");
    }

    private int answer(@Nullable Object answer) {
        if (answer instanceof Page<?> page) {
            holdItems(page.stream().toList());
        } else if (answer instanceof EventStream<?> stream) {
            List<Object> events = new ArrayList<>();
            stream.forEach(events::add);
            holdEvents(events);
        } else if (line.get("reads") instanceof JsonString text) {
            assertThat(answer instanceof ContentStream content ? content.text() : answer)
                    .isEqualTo(text.value());
        }
        return list("sends").size();
    }

    private int asyncAnswer(Object answer) {
        List<Object> elements = new ArrayList<>();
        if (answer instanceof EventPublisher<?> publisher) {
            publisher.forEach(elements::add).join();
            holdEvents(elements);
            return list("sends").size();
        }
        Object value = ((CompletableFuture<?>) answer).join();
        if (!(value instanceof AsyncPage<?>)) {
            return answer(value);
        } else {
            AsyncPage<?> page = (AsyncPage<?>) value;
            elements.addAll(page.items());
            while (page.hasNext()) {
                page = page.next().join();
                elements.addAll(page.items());
            }
            holdItems(elements);
        }
        return list("sends").size();
    }

    /** The answer to the call of a list is one page, with nothing that leads on. */
    private int sentAnswer(Object call) {
        if (call instanceof StreamCall<?> stream) {
            return answer(stream.open());
        }
        if (call instanceof ContentCall content) {
            return answer(content.execute());
        }
        Object value = ((ApiCall<?>) call).execute();
        if (line.contains("reads")) {
            return answer(value);
        }
        return 1;
    }

    private void holdItems(List<?> items) {
        assertThat(items).hasSameSizeAs(list("items"));
    }

    private void holdEvents(List<?> events) {
        assertThat(events.stream().map(event -> JsonValue.parse(((JsonWritable) event).toJson())))
                .containsExactlyElementsOf(list("events"));
    }

    private Object invoke(Object service, String name) {
        Method method = Stream.of(service.getClass().getMethods())
                .filter(found -> found.getName().equals(name)
                        && !List.of(found.getParameterTypes()).contains(Consumer.class))
                .max(Comparator.comparingInt(Method::getParameterCount))
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
