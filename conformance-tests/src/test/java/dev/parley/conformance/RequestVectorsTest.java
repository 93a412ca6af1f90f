package dev.parley.conformance;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.conformance.report.Check;
import dev.parley.conformance.report.Evidence;
import dev.parley.openai.OpenAiClient;
import dev.parley.openai.model.ConversationReference;
import dev.parley.openai.model.EasyInputMessage;
import dev.parley.openai.model.Include;
import dev.parley.openai.model.InputContent;
import dev.parley.openai.model.InputItem;
import dev.parley.openai.model.InputTextContent;
import dev.parley.openai.model.Order;
import dev.parley.openai.service.ConversationItemService;
import dev.parley.runtime.json.JsonNull;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** What the official Node client puts on the wire for a call, this client sends too; what it refuses is refused. */
class RequestVectorsTest {

    /** The headers that mean something to the server; what a vector does not have must not be sent. */
    private static final List<String> HEADERS =
            List.of("accept", "content-type", "authorization", "openai-organization", "openai-project");

    private static final String CONVERSATION =
            "{\"id\":\"conv_1\",\"object\":\"conversation\",\"created_at\":1,\"metadata\":{}}";
    private static final String DELETED = "{\"id\":\"conv_1\",\"object\":\"conversation.deleted\",\"deleted\":true}";
    private static final String LIST =
            "{\"object\":\"list\",\"data\":[],\"has_more\":false,\"first_id\":null,\"last_id\":null}";
    private static final String ITEM = "{\"type\":\"compaction\",\"id\":\"cmp_1\",\"encrypted_content\":\"\"}";

    private static final String RESPONSE = "{\"id\":\"resp_1\",\"object\":\"response\",\"created_at\":1,"
            + "\"status\":\"completed\",\"error\":null,\"incomplete_details\":null,\"instructions\":null,\"model\":\"gpt-4\","
            + "\"output\":[],\"parallel_tool_calls\":true,\"temperature\":1,\"tool_choice\":\"auto\",\"tools\":[],\"top_p\":1,"
            + "\"metadata\":{}}";

    private static final Map<String, Consumer<OpenAiClient>> CALLS = Map.ofEntries(
            entry("create empty", client -> client.conversations().create()),
            entry("create empty body", client -> client.conversations().create(request -> {})),
            entry(
                    "create metadata",
                    client -> client.conversations()
                            .create(request -> request.metadata(ordered("user_id", "user_123", "session", "s")))),
            entry("create metadata null", client -> client.conversations().create(request -> request.metadata(null))),
            entry("create items null", client -> client.conversations().create(request -> request.items(null))),
            entry(
                    "create items",
                    client -> client.conversations()
                            .create(request -> request.addItem(user("Hi")).metadata(Map.of()))),
            entry("retrieve", client -> client.conversations().retrieve("conv_1")),
            entry("update", client -> client.conversations().update("conv_1", r -> r.metadata(Map.of("a", "b")))),
            entry("update null", client -> client.conversations().update("conv_1", r -> r.metadata(null))),
            entry("delete", client -> client.conversations().delete("conv_1")),
            entry("items.create", client -> items(client).create("conv_1", r -> r.addItem(userParts("Hello")))),
            entry(
                    "items.create include",
                    client -> items(client)
                            .create(
                                    "conv_1",
                                    r -> r.addItem(user("x"))
                                            .addInclude(Include.Known.MESSAGE_OUTPUT_TEXT_LOGPROBS)
                                            .addInclude(Include.Known.REASONING_ENCRYPTED_CONTENT))),
            entry("items.retrieve", client -> items(client).retrieve("conv_1", "msg_1")),
            entry(
                    "items.retrieve include",
                    client -> items(client)
                            .retrieve(
                                    "conv_1", "msg_1", r -> r.addInclude(Include.Known.MESSAGE_OUTPUT_TEXT_LOGPROBS))),
            entry("items.list", client -> items(client).list("conv_1")),
            entry(
                    "items.list all",
                    client -> items(client)
                            .list(
                                    "conv_1",
                                    r -> r.order(Order.Known.ASC)
                                            .limit(5L)
                                            .after("msg_9")
                                            .include(List.of(
                                                    Include.Known.MESSAGE_OUTPUT_TEXT_LOGPROBS,
                                                    Include.Known.WEB_SEARCH_CALL_RESULTS)))),
            entry("items.list odd after", client -> items(client).list("conv_1", r -> r.after("a b&c=d+e/ü"))),
            entry("items.delete", client -> items(client).delete("conv_1", "msg_1")),
            entry(
                    "responses.create conversation",
                    client -> client.responses()
                            .create(r -> r.model("gpt-4").conversation("conv_1").input(List.of(userParts("Hello!"))))),
            entry(
                    "responses.create string",
                    client -> client.responses()
                            .create(r -> r.model("gpt-4")
                                    .conversation(ConversationReference.builder()
                                            .id("conv_1")
                                            .build())
                                    .input("Hello"))));

    @TestFactory
    Stream<DynamicTest> call_ofAVector_isTheSameOnTheWire() {
        return vectors().filter(RequestVectorsTest::isSent).map(vector -> shown(vector, () -> assertSent(vector)));
    }

    @TestFactory
    Stream<DynamicTest> call_ofAVectorThatIsRefused_isRefused() {
        return vectors().filter(vector -> !isSent(vector)).map(vector -> shown(vector, () -> assertRefused(vector)));
    }

    @Test
    void vectors_ofTheFile_areAllCalled() {
        Set<String> inFile = new HashSet<>(Trees.elements(json()).stream()
                .map(vector -> Trees.text(vector, "name"))
                .toList());

        assertThat(inFile).hasSize(32).containsAll(CALLS.keySet());
        inFile.removeAll(CALLS.keySet());
        assertThat(inFile).allMatch(name -> idToRetrieve(name) != null).hasSize(12);
        assertThat(vectors().filter(vector -> !isSent(vector))).hasSize(2);
    }

    private static DynamicTest shown(JsonValue vector, Executable assertions) {
        String name = Trees.text(vector, "name");
        return DynamicTest.dynamicTest(
                name, () -> Evidence.show(operation(vector), Check.OPERATION_VECTOR, name, assertions));
    }

    /** The operation as the client names it: the file shortens those on items. */
    private static String operation(JsonValue vector) {
        return Trees.text(vector, "operation").replaceFirst("^items\\.", "conversations.items.");
    }

    private static void assertSent(JsonValue vector) {
        JsonObject expected = Trees.objectMember(vector, "request");
        try (LoopbackServer server = LoopbackServer.answering(200, answer(operation(vector)));
                OpenAiClient client = client(server)) {
            server.net.excuse("no GET /conversations/$", "the official client sends an empty identifier, too");
            call(vector).accept(client);

            LoopbackServer.Received sent = server.request();
            assertThat(sent.method()).isEqualTo(Trees.text(expected, "method"));
            assertThat(inOrderOfNames(sent.target())).isEqualTo(inOrderOfNames(Trees.text(expected, "target")));
            JsonObject headers = Trees.objectMember(expected, "headers");
            for (String name : HEADERS) {
                assertThat(sent.header(name))
                        .as(name)
                        .isEqualTo(headers.contains(name) ? Trees.text(headers, name) : null);
            }
            JsonValue body = Trees.member(expected, "body");
            assertThat(sent.body().isEmpty()).isEqualTo(body == JsonNull.INSTANCE);
            assertThat(sent.body().isEmpty() ? JsonNull.INSTANCE : JsonValue.parse(sent.body()))
                    .isEqualTo(body);
        }
    }

    /** Query parameters stand in the caller's order in JavaScript and in the document's here; values keep theirs. */
    private static List<String> inOrderOfNames(String target) {
        List<String> parts = new ArrayList<>(List.of(target.split("[?&]", -1)));
        parts.subList(1, parts.size()).sort(Comparator.comparing(pair -> pair.replaceFirst("=.*", "")));
        return parts;
    }

    private static void assertRefused(JsonValue vector) {
        try (LoopbackServer server = LoopbackServer.answering(200, CONVERSATION);
                OpenAiClient client = client(server)) {
            assertThatIllegalArgumentException().isThrownBy(() -> call(vector).accept(client));
            assertThat(server.requests()).isEmpty();
        }
    }

    private static Consumer<OpenAiClient> call(JsonValue vector) {
        String name = Trees.text(vector, "name");
        String id = idToRetrieve(name);
        if (id != null) {
            return client -> client.conversations().retrieve(id);
        }
        Consumer<OpenAiClient> call = CALLS.get(name);
        assertThat(call).as("a call for the vector '%s'", name).isNotNull();
        return call;
    }

    /** The identifier of the vectors named {@code retrieve id "…"}, a JSON string; null for the others. */
    private static @Nullable String idToRetrieve(String name) {
        String prefix = "retrieve id ";
        return name.startsWith(prefix)
                ? Trees.text(JsonValue.parse("{\"id\":" + name.substring(prefix.length()) + "}"), "id")
                : null;
    }

    private static String answer(String operation) {
        return switch (operation) {
            case "conversations.delete" -> DELETED;
            case "conversations.items.create", "conversations.items.list" -> LIST;
            case "conversations.items.retrieve" -> ITEM;
            case "responses.create" -> RESPONSE;
            default -> CONVERSATION;
        };
    }

    private static Stream<JsonValue> vectors() {
        return Trees.elements(json()).stream();
    }

    private static JsonValue json() {
        return Shared.json(Shared.file("vectors/requests.json"));
    }

    private static boolean isSent(JsonValue vector) {
        return Trees.member(vector, "request") != JsonNull.INSTANCE;
    }

    private static OpenAiClient client(LoopbackServer server) {
        return OpenAiClient.builder()
                .baseUrl(server.baseUrl())
                .apiKey("sk-test")
                .organization("org-1")
                .project("proj-1")
                .build();
    }

    private static ConversationItemService items(OpenAiClient client) {
        return client.conversations().items();
    }

    private static InputItem user(String text) {
        return EasyInputMessage.builder().role("user").content(text).build();
    }

    private static InputItem userParts(String text) {
        List<InputContent> parts = List.of(InputTextContent.builder().text(text).build());
        return EasyInputMessage.builder().role("user").content(parts).build();
    }

    private static Map<String, String> ordered(String key1, String value1, String key2, String value2) {
        Map<String, String> map = new LinkedHashMap<>();
        map.put(key1, value1);
        map.put(key2, value2);
        return map;
    }
}
