package dev.parley.conformance.strict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.conformance.Kit;
import dev.parley.openai.OpenAiClient;
import dev.parley.openai.model.ConversationCreateRequest;
import dev.parley.openai.model.Include;
import dev.parley.openai.model.InputItem;
import dev.parley.runtime.error.BadRequestException;
import dev.parley.runtime.json.JsonString;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The server has no holes: what is planted is refused, what is right is answered. */
class StrictServerTest {

    private final StrictServer server = new StrictServer();
    private final OpenAiClient client = server.client();

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    /** The number of them says that every call gets an answer that its caller can read. */
    @Test
    void everyOperation_calledRight_isAnswered() {
        client.conversations().create(c -> c.addItem(Kit.user("x")));
        client.conversations().create(ConversationCreateRequest.builder().build());
        client.conversations().retrieve("conv_1");
        client.conversations().update("conv_1", r -> r.metadata(Map.of("k", "v")));
        client.conversations().delete("conv_1");
        client.conversations().items().create("conv_1", r -> r.addItem(Kit.user("x")));
        client.conversations().items().list("conv_1", r -> r.limit(100L).order("asc"));
        client.conversations().items().retrieve("conv_1", "msg_1");
        client.conversations().items().delete("conv_1", "msg_1");
        client.responses().create(r -> r.model("gpt-4").input("x"));
        client.responses().stream(r -> r.model("gpt-4").input("x")).close();
        client.responses().retrieve("resp_1");
        client.responses().cancel("resp_1");
        client.responses().inputItems().list("resp_1");
        client.responses().delete("resp_1");
    }

    static Stream<Arguments> wrongCalls() {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < 17; i++) {
            pairs.put("k" + i, "v");
        }
        return Stream.of(
                wrong("/metadata: must have at most 16", c -> c.conversations().create(r -> r.metadata(pairs))),
                wrong(
                        "/metadata/k: must be at most 512",
                        c -> c.conversations().update("conv_1", r -> r.metadata(Map.of("k", "v".repeat(513))))),
                wrong(
                        "/metadata: property 'kkk",
                        c -> c.conversations().update("conv_1", r -> r.metadata(Map.of("k".repeat(65), "v")))),
                wrong(
                        "/items: must have at most 20",
                        c -> c.conversations()
                                .items()
                                .create("conv_1", r -> r.items(Collections.nCopies(21, Kit.user("x"))))),
                wrong(
                        "query limit: must have a maximum",
                        c -> c.conversations().items().list("conv_1", r -> r.limit(101L))),
                wrong(
                        "query order: does not have a value",
                        c -> c.conversations().items().list("conv_1", r -> r.order("up"))),
                wrong(
                        "query include/0: does not have a value",
                        c -> c.conversations()
                                .items()
                                .retrieve("conv_1", "msg_1", r -> r.addInclude(Include.of("all")))),
                wrong(
                        "/items/0: required property 'output' not found",
                        c -> send(c, "{\"type\":\"function_call_output\",\"call_id\":\"c\"}")),
                wrong("/items/0/type: does not have a value", c -> send(c, "{\"type\":\"later_call\"}")),
                wrong(
                        "/items/0/role: does not have a value",
                        c -> send(c, "{\"role\":\"narrator\",\"content\":\"x\"}")),
                wrong(
                        "/items/0/content/0/text: integer found",
                        c -> send(c, "{\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":1}]}")),
                wrong(
                        "/items/0: the document names no member 'mood'",
                        c -> send(c, "{\"role\":\"user\",\"content\":\"x\",\"mood\":\"good\"}")),
                wrong(
                        "/temperature: must have a maximum",
                        c -> c.responses().create(r -> r.model("m").input("x").temperature(2.1))),
                wrong(
                        "body: the document names no member 'verbose'",
                        c -> c.responses()
                                .create(r -> r.model("m").additionalProperty("verbose", new JsonString("x")))),
                wrong(
                        "query api-version: the operation has no such",
                        c -> c.withOptions(o -> o.query("api-version", "1"))
                                .conversations()
                                .retrieve("conv_1")));
    }

    @ParameterizedTest
    @MethodSource("wrongCalls")
    void wrongCall_isRefusedByEachDocument(String found, Consumer<OpenAiClient> call) {
        BadRequestException e = catchThrowableOfType(BadRequestException.class, () -> call.accept(client));

        for (DocumentValidator document : Documents.all()) {
            assertThat(e.serverMessage().lines().filter(line -> line.startsWith(document.name())))
                    .singleElement()
                    .asString()
                    .contains(found);
        }
    }

    private static Arguments wrong(String found, Consumer<OpenAiClient> call) {
        return Arguments.of(found, call);
    }

    private static void send(OpenAiClient client, String item) {
        client.conversations().items().create("conv_1", request -> request.addItem(InputItem.fromJson(item)));
    }
}
