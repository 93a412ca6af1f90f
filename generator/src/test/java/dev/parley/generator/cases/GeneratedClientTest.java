package dev.parley.generator.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a generated client class does beside leading to services: settings, its other forms, closing. */
class GeneratedClientTest {

    @TempDir
    private static Path output;

    private static CompiledCase compiled;

    private final RecordingTransport transport = RecordingTransport.answering(List.of());

    @BeforeAll
    static void compile() {
        compiled = CompiledCase.of(Case.named("streaming"), output);
    }

    @AfterAll
    static void close() {
        compiled.close();
    }

    private static void call(Object client) {
        Reflection.call(Reflection.call(client, "songs"), "stream");
    }

    private static Object withHeader(Object client, String name) {
        Consumer<Object> change = builder -> Reflection.call(builder, "header", name, "yes");
        Method method = Reflection.method(client.getClass(), "withOptions", Consumer.class);
        return Reflection.invoke(method, client, change);
    }

    private Object client(Map<String, String> environment, Map<String, String> properties) {
        Properties given = new Properties();
        given.putAll(properties);
        Object builder = compiled.builder(transport);
        Reflection.invoke(Reflection.method(builder.getClass(), "environment", Map.class), builder, environment);
        Reflection.invoke(Reflection.method(builder.getClass(), "properties", Properties.class), builder, given);
        return Reflection.call(builder, "build");
    }

    @Test
    void property_besideAVariable_counts() {
        call(client(
                Map.of("RADIO_API_KEY", "variable", "RADIO_BASE_URL", "https://variable.example"),
                Map.of("radio.apiKey", " property ", "radio.baseUrl", "https://property.example")));

        assertThat(transport.header("authorization")).containsExactly("Bearer property");
        assertThat(transport.addresses()).containsExactly(URI.create("https://property.example/songs/stream"));
    }

    @Test
    void property_missingOrBlank_leavesTheVariable() {
        call(client(
                Map.of("RADIO_API_KEY", "variable", "RADIO_BASE_URL", "https://variable.example"),
                Map.of("radio.baseUrl", " ")));

        assertThat(transport.header("authorization")).containsExactly("Bearer variable");
        assertThat(transport.addresses()).containsExactly(URI.create("https://variable.example/songs/stream"));
    }

    @Test
    void withOptions_changedSetting_isThatOfTheNewClientAlone() {
        Object client = compiled.client(transport);
        Object changed = withHeader(client, "x-changed");

        call(client);
        call(changed);

        assertThat(transport.header("x-changed")).containsExactly(null, "yes");
        assertThat(transport.header("authorization")).containsExactly("Bearer secret", "Bearer secret");
    }

    @Test
    void withOptions_closed_leavesTheFirstClientOpen() throws Exception {
        Object client = compiled.client(transport);

        ((AutoCloseable) withHeader(client, "x-changed")).close();
        call(client);

        assertThat(transport.targets()).hasSize(1);
    }

    @Test
    void withOptions_ofTheAsyncForm_staysAsync() {
        Object async = Reflection.call(compiled.client(transport), "async");
        Object changed = withHeader(async, "x-changed");

        call(changed);

        assertThat(changed).hasSameClassAs(async);
        assertThat(transport.header("x-changed")).containsExactly("yes");
    }

    @Test
    void asyncForm_closed_closesTheOtherToo() throws Exception {
        Object client = compiled.client(transport);
        Object async = Reflection.call(client, "async");

        ((AutoCloseable) async).close();

        assertThatThrownBy(() -> call(client)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> call(Reflection.call(async, "sync"))).isInstanceOf(IllegalStateException.class);
        assertThat(transport.targets()).isEmpty();
    }
}
