package dev.parley.runtime.call;

import static dev.parley.runtime.call.ScriptServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.runtime.codec.JsonReader;
import dev.parley.runtime.error.ApiException;
import dev.parley.runtime.http.HttpHeaders;
import dev.parley.runtime.http.HttpRequest;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is logged at each level, and that a planted key is in nothing that is printed, thrown or rendered. */
@Timeout(120)
class HttpLogTest {
    private static final String QUERY_KEY = "planted-in query/9876";
    private static final String ENCODED_QUERY_KEY = "planted-in%20query%2F9876";

    private final List<String> entries = new CopyOnWriteArrayList<>();

    private final System.Logger logger = new System.Logger() {
        @Override
        public String getName() {
            return "test";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String text, Throwable thrown) {
            entries.add(text + thrown);
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
            entries.add(format);
        }
    };

    private ClientOptions.Builder options(ScriptServer server, HttpLogging level) {
        return Calls.options(server.url())
                .maxRetries(1)
                .timing(new ScriptedTiming(0))
                .logging(level)
                .logger(logger);
    }

    private String all() {
        return String.join("\n", entries);
    }

    @ParameterizedTest
    @EnumSource
    void log_basic_isALineForEachAttempt(Mode mode) throws Exception {
        try (ScriptServer server = new ScriptServer(response(500, "{}"), response(200, "{}", "x-request-id: req_1"))) {
            mode.send(options(server, HttpLogging.BASIC).query("q", "unseen"), Calls.retrieve());

            assertThat(entries).hasSize(2);
            assertThat(entries.get(0))
                    .matches("<-- GET http://127.0.0.1:\\d+/conversations/conv_1: 500 in \\d+ ms"
                            + " \\(attempt 1, next in 0 ms\\)");
            assertThat(entries.get(1)).contains(": 200 in ", "(attempt 2, request req_1)");
            assertThat(all()).doesNotContain("unseen", "\n    ");
        }
    }

    @ParameterizedTest
    @EnumSource
    void log_headers_showsValuesOfKnownHeadersOnly(Mode mode) throws Exception {
        try (ScriptServer server = new ScriptServer(response(200, "{\"a\":1}", "x-odd: odd-value", "date: today"))) {
            mode.send(options(server, HttpLogging.HEADERS).header("x-mine", "my-value"), Calls.retrieve());

            assertThat(all())
                    .contains("accept: application/json", "authorization: ***", "x-mine: ***", "x-odd: ***")
                    .contains("date: today", "x-parley-retry-count: 0")
                    .doesNotContain("my-value", "odd-value", "{\"a\"", Calls.KEY);
        }
    }

    @ParameterizedTest
    @EnumSource
    void log_body_isCutAndHasNoLineBreaks(Mode mode) throws Exception {
        String large = "\"" + "y".repeat(20_000) + "\"";
        try (ScriptServer server = new ScriptServer(response(200, "[1,\n2]"), response(200, large))) {
            mode.send(options(server, HttpLogging.BODY), Calls.CREATE.request().body(JsonObject.of("sent", true)));
            mode.send(options(server, HttpLogging.BODY), Calls.retrieve());

            assertThat(all())
                    .contains("{\"sent\":true}", "[1, 2]", "y".repeat(8000), "… (20002 bytes)")
                    .doesNotContain("y".repeat(8193));
        }
    }

    @ParameterizedTest
    @EnumSource
    void log_off_isSilent(Mode mode) throws Exception {
        try (ScriptServer server = new ScriptServer(response(200, "{}"))) {
            mode.send(options(server, HttpLogging.OFF), Calls.retrieve());

            assertThat(entries).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void plantedKey_everywhere_showsNowhere(Mode mode) throws Exception {
        String echo = "{\"error\":{\"message\":\"bad " + Calls.KEY + " and " + QUERY_KEY + " and " + ENCODED_QUERY_KEY
                + "\",\"code\":\"" + Calls.KEY + "\"}}";
        String id = "x-request-id: " + Calls.KEY;
        ObserverTest.Keeping observer = new ObserverTest.Keeping();
        try (ScriptServer server = new ScriptServer(
                response(500, echo, id),
                response(401, echo, id, "server: " + Calls.KEY),
                response(200, "{\"id\":\"" + Calls.KEY + "\"}", id, "x-e: " + Calls.KEY))) {
            ClientOptions options = options(server, HttpLogging.BODY)
                    .credential(() -> Calls.KEY)
                    .query("api_key", QUERY_KEY)
                    .bodyMember("secret", new JsonString(Calls.KEY))
                    .observer(observer)
                    .build();
            try (ApiConnection connection = new ApiConnection(options)) {
                RequestBuilder request = Calls.CREATE.request().body(JsonObject.of("echo", Calls.KEY));
                ApiCall<?> call = connection.call(request, in -> in.readMap(JsonReader::readLong));
                ApiException refused = catchThrowableOfType(ApiException.class, () -> mode.send(call));
                ApiResponse<?> answer = mode.send(call);
                Throwable misread = catchThrowable(answer::value);
                HttpRequest sent = new RequestAssembler(options)
                        .assemble(request, options.timeout(), false, Redaction.of(HttpHeaders.EMPTY));
                List<Object> rendered = new ArrayList<>(List.of(options, options.toBuilder(), connection, request));
                rendered.addAll(List.of(call, answer, answer.headers(), answer.requestId(), sent, sent.headers()));
                rendered.addAll(List.of(refused.headers(), refused.rawBody(), refused.code(), refused.requestId()));
                rendered.addAll(List.of(connection.stream(request, JsonReader::readValue)));
                rendered.addAll(List.of(observer.starts, observer.attempts, observer.ends));

                assertThat(refused).hasMessageContaining("bad *** and *** and ***");
                assertThat(entries).hasSize(6);
                assertThat(all() + rendered + printed(refused) + printed(misread))
                        .contains("***")
                        .doesNotContain(Calls.KEY, QUERY_KEY, ENCODED_QUERY_KEY);
                assertThat(server.received().get(0).target()).isEqualTo("/conversations?api_key=" + ENCODED_QUERY_KEY);
                assertThat(server.received().get(0).body()).contains(Calls.KEY);
            }
        }
    }

    @Test
    void plantedKey_ofAnInterceptor_isMaskedToo() throws Exception {
        String signature = "signature-0123456789";
        Interceptor signing = Interceptor.request(
                request -> request.toBuilder().header("x-token", signature).build());
        String echo = "{\"error\":{\"message\":\"" + signature + "\"}}";
        try (ScriptServer server = new ScriptServer(response(400, echo))) {
            Throwable thrown = catchThrowable(() ->
                    Mode.SYNC.send(options(server, HttpLogging.BODY).attemptInterceptor(signing), Calls.retrieve()));

            assertThat(all() + printed(thrown)).contains("***").doesNotContain(signature);
        }
    }

    private static String printed(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void body_thatRepeatsTheKey_showsNoPartOfItAtTheCut() {
        HttpHeaders headers = HttpHeaders.builder()
                .set("authorization", "Bearer " + Calls.KEY)
                .build();
        for (int shift = 0; shift < Calls.KEY.length(); shift++) {
            byte[] body = ("x".repeat(shift) + Calls.KEY.repeat(5000)).getBytes(StandardCharsets.UTF_8);
            HttpRequest request =
                    new HttpRequest("POST", URI.create("http://h/"), headers, body, Duration.ofSeconds(1));
            new HttpLog(HttpLogging.BODY, logger).sending(request, 1, Redaction.of(headers));
        }

        assertThat(entries).hasSize(Calls.KEY.length()).noneMatch(entry -> entry.contains("sk"));
    }
}
