package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.conformance.report.Check;
import dev.parley.conformance.report.Evidence;
import dev.parley.conformance.testee.ClientOperation;
import dev.parley.openai.OpenAiClient;
import dev.parley.runtime.error.ApiException;
import dev.parley.runtime.error.BadRequestException;
import dev.parley.runtime.error.NotFoundException;
import dev.parley.runtime.json.JsonNull;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import dev.parley.runtime.json.JsonWritable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every recorded exchange once more, by the client: the same request goes out, the recorded answer comes in. */
class RecordedReplayTest {

    /** A body that is broken JSON on purpose, which this client cannot send, and one that the recording has lost. */
    private static final Set<Integer> BODIES_NOT_COMPARED = Set.of(30, 35);

    @TestFactory
    Stream<DynamicTest> replay_recordedExchange_isTheSameOnTheWireAndInTheResult() {
        return RecordedExchange.all().stream()
                .map(exchange -> DynamicTest.dynamicTest(
                        exchange.toString(),
                        () -> Evidence.show(
                                operation(exchange),
                                Check.OPERATION_RECORDING,
                                exchange.toString(),
                                () -> replay(exchange))));
    }

    private static String operation(RecordedExchange exchange) {
        List<String> path = exchange.path();
        return ClientOperation.all().stream()
                .filter(operation -> operation.method().equals(exchange.method()))
                .filter(operation -> operation.path().split("/", -1).length == path.size() + 1)
                .filter(operation -> operation.path().startsWith("/" + path.get(0)))
                .findFirst()
                .orElseThrow()
                .name();
    }

    private static void replay(RecordedExchange exchange) {
        try (LoopbackServer server = LoopbackServer.answering(
                        exchange.status(),
                        exchange.responseBody().toJson(),
                        Map.of("x-request-id", exchange.requestId()));
                OpenAiClient client = server.client()) {
            if (exchange.status() == 400) {
                server.net.excuse("query limit", "the real server refused this limit, too");
            }
            RecordedCall call = new RecordedCall(exchange, client);
            if (exchange.succeeded()) {
                JsonWritable result = call.make();
                assertThat(JsonValue.parse(result.toJson())).isEqualTo(exchange.responseBody());
            } else {
                assertReported(exchange, catchThrowableOfType(ApiException.class, call::make));
            }
            assertSent(exchange, server.request());
        }
    }

    private static void assertSent(RecordedExchange exchange, LoopbackServer.Received sent) {
        assertThat(sent.method()).isEqualTo(exchange.method());
        assertThat(RecordedExchange.path(sent.target())).isEqualTo(RecordedExchange.path(exchange.target()));
        assertThat(RecordedExchange.query(sent.target())).containsExactlyInAnyOrderElementsOf(exchange.query());
        assertThat(BODIES_NOT_COMPARED.contains(exchange.number()))
                .isEqualTo(exchange.requestBody() instanceof JsonString
                        || exchange.method().equals("POST") && exchange.requestBody() == JsonNull.INSTANCE);
        if (exchange.requestBody() instanceof JsonObject body) {
            assertThat(JsonValue.parse(sent.body())).isEqualTo(body);
        } else {
            assertThat(sent.body()).isEqualTo(exchange.method().equals("POST") ? "{}" : "");
        }
    }

    private static void assertReported(RecordedExchange exchange, ApiException e) {
        JsonObject error = Trees.objectMember(exchange.responseBody(), "error");
        assertThat(e)
                .isExactlyInstanceOf(exchange.status() == 404 ? NotFoundException.class : BadRequestException.class);
        assertThat(e.status()).isEqualTo(exchange.status());
        assertThat(e.serverMessage()).isEqualTo(Trees.text(error, "message"));
        assertThat(e.type()).isEqualTo(Trees.text(error, "type"));
        assertThat(e.code()).isEqualTo(textOrNull(error, "code"));
        assertThat(e.param()).isEqualTo(textOrNull(error, "param"));
        assertThat(e.requestId()).isEqualTo(exchange.requestId());
        assertThat(e.body()).isEqualTo(exchange.responseBody());
        assertThat(e)
                .hasMessageContaining(Trees.text(error, "message"))
                .hasMessageContaining(exchange.requestId())
                .hasMessageStartingWith(exchange.method() + " /conversations");
    }

    private static @Nullable String textOrNull(JsonObject error, String name) {
        return error.get(name) instanceof JsonString text ? text.value() : null;
    }
}
