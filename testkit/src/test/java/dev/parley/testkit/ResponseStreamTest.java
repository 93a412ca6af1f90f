package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonNumber;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class ResponseStreamTest {

    private static final String ASK = "{\"model\":\"m\",\"input\":\"Hello\",\"stream\":true}";

    @Test
    void stream_text_hasTheEventsOfTheServiceInOrder() {
        try (ConversationsServer server = ConversationsServer.start()) {
            PlainClient.Reply reply = new PlainClient(server).post("/responses", ASK);

            List<StreamedEvent> events = StreamedEvent.read(reply.body());
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.header("content-type")).isEqualTo("text/event-stream; charset=utf-8");
            assertThat(reply.header("content-length")).isEmpty();
            assertThat(StreamedEvent.names(events))
                    .containsExactly(
                            "response.created",
                            "response.in_progress",
                            "response.output_item.added",
                            "response.content_part.added",
                            "response.output_text.delta",
                            "response.output_text.delta",
                            "response.output_text.delta",
                            "response.output_text.done",
                            "response.content_part.done",
                            "response.output_item.done",
                            "response.completed");
            assertThat(events)
                    .allSatisfy(event -> assertThat(event.text("type")).isEqualTo(event.name()));
            assertThat(numbers(events)).isEqualTo(range(0, 11));
            assertThat(joinedDeltas(events)).isEqualTo("You said: Hello");
            assertThat(events.get(7).text("text")).isEqualTo("You said: Hello");
        }
    }

    @Test
    void stream_snapshots_showTheResponseAsItGoesOn() {
        try (ConversationsServer server = ConversationsServer.start()) {
            PlainClient client = new PlainClient(server);

            List<StreamedEvent> events =
                    StreamedEvent.read(client.post("/responses", ASK).body());

            JsonObject created = events.get(0).response();
            JsonObject completed = events.get(10).response();
            assertThat(created.get("status")).hasToString("\"in_progress\"");
            assertThat(created.get("output")).hasToString("[]");
            assertThat(created.get("usage")).hasToString("null");
            assertThat(created.names()).isEqualTo(completed.names());
            assertThat(events.get(2).data().get("item"))
                    .hasToString(
                            "{\"id\":" + events.get(3).data().get("item_id")
                                    + ",\"type\":\"message\",\"status\":\"in_progress\",\"content\":[],\"role\":\"assistant\"}");
            assertThat(events.get(3).data().get("part"))
                    .hasToString("{\"type\":\"output_text\",\"annotations\":[],\"logprobs\":[],\"text\":\"\"}");
            assertThat(((JsonArray) completed.members().get("output")).values())
                    .containsExactly(events.get(9).data().members().get("item"));
            assertThat(client.get("/responses/"
                                    + String.valueOf(completed.get("id")).replace("\"", ""))
                            .json())
                    .isEqualTo(completed);
        }
    }

    @Test
    void stream_inConversation_appendsItems() {
        try (ConversationsServer server = ConversationsServer.start()) {
            PlainClient client = new PlainClient(server);
            String conversation = client.conversation("{}");

            client.post(
                    "/responses",
                    "{\"model\":\"m\",\"input\":\"x\",\"stream\":true,\"conversation\":\"" + conversation + "\"}");

            assertThat(server.items(conversation)).hasSize(2);
        }
    }

    @Test
    void stream_deltas_arePaddedUnlessToldOtherwise() {
        try (ConversationsServer server = ConversationsServer.start()) {
            PlainClient client = new PlainClient(server);
            String plain = ASK.replace("}", ",\"stream_options\":{\"include_obfuscation\":false}}");

            assertThat(StreamedEvent.read(client.post("/responses", ASK).body())
                            .get(4)
                            .data()
                            .names())
                    .contains("obfuscation");
            assertThat(client.post("/responses", plain).body()).doesNotContain("obfuscation");
        }
    }

    @Test
    void stream_functionCalls_bringTheirArguments() {
        ModelAnswer calls =
                ModelAnswer.functionCall("weather", "{\"city\": \"Oslo\"}").and(ModelAnswer.functionCall("time", "{}"));
        List<StreamedEvent> events = streamOf(calls);

        assertThat(StreamedEvent.names(events))
                .containsExactly(
                        "response.created",
                        "response.in_progress",
                        "response.output_item.added",
                        "response.function_call_arguments.delta",
                        "response.function_call_arguments.delta",
                        "response.function_call_arguments.done",
                        "response.output_item.done",
                        "response.output_item.added",
                        "response.function_call_arguments.delta",
                        "response.function_call_arguments.done",
                        "response.output_item.done",
                        "response.completed");
        assertThat(events.get(2).data().get("item").toJson()).contains("\"arguments\":\"\"", "\"in_progress\"");
        assertThat(events.get(5).text("arguments")).isEqualTo("{\"city\": \"Oslo\"}");
        assertThat(events.get(5).text("name")).isEqualTo("weather");
        assertThat(events.get(9).text("output_index")).isEqualTo("1");
    }

    @Test
    void stream_refusal_isToldAsOne() {
        List<StreamedEvent> events = streamOf(ModelAnswer.refusal("I cannot"));

        assertThat(StreamedEvent.names(events))
                .containsSubsequence(
                        "response.content_part.added",
                        "response.refusal.delta",
                        "response.refusal.delta",
                        "response.refusal.done",
                        "response.content_part.done");
        assertThat(events.get(6).text("refusal")).isEqualTo("I cannot");
        assertThat(events.get(4).data().names()).doesNotContain("logprobs");
    }

    @Test
    void stream_otherItems_areToldAsFarAsTheyComeInParts() {
        JsonObject reasoning = (JsonObject) JsonValue.parse(
                "{\"type\":\"reasoning\",\"summary\":[{\"type\":\"summary_text\",\"text\":\"Hm hm\"}]}");
        JsonObject custom = JsonObject.of("type", "custom_tool_call", "name", "shell", "input", "ls");
        JsonObject search = (JsonObject)
                JsonValue.parse("{\"type\":\"web_search_call\",\"action\":{\"type\":\"search\",\"query\":\"q\"}}");

        List<StreamedEvent> events = streamOf(ModelAnswer.items(reasoning, custom, search));

        assertThat(StreamedEvent.names(events))
                .containsExactly(
                        "response.created",
                        "response.in_progress",
                        "response.output_item.added",
                        "response.reasoning_summary_part.added",
                        "response.reasoning_summary_text.delta",
                        "response.reasoning_summary_text.delta",
                        "response.reasoning_summary_text.done",
                        "response.reasoning_summary_part.done",
                        "response.output_item.done",
                        "response.output_item.added",
                        "response.custom_tool_call_input.delta",
                        "response.custom_tool_call_input.done",
                        "response.output_item.done",
                        "response.output_item.added",
                        "response.output_item.done",
                        "response.completed");
        assertThat(events.get(6).text("text")).isEqualTo("Hm hm");
        assertThat(events.get(6).text("summary_index")).isEqualTo("0");
        assertThat(events.get(11).text("input")).isEqualTo("ls");
    }

    @Test
    void stream_failure_endsWithIt() {
        List<StreamedEvent> events = streamOf(ModelAnswer.failure("rate_limit_exceeded", "slow down"));

        assertThat(StreamedEvent.names(events))
                .containsExactly("response.created", "response.in_progress", "response.failed");
        assertThat(events.get(2).response().get("error"))
                .hasToString("{\"code\":\"rate_limit_exceeded\",\"message\":\"slow down\"}");
    }

    @Test
    void stream_incomplete_endsWithIt() {
        List<StreamedEvent> events = streamOf(ModelAnswer.incomplete("content_filter", "Once"));

        assertThat(events.get(events.size() - 1).name()).isEqualTo("response.incomplete");
        assertThat(events.get(events.size() - 1).response().get("incomplete_details"))
                .hasToString("{\"reason\":\"content_filter\"}");
    }

    @Test
    void stream_done_isSentOnlyWhenAskedFor() {
        try (ConversationsServer server =
                ConversationsServer.builder().streamDone(true).start()) {
            assertThat(new PlainClient(server).post("/responses", ASK).body()).endsWith("}\n\ndata: [DONE]\n\n");
        }
    }

    @Test
    void stream_background_isQueuedFirst() {
        try (ConversationsServer server = ConversationsServer.start()) {
            String ask = ASK.replace("}", ",\"background\":true}");

            List<StreamedEvent> events = StreamedEvent.read(
                    new PlainClient(server).post("/responses", ask).body());

            assertThat(StreamedEvent.names(events))
                    .startsWith("response.created", "response.queued", "response.in_progress")
                    .endsWith("response.completed");
            assertThat(events.get(0).response().get("status")).hasToString("\"queued\"");
        }
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "&starting_after=-1, 0", "&starting_after=0, 1", "&starting_after=7, 8"})
    void retrieve_asStream_startsAfterTheEvent(String query, int first) {
        try (ConversationsServer server = ConversationsServer.start()) {
            PlainClient client = new PlainClient(server);
            String id = client.post("/responses", ASK.replace("true", "false")).text("id");

            PlainClient.Reply reply = client.get("/responses/" + id + "?stream=true" + query);

            assertThat(reply.header("content-type")).startsWith("text/event-stream");
            assertThat(numbers(StreamedEvent.read(reply.body()))).isEqualTo(range(first, 11));
        }
    }

    @Test
    void retrieve_asStreamBeyondTheEnd_isEmpty() {
        try (ConversationsServer server = ConversationsServer.start()) {
            PlainClient client = new PlainClient(server);
            String id = client.post("/responses", ASK.replace("true", "false")).text("id");

            PlainClient.Reply beyond = client.get("/responses/" + id + "?stream=true&starting_after=99");
            PlainClient.Reply odd = client.get("/responses/" + id + "?stream=true&starting_after=x");

            assertThat(beyond.status()).isEqualTo(200);
            assertThat(beyond.body()).isEmpty();
            assertThat(odd.status()).isEqualTo(400);
            assertThat(odd.error("param")).isEqualTo("\"starting_after\"");
        }
    }

    @Test
    void stream_eventsWithPause_arriveOneByOne() throws IOException, InterruptedException {
        try (ConversationsServer server =
                ConversationsServer.builder().streamPause(Duration.ofMillis(20)).start()) {
            // The stream stalls before its end, so that what arrives can only have been flushed before.
            server.failNextStream(StreamFault.stallAfter(3));
            HttpRequest request = HttpRequest.newBuilder(URI.create(server.baseUrl() + "/responses"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(ASK))
                    .build();

            HttpResponse<InputStream> response =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                assertThat(lines.readLine()).isEqualTo("event: response.created");
                for (int line = 0; line < 5; line++) {
                    lines.readLine();
                }
                assertThat(lines.readLine()).isEqualTo("event: response.output_item.added");
                assertThat(server.activeExchanges()).isEqualTo(1);
            }
        }
    }

    private static List<StreamedEvent> streamOf(ModelAnswer answer) {
        try (ConversationsServer server =
                ConversationsServer.builder().model(ScriptedModel.of(answer)).start()) {
            return StreamedEvent.read(
                    new PlainClient(server).post("/responses", ASK).body());
        }
    }

    private static String joinedDeltas(List<StreamedEvent> events) {
        return events.stream()
                .filter(event -> event.name().equals("response.output_text.delta"))
                .map(event -> event.text("delta"))
                .collect(Collectors.joining());
    }

    private static List<Long> numbers(List<StreamedEvent> events) {
        return events.stream()
                .map(event -> ((JsonNumber) event.data().members().get("sequence_number")).longValue())
                .toList();
    }

    private static List<Long> range(long from, long to) {
        return LongStream.range(from, to).boxed().toList();
    }
}
