package dev.parley.runtime.call;

import static dev.parley.runtime.call.ScriptServer.RESET;
import static dev.parley.runtime.call.ScriptServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.runtime.error.ApiException;
import dev.parley.runtime.error.ParleyException;
import dev.parley.runtime.error.ServerException;
import dev.parley.runtime.error.TimeoutException;
import dev.parley.runtime.error.TransportException;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** When a call is tried again, and when it must not be. */
@Timeout(120)
class RetryTest {
    private static final String OK = response(200, "{}");

    private final ScriptedTiming timing = new ScriptedTiming(0.5);

    private ClientOptions.Builder options(ScriptServer server) {
        return Calls.options(server.url()).maxRetries(2).timing(timing);
    }

    private static RequestBuilder post() {
        return Calls.CREATE.request().body(JsonObject.of("a", 1));
    }

    @ParameterizedTest
    @CsvSource({
        "408, true",
        "409, true",
        "429, true",
        "500, true",
        "502, true",
        "503, true",
        "504, true",
        "529, true",
        "400, false",
        "401, false",
        "403, false",
        "404, false",
        "422, false",
        "301, false",
        "600, false"
    })
    void send_errorStatus_isTriedAgainIfItMayPass(int status, boolean again) throws Exception {
        for (Mode mode : Mode.values()) {
            try (ScriptServer server = new ScriptServer(response(status, "{}"), OK)) {
                if (again) {
                    ApiResponse<JsonValue> answer = mode.send(options(server), Calls.retrieve());

                    assertThat(answer.status()).isEqualTo(200);
                    assertThat(answer.attempts()).isEqualTo(2);
                } else {
                    assertThatThrownBy(() -> mode.send(options(server), Calls.retrieve()))
                            .isInstanceOfSatisfying(
                                    ApiException.class,
                                    e -> assertThat(e.attempts()).isEqualTo(1));
                }
                assertThat(server.received()).hasSize(again ? 2 : 1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void send_errorThatStays_throwsTheLastAnswerAndCountsAttempts(Mode mode) throws Exception {
        String last = response(503, "{\"error\":{\"message\":\"third\"}}", "x-request-id: req_3");
        try (ScriptServer server = new ScriptServer(response(500, "{}"), response(500, "{}"), last)) {
            assertThatThrownBy(() -> mode.send(options(server), Calls.retrieve()))
                    .isInstanceOfSatisfying(
                            ServerException.class, e -> assertThat(e.attempts()).isEqualTo(3))
                    .hasMessage("GET /conversations/{conversation_id}: 503 Service Unavailable: third"
                            + " (request req_3, 3 attempts)");
            assertThat(server.headers("x-parley-retry-count")).containsExactly("0", "1", "2");
            assertThat(server.connections()).as("bodies were drained").isEqualTo(1);
            assertThat(timing.pauses()).containsExactly(Duration.ofMillis(250), Duration.ofMillis(500));
        }
    }

    @ParameterizedTest
    @CsvSource({"500, true, 2", "400, true, 2", "404, TRUE, 2", "500, false, 1", "429, false, 1", "500, maybe, 2"})
    void shouldRetry_header_decidesOverTheStatus(int status, String value, int requests) throws Exception {
        try (ScriptServer server = new ScriptServer(response(status, "{}", "x-should-retry: " + value), OK)) {
            catchThrowable(() -> Mode.SYNC.send(options(server), Calls.retrieve()));

            assertThat(server.received()).hasSize(requests);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "retry-after: 2 | 2000",
                "retry-after: 0 | 0",
                "retry-after: 1.25 | 1250",
                "retry-after: Sun, 06 Nov 1994 08:49:31 GMT | 1000",
                "retry-after-ms: 1500 | 1500",
                "retry-after-ms: 12.5 | 12.5",
                "retry-after-ms: 12.50000000000000001 | 12.5",
                "retry-after: -1 | 250",
                "retry-after: soon | 250",
                "retry-after: 1e3 | 250",
                "retry-after: . | 250",
                "retry-after: NaN | 250",
                "retry-after: | 250",
                "retry-after: Sun, 06 Nov 1994 08:49:29 GMT | 250",
                "retry-after-ms: -5 | 250"
            })
    void retryAfter_everyForm_setsThePauseOrIsIgnored(String header, double millis) throws Exception {
        try (ScriptServer server = new ScriptServer(response(429, "{}", header), OK)) {
            Mode.SYNC.send(options(server), Calls.retrieve());

            List<Duration> expected = millis == 0 ? List.of() : List.of(Duration.ofNanos((long) (millis * 1e6)));
            assertThat(timing.pauses()).isEqualTo(expected);
        }
    }

    @Test
    void retryAfterMs_thatCannotBeRead_leavesTheOtherHeaderInForce() throws Exception {
        String both = response(429, "{}", "retry-after-ms: x", "retry-after: 3");
        try (ScriptServer server = new ScriptServer(both, OK)) {
            Mode.SYNC.send(options(server), Calls.retrieve());

            assertThat(timing.pauses()).containsExactly(Duration.ofSeconds(3));
        }
    }

    @ParameterizedTest
    @CsvSource({"retry-after: 61, PT10M", "retry-after: 6, PT5S", "retry-after: 999999999999999, PT10M"})
    void retryAfter_longerThanAllowed_failsAtOnceWithTheAnswer(String header, Duration timeout) throws Exception {
        try (ScriptServer server = new ScriptServer(response(429, "{}", header), OK)) {
            ApiException thrown = catchThrowableOfType(
                    ApiException.class, () -> Mode.SYNC.send(options(server).timeout(timeout), Calls.retrieve()));

            assertThat(thrown.status()).isEqualTo(429);
            assertThat(thrown.rawBody()).isEqualTo("{}");
            assertThat(thrown.attempts()).isEqualTo(1);
            assertThat(timing.pauses()).isEmpty();
        }
    }

    @Test
    void pause_withoutAHint_doublesUpToTheMaximum() throws Exception {
        try (ScriptServer server = new ScriptServer(response(500, "{}"))) {
            catchThrowable(() ->
                    Mode.SYNC.send(options(server).maxRetries(7).timeout(Duration.ofMinutes(1)), Calls.retrieve()));

            assertThat(timing.pauses().stream().map(Duration::toMillis))
                    .containsExactly(250L, 500L, 1000L, 2000L, 4000L, 4000L, 4000L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void send_connectionThatBreaks_isTriedAgain(Mode mode) throws Exception {
        for (String failure : List.of(RESET, ScriptServer.stalling(200).replace(ScriptServer.HOLD, ScriptServer.CUT))) {
            try (ScriptServer server = new ScriptServer(failure, OK)) {
                ApiResponse<JsonValue> answer = mode.send(options(server), post()); // the JDK repeats a GET itself

                assertThat(answer.attempts()).isEqualTo(2);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void send_answerThatStalls_isTriedAgain(Mode mode) throws Exception {
        try (ScriptServer server = new ScriptServer(ScriptServer.stalling(200), OK)) {
            // More than one retry where the answer that does not stall is late, too.
            ApiResponse<JsonValue> answer =
                    mode.send(options(server).maxRetries(20).attemptTimeout(Duration.ofMillis(300)), post());

            assertThat(answer.attempts()).isGreaterThan(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void post_underAKey_isTriedAgainWithTheSameKey(Mode mode) throws Exception {
        try (ScriptServer server = new ScriptServer(RESET, response(500, "{}"), OK)) {
            assertThat(mode.send(options(server), post()).attempts()).isEqualTo(3);

            List<String> keys = server.headers("idempotency-key");
            assertThat(keys).doesNotContainNull().hasSize(3);
            assertThat(keys.stream().distinct()).hasSize(1);
            assertThat(server.received())
                    .allSatisfy(request -> assertThat(request.body()).isEqualTo("{\"a\":1}"));
        }
    }

    @Test
    void post_everyCall_hasAKeyOfItsOwnUnlessOneIsSet() throws Exception {
        try (ScriptServer server = new ScriptServer(OK)) {
            Mode.SYNC.send(options(server), post());
            Mode.SYNC.send(options(server), post());
            Mode.SYNC.send(options(server), post().header("Idempotency-Key", "mine"));
            Mode.SYNC.send(options(server), Calls.retrieve());

            List<String> keys = server.headers("idempotency-key");
            assertThat(keys.get(0)).isNotNull().isNotEqualTo(keys.get(1));
            assertThat(keys.get(2)).isEqualTo("mine");
            assertThat(keys.get(3)).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "408 | x-a: 1 | 1",
                "409 | x-a: 1 | 1",
                "429 | x-a: 1 | 2",
                "500 | x-a: 1 | 1",
                "503 | x-a: 1 | 1",
                "503 | retry-after: 1 | 2",
                "500 | retry-after: 1 | 1",
                "500 | x-should-retry: true | 2"
            })
    void post_withoutAKey_isTriedAgainOnlyIfNothingWasDone(int status, String header, int requests) throws Exception {
        try (ScriptServer server = new ScriptServer(response(status, "{}", header), OK)) {
            catchThrowable(() -> Mode.SYNC.send(options(server).idempotencyKeys(false), post()));

            assertThat(server.received()).hasSize(requests);
            assertThat(server.headers("idempotency-key")).containsOnlyNulls();
        }
    }

    @ParameterizedTest
    @EnumSource
    void post_withoutAKeyAfterAReset_isNotSentTwice(Mode mode) throws Exception {
        try (ScriptServer server = new ScriptServer(RESET, OK)) {
            assertThatThrownBy(() -> mode.send(options(server).idempotencyKeys(false), post()))
                    .isInstanceOf(TransportException.class);
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void post_withoutAKeyAndWithoutAConnection_isTriedAgain() throws Exception {
        try (Socket reserved = new Socket()) {
            String nobody = Calls.nobodyAt(reserved);
            ClientOptions.Builder options = Calls.options("http://" + nobody)
                    .idempotencyKeys(false)
                    .maxRetries(2)
                    .timing(timing);

            assertThatThrownBy(() -> Mode.SYNC.send(options, post()))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e.attempts()).isEqualTo(3))
                    .hasMessage("POST /conversations: cannot connect to " + nobody + " (3 attempts)");
        }
    }

    @ParameterizedTest
    @CsvSource({"SSH-2.0-OpenSSH", "HTTP/1.1 abc OK"})
    void send_answerThatIsNotHttp_isNotTriedAgain(String line) throws Exception {
        try (ScriptServer server = new ScriptServer(line + "\r\n\r\n", OK)) {
            catchThrowable(() -> Mode.SYNC.send(options(server), Calls.retrieve()));

            assertThat(server.received()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void send_answerTooLarge_isNotTriedAgain(Mode mode) throws Exception {
        try (ScriptServer server = new ScriptServer(ScriptServer.stalling(200), OK)) {
            assertThatThrownBy(() -> mode.send(options(server).maxResponseBytes(99), Calls.retrieve()))
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("larger than 99 bytes");
            assertThat(server.received()).hasSize(1);
            server.awaitDepartures(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void attemptTimeout_shorterThanTheCall_isTriedAgainAndNamed(Mode mode) throws Exception {
        try (ScriptServer server = new ScriptServer(ScriptServer.HOLD)) {
            assertThatThrownBy(() -> mode.send(
                            options(server).maxRetries(1).attemptTimeout(Duration.ofMillis(150)), Calls.retrieve()))
                    .isInstanceOfSatisfying(
                            TimeoutException.class,
                            e -> assertThat(e.attempts()).isEqualTo(2))
                    .hasMessage("GET /conversations/{conversation_id}: no complete answer within 150 ms, the timeout"
                            + " of an attempt (2 attempts)");
            server.awaitNoConnections();
        }
    }

    @ParameterizedTest
    @EnumSource
    void timeout_ofTheCall_endsAttemptsAndIsNamed(Mode mode) throws Exception {
        int millis = 400;
        while (!timesOutInTheSecondAttempt(mode, millis)) {
            millis *= 4;
            assertThat(millis).as("time for the first attempt").isLessThan(60_000);
        }
    }

    /** Returns false if the first attempt left no time for a second one. */
    private boolean timesOutInTheSecondAttempt(Mode mode, int millis) throws Exception {
        try (ScriptServer server = new ScriptServer(response(500, "{}"), ScriptServer.stalling(200))) {
            ParleyException e = catchThrowableOfType(
                    ParleyException.class,
                    () -> mode.send(options(server).timeout(Duration.ofMillis(millis)), Calls.retrieve()));
            if (server.received().size() < 2) {
                return false;
            }
            server.awaitNoConnections();
            assertThat(e.attempts()).isEqualTo(2);
            assertThat(e)
                    .isInstanceOf(TimeoutException.class)
                    .hasMessage("GET /conversations/{conversation_id}: no complete answer within " + millis
                            + " ms, the timeout of the call (2 attempts)");
            assertThat(server.received()).hasSize(2);
            return true;
        }
    }

    @ParameterizedTest
    @EnumSource
    void send_failedBodyThatStalls_isCutOffAndTheCallTriedAgain(Mode mode) throws Exception {
        try (ScriptServer server = new ScriptServer(ScriptServer.stalling(503), OK)) {
            assertThat(mode.send(options(server), Calls.retrieve()).attempts()).isEqualTo(2);
            server.awaitDepartures(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void send_failedBodyThatIsLarge_isClosed(Mode mode) throws Exception {
        try (ScriptServer server = new ScriptServer(response(503, "x".repeat(1_000_000)), OK)) {
            assertThat(mode.send(options(server), Calls.retrieve()).attempts()).isEqualTo(2);
            assertThat(server.connections()).isEqualTo(2);
            server.awaitDepartures(1);
        }
    }

    @Test
    void bucket_duringAnOutage_stopsRetries() throws Exception {
        RetryPolicy policy = RetryPolicy.builder().tokens(20).build();
        try (ScriptServer server = new ScriptServer(response(500, "{}"));
                ApiConnection connection =
                        new ApiConnection(options(server).retryPolicy(policy).build())) {
            for (int i = 0; i < 10; i++) {
                ApiConnection derived = connection.with(connection.options());
                catchThrowable(() -> derived.call(Calls.retrieve()).execute());
            }
            assertThat(server.received()).hasSize(10 + 4);
        }
    }

    @Test
    void bucket_successes_giveBack() {
        TokenBucket bucket = new TokenBucket(10);

        assertThat(bucket.take(TokenBucket.TIMEOUT_COST)).isTrue();
        assertThat(bucket.take(TokenBucket.RETRY_COST)).isFalse();
        bucket.giveBack(4);
        assertThat(bucket.take(TokenBucket.RETRY_COST)).isFalse();
        bucket.giveBack(1);
        assertThat(bucket.take(TokenBucket.RETRY_COST)).isTrue();
        bucket.giveBack(100);
        assertThat(bucket.held()).isEqualTo(10);
        assertThat(new TokenBucket(0).take(TokenBucket.RETRY_COST)).isTrue();
    }

    @Test
    void bucket_retryThatSucceeds_getsItsTokensBack() throws Exception {
        RetryPolicy policy = RetryPolicy.builder().tokens(5).build();
        try (ScriptServer server =
                        new ScriptServer(response(500, "{}"), OK, response(500, "{}"), OK, response(500, "{}"), OK);
                ApiConnection connection =
                        new ApiConnection(options(server).retryPolicy(policy).build())) {
            for (int i = 0; i < 3; i++) {
                connection.call(Calls.retrieve()).execute();
            }
            assertThat(server.received()).hasSize(6);
        }
    }
}
