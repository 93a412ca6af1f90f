package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parley.openai.OpenAiClient;
import dev.parley.openai.model.ConversationCreateRequest;
import dev.parley.openai.model.ResponseStreamEvent;
import dev.parley.runtime.call.ApiCall;
import dev.parley.runtime.call.AttemptResult;
import dev.parley.runtime.call.CallObserver;
import dev.parley.runtime.call.CallResult;
import dev.parley.runtime.call.HttpLogging;
import dev.parley.runtime.call.Interceptor;
import dev.parley.runtime.error.ApiException;
import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.event.EventStream;
import dev.parley.runtime.http.HttpTransport;
import dev.parley.runtime.http.UrlConnectionTransport;
import dev.parley.testkit.Fault;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is logged at each level, and that keys planted in the client are in nothing that is printed, thrown or rendered. */
@Timeout(120)
class PlantedKeyTest {

    private static final String KEY = "sk-planted-4711-0815";
    private static final String PROXY_KEY = "planted-other-key-99";

    private final Kit kit = new Kit();
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final List<String> rendered = new CopyOnWriteArrayList<>();
    private final Logger logger = Logger.getLogger("dev.parley.http");

    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(entry.getMessage());
            keep(entry.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.setUseParentHandlers(false);
        logger.setLevel(Level.ALL);
        logger.addHandler(handler);
    }

    @AfterEach
    void close() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
        logger.setLevel(null);
        kit.close();
    }

    @ParameterizedTest
    @EnumSource(HttpLogging.class)
    void everything_printedThrownOrRendered_isWithoutTheKeys(HttpLogging level) {
        try (HttpTransport url = UrlConnectionTransport.create()) {
            OpenAiClient client = client(level);
            drive(client);
            drive(client.withOptions(o -> o.transport(url)));
        }

        assertThat(kit.server.requests()).hasSizeGreaterThan(20).allMatch(r -> r.header("x-api-key") != null);
        assertThat(String.join("\n", rendered))
                .contains("401", "ClientOptions[", "POST", "***")
                .doesNotContain("planted");
        assertThat(String.join("\n", logged)).doesNotContain("planted");
        assertThat(logged.isEmpty()).isEqualTo(level == HttpLogging.OFF);
    }

    @Test
    void basic_ofASuccess_isOneLineWithoutTheQuery() {
        String id = kit.conversationOf(0);
        client(HttpLogging.BASIC).conversations().items().list(id, q -> q.limit(3L));

        assertThat(logged)
                .singleElement()
                .asString()
                .startsWith("<-- GET " + kit.server.baseUrl() + "/conversations/" + id + "/items")
                .contains(": 200 in ", "request req_")
                .doesNotContain("limit", "\n");
    }

    @Test
    void headers_showHarmlessValuesAndMaskTheOthers() {
        client(HttpLogging.HEADERS)
                .withOptions(o -> o.header("x-tenant", "nobody-thought-of-it"))
                .conversations()
                .create(c -> c.metadata(Map.of("k", "in the body")));

        assertThat(logged).hasSize(2);
        assertThat(logged.get(0))
                .startsWith("--> POST")
                .contains("\n    authorization: ***", "x-api-key: ***", "x-tenant: ***");
        assertThat(logged.get(1)).contains("\n    content-type: application/json", "\n    x-request-id: req_");
        assertThat(logged.toString()).doesNotContain("in the body");
    }

    @Test
    void body_showsBothBodiesAndNotThoseOfStreams() {
        OpenAiClient client = client(HttpLogging.BODY);
        client.conversations().create(c -> c.metadata(Map.of("k", "in the body")));
        assertThat(logged.get(0)).contains("{\"metadata\":{\"k\":\"in the body\"}}");
        assertThat(logged.get(1)).contains("\"object\":\"conversation\"");
        logged.clear();

        try (EventStream<ResponseStreamEvent> events =
                client.responses().stream(r -> r.model("gpt-4").input("in the body"))) {
            events.forEach(event -> {});
        }

        assertThat(logged.get(0)).contains("in the body");
        assertThat(logged.get(1)).doesNotContain("in the body", "response.created");
    }

    /** Succeeds and fails in every way, and keeps what a user could print. */
    private void drive(OpenAiClient client) {
        kit.net.excuseAnswers("the answers are scripted");
        String echo = "{\"error\":{\"message\":\"Incorrect key " + KEY + " or " + PROXY_KEY + "\",\"code\":\"" + KEY
                + "\",\"type\":\"t\",\"param\":\"" + KEY + "\"}}";
        keep(client);
        keep(client.async());
        keep(client.calls());
        String id = client.conversations().create().id();
        ApiCall<?> call = client.calls().conversations().retrieve(id);
        keep(call);
        keep(call.send());
        keep(call.sendAsync().join().headers());
        keep(ConversationCreateRequest.builder().metadata(Map.of("k", "v")).build());

        kit.server.failNext(401, echo, Map.of("x-request-id", KEY, "x-echo", "Bearer " + KEY));
        Throwable refused = catchThrowable(() -> client.conversations().create());
        keep(refused);
        ApiException e = (ApiException) refused;
        keep(List.of(e.headers(), e.rawBody(), String.valueOf(e.body()), String.valueOf(e.serverMessage())));
        keep(List.of(String.valueOf(e.code()), String.valueOf(e.param()), String.valueOf(e.requestId()), e.toString()));
        kit.server.failNext(401, echo, Map.of());
        keep(failureOf(client.async().conversations().create()));

        kit.server.failNext(200, "{\"id\":7,\"echo\":\"" + KEY + "\"}", Map.of());
        Throwable broken = catchThrowable(() -> client.conversations().create());
        keep(broken);
        keep(((DecodingException) broken).bodyText());
        for (Fault fault : List.of(Fault.dropConnection(), Fault.loseAnswer(), Fault.halfBody())) {
            kit.server.failNext(fault);
            keep(catchThrowable(() -> client.conversations().create()));
        }
        outOfTime(client);
        kit.server.failNext(500, echo, Map.of("retry-after-ms", "1"));
        client.withOptions(o -> o.maxRetries(1)).conversations().create();
        try (EventStream<ResponseStreamEvent> events =
                client.responses().stream(r -> r.model("gpt-4").input("x"))) {
            keep(events);
            keep(events.stream().toList());
        }
    }

    /** Runs out of time; not before the server has taken the request, or a later one would get no answer. */
    private void outOfTime(OpenAiClient client) {
        int unanswered = kit.server.activeExchanges() + 1;
        kit.server.failNext(Fault.neverAnswer());
        for (int millis = 60; kit.server.activeExchanges() < unanswered; millis *= 2) {
            Duration timeout = Duration.ofMillis(millis);
            OpenAiClient hasty = client.withOptions(o -> o.timeout(timeout));
            keep(catchThrowable(() -> hasty.conversations().create()));
        }
    }

    private OpenAiClient client(HttpLogging level) {
        CallObserver observer = info -> new CallObserver.Observation() {
            @Override
            public void attempt(AttemptResult result) {
                keep(result);
                keep(result.failure());
            }

            @Override
            public void end(CallResult result) {
                keep(result);
                keep(result.failure());
            }
        };
        Interceptor printing = (request, next) -> {
            keep(request);
            keep(request.headers());
            return next.proceed(request).whenComplete((response, failure) -> keep(failure));
        };
        return kit.client.withOptions(o -> o.apiKey(KEY)
                .header("x-api-key", PROXY_KEY)
                .logging(level)
                .observer(observer)
                .attemptInterceptor(printing)
                .options(options -> keep(options.build())));
    }

    private void keep(@Nullable Object value) {
        if (value instanceof Throwable thrown) {
            StringWriter text = new StringWriter();
            thrown.printStackTrace(new PrintWriter(text));
            rendered.add(text.toString());
        } else {
            rendered.add(String.valueOf(value));
        }
    }

    private static @Nullable Throwable failureOf(CompletableFuture<?> call) {
        return call.handle((value, failure) -> failure).join();
    }
}
