package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonNull;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Sends what was sent to the real service and expects what it answered: status, members, their order, their values. */
class RecordingsTest {

    private static final Path RECORDINGS = Path.of("..", "..", "shared", "recordings", "conversations.json");
    private static final Path ITEMS = RECORDINGS.resolveSibling("items");
    private static final String INCLUDE_ALL = "?include[]=file_search_call.results&include[]=web_search_call.results"
            + "&include[]=web_search_call.action.sources&include[]=message.input_image.image_url"
            + "&include[]=computer_call_output.output.image_url&include[]=code_interpreter_call.outputs"
            + "&include[]=reasoning.encrypted_content&include[]=message.output_text.logprobs";
    private static final Pattern CONVERSATION = Pattern.compile("conv_[0-9a-f]{48}");
    private static final Pattern IDENTIFIER = Pattern.compile("(conv|msg)_[0-9a-f]{48,50}");

    /** A factory that is skipped shows in no count, so it says so itself. */
    private static void assumeThere(Path reference) {
        boolean there = Files.exists(reference);
        if (!there) {
            System.out.println("SKIPPED: nothing is held against "
                    + reference.toAbsolutePath().normalize());
        }
        assumeTrue(there, "no reference data");
    }

    @TestFactory
    Stream<DynamicTest> replay_recordedExchanges_areAnsweredAlike() throws IOException {
        assumeThere(RECORDINGS);
        Map<String, List<JsonObject>> sessions = new LinkedHashMap<>();
        for (JsonValue exchange : ((JsonArray) JsonValue.parse(Files.readString(RECORDINGS))).values()) {
            String session = String.valueOf(((JsonObject) exchange).get("path"));
            sessions.computeIfAbsent(session, key -> new ArrayList<>()).add((JsonObject) exchange);
        }
        return sessions.entrySet().stream()
                .map(session -> DynamicTest.dynamicTest(session.getKey(), () -> replay(session.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> create_recordedItems_areTakenAndAnsweredAsTheServiceWritesThem() throws IOException {
        assumeThere(ITEMS);
        List<Path> files;
        try (Stream<Path> all = Files.list(ITEMS)) {
            files = all.filter(file -> file.getFileName().toString().contains("--"))
                    .sorted()
                    .toList();
        }
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> create(file)));
    }

    private static void create(Path file) throws IOException {
        JsonObject item = (JsonObject) JsonValue.parse(Files.readString(file));
        try (ConversationsServer server = ConversationsServer.start()) {
            PlainClient client = new PlainClient(server);
            String path = "/conversations/" + client.conversation("{}") + "/items" + INCLUDE_ALL;

            PlainClient.Reply reply = client.post(path, "{\"items\":[" + item + "]}");

            assertThat(reply.status()).isEqualTo(200);
            if (!file.getFileName().toString().contains("-req-")) {
                assertThat(reply.data().get(0)).hasToString(item.toString());
            }
        }
    }

    private static void replay(List<JsonObject> exchanges) {
        try (ConversationsServer server = ConversationsServer.start()) {
            Session session = new Session(server, new PlainClient(server), new HashMap<>());
            exchanges.forEach(session::replay);
        }
    }

    /** One server and the identifiers it gave to what has others in the recording. */
    private record Session(ConversationsServer server, PlainClient client, Map<String, String> given) {

        void replay(JsonObject exchange) {
            JsonObject request = object(exchange, "request");
            JsonObject expected = object(object(exchange, "response"), "body");
            int status =
                    Integer.parseInt(String.valueOf(object(exchange, "response").get("status")));
            String path = text(request, "uri").replaceFirst("https://api.openai.com/v1", "");
            Matcher recorded = CONVERSATION.matcher(path);
            if (recorded.find() && !String.valueOf(expected).contains("Conversation with id")) {
                prepare(recorded.group(), path, expected);
            }
            String target = IDENTIFIER.matcher(path).replaceAll(id -> given.getOrDefault(id.group(), id.group()));

            PlainClient.Reply reply = send(text(request, "method"), target, body(request, expected));

            assertThat(reply.status()).isEqualTo(status);
            assertThat(canonical(reply.body())).isEqualTo(canonical(expected.toJson()));
            List<String> recordedIds = identifiers(expected.toJson());
            List<String> givenIds = identifiers(reply.body());
            for (int index = 0; index < givenIds.size(); index++) {
                given.put(recordedIds.get(index), givenIds.get(index));
            }
        }

        /** Brings about what was there before the recording began, and what a model added in between. */
        private void prepare(String recordedId, String path, JsonObject expected) {
            JsonValue metadata = expected.get("metadata");
            given.computeIfAbsent(
                    recordedId,
                    id -> client.conversation(JsonObject.of("metadata", metadata == null ? JsonObject.EMPTY : metadata)
                            .toJson()));
            List<JsonValue> items =
                    new ArrayList<>(expected.get("data") instanceof JsonArray data ? data.values() : List.of(expected));
            if (!path.contains("order=asc")) {
                Collections.reverse(items);
            }
            String digits = recordedId.substring(recordedId.length() - 16);
            items.stream()
                    .map(JsonObject.class::cast)
                    .filter(item -> text(item, "id").startsWith("msg_" + digits))
                    .forEach(item -> server.seedItem(given.get(recordedId), item));
        }

        private PlainClient.Reply send(String method, String path, String body) {
            return method.equals("POST")
                    ? client.post(path, body)
                    : client.send(client.request(path).method(method, BodyPublishers.noBody()));
        }
    }

    /** The recorded body; where a recording has lost it, one that asks for the recorded metadata. */
    private static String body(JsonObject request, JsonObject expected) {
        JsonValue body = request.get("body");
        if (body instanceof JsonString broken) {
            return broken.value();
        }
        return body == JsonNull.INSTANCE
                ? JsonObject.of("metadata", expected.get("metadata")).toJson()
                : String.valueOf(body);
    }

    /** Identifiers become their number in the text, times become zero. */
    private static String canonical(String json) {
        List<String> seen = new ArrayList<>();
        return IDENTIFIER
                .matcher(json)
                .replaceAll(match -> number(match, seen))
                .replaceFirst("\"created_at\":\\d+", "\"created_at\":0");
    }

    private static List<String> identifiers(String json) {
        return IDENTIFIER.matcher(json).results().map(MatchResult::group).toList();
    }

    private static String number(MatchResult identifier, List<String> seen) {
        if (!seen.contains(identifier.group())) {
            seen.add(identifier.group());
        }
        return identifier.group(1) + "#" + seen.indexOf(identifier.group());
    }

    private static JsonObject object(JsonObject json, String member) {
        return (JsonObject) Objects.requireNonNull(json.get(member), member);
    }

    private static String text(JsonObject json, String member) {
        return json.get(member) instanceof JsonString text ? text.value() : "";
    }
}
