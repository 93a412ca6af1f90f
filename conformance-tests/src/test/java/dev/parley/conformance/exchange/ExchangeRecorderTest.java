package dev.parley.conformance.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conformance.Kit;
import dev.parley.conformance.LoopbackServer;
import dev.parley.conformance.Trees;
import dev.parley.openai.OpenAiClient;
import dev.parley.openai.model.ResponseCreatedEvent;
import dev.parley.openai.model.ResponseStreamEvent;
import dev.parley.runtime.error.ApiException;
import dev.parley.runtime.event.EventStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the recorder writes, and that the caller does not notice it. */
@Timeout(120)
class ExchangeRecorderTest {

    private static final String OK = "{'id':'%s','object':'conversation','created_at':1782518134,'metadata':{}}";

    @TempDir
    private Path folder;

    private ExchangeRecorder recorder;

    @BeforeEach
    void makeRecorder() {
        recorder = new ExchangeRecorder(folder, "recorded 2026-01-31, 127.0.0.1");
    }

    @Test
    void call_isWrittenWithTheHeadersThatCarryMeaning() {
        try (Kit kit = new Kit();
                OpenAiClient client = recorded(kit.client)) {
            recorder.next("topic", "Metadata.");
            client.conversations().create(c -> c.metadata(Map.of("topic", "x")));
            client.conversations().create();
        }

        assertThat(recorder.written())
                .containsExactly("conversations.create/recorded-002.json", "conversations.create/recorded-topic.json");
        Exchange exchange = read("conversations.create/recorded-topic.json");
        assertThat(exchange.note()).isEqualTo("Metadata.");
        assertThat(exchange.source()).isEqualTo("recorded 2026-01-31, 127.0.0.1");
        assertThat(exchange.request().target()).isEqualTo("/v1/conversations");
        assertThat(exchange.request().headers().keySet()).containsExactly("accept", "content-type");
        assertThat(exchange.response().headers().keySet())
                .containsExactly("content-type", "x-request-id", "openai-version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk-planted-4711-wxyz", "planted4711wxyz", "planted-sk-47110815+a/b==wxyz"})
    void secrets_whereverTheyShow_areInNoFile(String key) throws IOException {
        String echo = "{'error':{'message':'Bad key " + key + ", that is " + key.substring(0, 5) + "******wxyz or "
                + key.substring(0, 4)
                + "...wxyz or ****wxyz, of org-AbCdEf123456 and proj_AbCdEf123456, user-AbCdEf123456',"
                + "'" + key + "':['Bearer " + key + "','a=1&api_key=swordfish']}}";
        try (LoopbackServer server = LoopbackServer.answering(
                        401, json(echo), Map.of("x-request-id", "for-" + key, "set-cookie", "session=" + key));
                OpenAiClient client = recorded(server.client())
                        .withOptions(
                                o -> o.apiKey(key).organization("acme-secret").project("proj_acmesecret1"))) {
            failing(() -> client.conversations().create(c -> c.metadata(Map.of("mine", key, "other", "acme-secret"))));
        }

        String text = Files.readString(folder.resolve("errors/conversations.create/recorded-001.json"));
        assertThat(text)
                .doesNotContain("planted", "wxyz", "acme", "AbCdEf", "swordfish", "cookie")
                .contains("\"openai-organization\": \"removed\"", "\"openai-project\": \"proj_removed\"", "Bad key ");
        assertThat(read("errors/conversations.create/recorded-001.json")
                        .response()
                        .status())
                .isEqualTo(401);
    }

    @Test
    void identifiersAndMoments_areRenamedAlikeInAllExchanges() {
        String made = "conv_6a3f11765ab88196bb163daa1e6dc3030eea6ca4e48c1c16";
        try (LoopbackServer server = LoopbackServer.answering(
                        200, json(OK.formatted(made)), Map.of("x-request-id", "0b1c2d3e-0000-4000-8000-0123456789ab"));
                OpenAiClient client = recorded(server.client())) {
            client.conversations().create();
            client.conversations().retrieve(made);
            client.conversations().retrieve("conv_missing");
        }

        Exchange first = read("conversations.create/recorded-001.json");
        assertThat(first.response().body())
                .hasToString("Json[value="
                        + json("{'id':'conv_0001','object':'conversation','created_at':1750000000,"
                                + "'metadata':{}}]"));
        assertThat(first.response().headers()).containsEntry("x-request-id", "uuid_0001");
        assertThat(read("conversations.retrieve/recorded-002.json").request().target())
                .isEqualTo("/v1/conversations/conv_0001");
        assertThat(read("conversations.retrieve/recorded-003.json").request().target())
                .isEqualTo("/v1/conversations/conv_missing");
    }

    @Test
    void callWithRetries_keepsTheLastAttempt() {
        try (Kit kit = new Kit();
                OpenAiClient client = recorded(kit.client).withOptions(o -> o.maxRetries(1))) {
            kit.server.failNext(500, "", Map.of("retry-after-ms", "1"));
            client.conversations().create();
        }

        assertThat(recorder.written()).containsExactly("conversations.create/recorded-001.json");
        assertThat(ExchangeFile.paths(folder)).isEqualTo(recorder.written());
    }

    @Test
    void bodyThatIsNoJson_isText() {
        try (LoopbackServer server =
                        LoopbackServer.answering(502, "<html>\"x\"</html>", Map.of("content-type", "text/html"));
                OpenAiClient client = recorded(server.client()).withOptions(o -> o.maxRetries(0))) {
            failing(() -> client.conversations().retrieve("conv_1"));
        }

        assertThat(read("errors/conversations.retrieve/recorded-001.json")
                        .response()
                        .body())
                .isEqualTo(new ExchangeBody.Text("<html>\"x\"</html>"));
    }

    @Test
    void stream_reachesTheCallerEventByEventAndIsWrittenAtItsEnd() {
        List<ResponseStreamEvent> seen = new ArrayList<>();
        try (Kit kit = new Kit();
                OpenAiClient client = recorded(kit.client);
                EventStream<ResponseStreamEvent> events =
                        client.responses().stream(r -> r.model("gpt-4o").input("Hello"))) {
            assertThat(recorder.written()).isEmpty();
            events.forEach(seen::add);
        }

        String path = "responses.create/recorded-001.json";
        assertThat(recorder.written()).containsExactly(path);
        String text = read(path).response().body().toString();
        assertThat(text.split("\ndata: ")).hasSize(seen.size() + 1);
        assertThat(read(path).response().isEventStream()).isTrue();
        assertThat(read(path).note()).isEqualTo("responses.create");
    }

    @Test
    void stream_thatTheCallerLeaves_isWrittenAsFarAsItWasRead() {
        try (Kit kit = Kit.slow();
                OpenAiClient client = recorded(kit.client)) {
            try (EventStream<ResponseStreamEvent> events =
                    client.responses().stream(r -> r.model("gpt-4o").input("Hello"))) {
                assertThat(events.iterator().next()).isInstanceOf(ResponseCreatedEvent.class);
                assertThat(recorder.written()).isEmpty();
            }
        }

        Exchange exchange = read("responses.create/recorded-001.json");
        assertThat(exchange.note()).isEqualTo("responses.create (the caller left before its end)");
        assertThat(exchange.response().body().toString())
                .contains("response.created")
                .doesNotContain("completed\"");
    }

    @Test
    void asyncCallsAndPublishers_areWrittenToo() {
        List<ResponseStreamEvent> seen = new ArrayList<>();
        try (Kit kit = new Kit();
                OpenAiClient client = recorded(kit.client)) {
            client.async().conversations().create().join();
            client.async().responses().stream(r -> r.model("gpt-4o").input("Hello"))
                    .forEach(seen::add)
                    .join();
        }

        assertThat(seen).isNotEmpty();
        assertThat(recorder.written())
                .containsExactly("conversations.create/recorded-001.json", "responses.create/recorded-002.json");
    }

    @Test
    void items_goIntoTheFoldersOfTheirTypes() {
        try (Kit kit = new Kit();
                OpenAiClient client = recorded(kit.client)) {
            String conversation = kit.conversationOf(1);
            String item = Trees.text(kit.server.items(conversation).get(0), "id");
            client.conversations().items().retrieve(conversation, item);
            client.conversations().items().create(conversation, r -> r.items(List.of(Kit.user("one"))));
        }

        assertThat(recorder.written())
                .containsExactly("input/message/recorded-002.json", "items/message/recorded-001.json");
    }

    private OpenAiClient recorded(OpenAiClient client) {
        return client.withOptions(options -> options.attemptInterceptor(recorder));
    }

    private Exchange read(String path) {
        return ExchangeFile.read(folder, path);
    }

    private static void failing(Runnable call) {
        try {
            call.run();
        } catch (ApiException expected) {
            return;
        }
        throw new AssertionError("the call must fail");
    }

    private static String json(String apostrophes) {
        return apostrophes.replace('\'', '"');
    }
}
