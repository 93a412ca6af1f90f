package dev.parley.runtime.call;

import static dev.parley.runtime.call.ScriptServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.runtime.codec.JsonReader;
import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.error.ServerException;
import dev.parley.runtime.http.HttpRequest;
import dev.parley.runtime.http.HttpResponse;
import dev.parley.runtime.http.HttpTransport;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import dev.parley.runtime.validation.ValidationException;
import dev.parley.runtime.validation.Violation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections, what is derived from them, and the answers that they give. */
@Timeout(120)
class ConnectionTest {

    @Test
    @SuppressWarnings("try") // closed by hand is what it is about
    void with_otherOptions_sharesTheTransportAndItsConnections() throws Exception {
        try (ScriptServer server = new ScriptServer(response(200, "{}"));
                ApiConnection connection =
                        new ApiConnection(Calls.options(server.url()).build())) {
            ApiConnection derived = connection.with(
                    connection.options().toBuilder().header("x-a", "1").build());
            connection.call(Calls.retrieve()).execute();
            derived.call(Calls.retrieve()).execute();
            derived.close();
            connection.call(Calls.retrieve()).execute();

            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.headers("x-a")).containsExactly(null, "1", null);
            assertThatThrownBy(() -> derived.call(Calls.retrieve()).execute())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("closed");
            connection.close();
            ApiConnection late = connection.with(connection.options());
            assertThatThrownBy(() -> late.call(Calls.retrieve()).execute()).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void with_anotherTransport_usesThatAndLeavesItOpen() {
        AtomicInteger closed = new AtomicInteger();
        HttpTransport other = new HttpTransport() {
            @Override
            public HttpResponse send(HttpRequest request) {
                throw new UnsupportedOperationException("other");
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
        try (ApiConnection connection =
                        new ApiConnection(Calls.options("http://host").build());
                ApiConnection derived = connection.with(
                        connection.options().toBuilder().transport(other).build())) {
            assertThatThrownBy(() -> derived.call(Calls.retrieve()).execute()).hasMessage("other");
        }
        assertThat(closed).hasValue(0);
    }

    @Test
    void close_duringACallThatBlocks_failsWithTheAnswerAtHand() throws Exception {
        ApiConnection[] derived = new ApiConnection[1];
        Interceptor closing = (request, next) -> {
            derived[0].close();
            return next.proceed(request);
        };
        try (ScriptServer server = new ScriptServer(response(500, "{}"));
                ApiConnection root =
                        new ApiConnection(Calls.options(server.url()).build())) {
            derived[0] = root.with(root.options().toBuilder()
                    .maxRetries(2)
                    .attemptInterceptor(closing)
                    .build());

            assertThatThrownBy(() -> derived[0].call(Calls.retrieve()).execute())
                    .isInstanceOf(ServerException.class);
            assertThat(server.received()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void response_raw_hasStatusHeadersIdAndBody(Mode mode) throws Exception {
        try (ScriptServer server = new ScriptServer(response(201, "{\"a\": 1}", "x-request-id: req_1", "x-b: 2"))) {
            ApiResponse<JsonValue> answer = mode.send(Calls.options(server.url()), Calls.retrieve());

            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.headers().first("X-B")).isEqualTo("2");
            assertThat(answer.requestId()).isEqualTo("req_1");
            assertThat(answer.elapsed()).isPositive();
            assertThat(answer.attempts()).isEqualTo(1);
            assertThat(answer.body()).isEqualTo("{\"a\": 1}");
            assertThat(answer.bodyBytes()).isEqualTo("{\"a\": 1}".getBytes(StandardCharsets.UTF_8));
            assertThat(answer.value()).isEqualTo(JsonObject.of("a", 1));
            assertThat(answer).hasToString("ApiResponse[status=201, requestId=req_1, attempts=1, body=8 bytes]");
        }
    }

    @Test
    void value_askedForByManyThreads_isDecodedOnce() throws Exception {
        AtomicInteger decoded = new AtomicInteger();
        try (ScriptServer server = new ScriptServer(response(200, "{}"));
                ApiConnection connection =
                        new ApiConnection(Calls.options(server.url()).build())) {
            ApiResponse<Integer> answer = connection
                    .call(Calls.retrieve(), in -> {
                        in.readValue();
                        return decoded.incrementAndGet();
                    })
                    .map(number -> number * 10)
                    .send();
            assertThat(decoded).hasValue(0);
            List<CompletableFuture<Integer>> values = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                values.add(CompletableFuture.supplyAsync(answer::value));
            }

            assertThat(values).allSatisfy(value -> assertThat(value.get()).isEqualTo(10));
            assertThat(decoded).hasValue(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void value_thatDoesNotFit_leavesTheRestReadable(Mode mode) throws Exception {
        try (ScriptServer server = new ScriptServer(response(200, "nope"))) {
            ApiResponse<JsonValue> answer = mode.send(Calls.options(server.url()), Calls.retrieve());

            assertThatThrownBy(answer::value).isInstanceOf(DecodingException.class);
            assertThat(answer.body()).isEqualTo("nope");
        }
    }

    @Test
    void call_sentTwice_isTwoCalls() throws Exception {
        try (ScriptServer server = new ScriptServer(response(200, "1"), response(200, "2"));
                ApiConnection connection =
                        new ApiConnection(Calls.options(server.url()).build())) {
            ApiCall<Long> call = connection.call(Calls.retrieve(), JsonReader::readLong);

            assertThat(call.execute()).isEqualTo(1);
            assertThat(call.execute()).isEqualTo(2);
        }
    }

    @Test
    void queryAndBodyMembers_ofTheClient_yieldToThoseOfTheCall() throws Exception {
        try (ScriptServer server = new ScriptServer(response(200, "{}"))) {
            ClientOptions.Builder options = Calls.options(server.url())
                    .query("api-version", "1")
                    .query("order", "asc")
                    .bodyMember("store", new JsonString("no"))
                    .bodyMember("a", new JsonString("client's"));
            Mode.SYNC.send(
                    options, Calls.CREATE.request().query("order", "desc").body(JsonObject.of("a", null)));
            Mode.SYNC.send(options, Calls.retrieve());
            Mode.SYNC.send(options, Calls.CREATE.request().body(List.of(1)));

            assertThat(server.received().get(0).target()).isEqualTo("/conversations?order=desc&api-version=1");
            assertThat(server.received().get(0).body()).isEqualTo("{\"a\":null,\"store\":\"no\"}");
            assertThat(server.received().get(1).target()).endsWith("conv_1?api-version=1&order=asc");
            assertThat(server.received().get(1).body()).isEmpty();
            assertThat(server.received().get(2).body()).isEqualTo("[1]");
        }
    }

    @ParameterizedTest
    @EnumSource
    void validated_ifSwitchedOn_sendsNothingThatIsNotValid(Mode mode) throws Exception {
        RequestBuilder request = Calls.retrieve()
                .validated(() -> List.of(new Violation("$.a", "too long"), new Violation("$.b", "missing")));
        try (ScriptServer server = new ScriptServer(response(200, "{}"))) {
            ClientOptions.Builder on = Calls.options(server.url()).validateRequests(true);
            assertThatThrownBy(() -> mode.send(on, request))
                    .isInstanceOfSatisfying(
                            ValidationException.class,
                            e -> assertThat(e.violations()).hasSize(2));
            assertThat(server.received()).isEmpty();
            mode.send(Calls.options(server.url()), request);
            mode.send(on, Calls.retrieve().validated(List::of));
            assertThat(server.received()).hasSize(2);
        }
    }

    @Test
    @SuppressWarnings("try") // closed by hand is what it is about
    void close_withATransportOfTheUser_refusesTheCallsOfDerivedConnectionsToo() {
        HttpTransport transport = request -> {
            throw new AssertionError("sent");
        };
        try (ApiConnection connection = new ApiConnection(
                Calls.options("http://host").transport(transport).build())) {
            ApiConnection derived = connection.with(
                    connection.options().toBuilder().maxRetries(1).build());
            connection.close();

            assertThatThrownBy(() -> derived.call(Calls.retrieve()).execute())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("closed");
        }
    }
}
