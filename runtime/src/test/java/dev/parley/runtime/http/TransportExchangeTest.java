package dev.parley.runtime.http;

import static dev.parley.runtime.http.TransportKind.get;
import static dev.parley.runtime.http.TransportKind.latin;
import static dev.parley.runtime.http.TransportKind.ok;
import static dev.parley.runtime.http.TransportKind.post;
import static dev.parley.runtime.http.TransportKind.request;
import static dev.parley.runtime.http.TransportKind.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every transport does with servers that behave. */
@Timeout(120)
class TransportExchangeTest {

    private static RawServer.Handler echo() {
        return (request, socket, out) -> {
            out.write(latin(ok(request.method() + " " + request.target() + " "
                    + request.body().length())));
            return true;
        };
    }

    @ParameterizedTest
    @EnumSource
    void send_methods_arriveAsTheyAre(TransportKind kind) throws Exception {
        try (RawServer server = RawServer.concurrent(echo());
                HttpTransport transport = kind.create()) {
            for (String method : List.of("GET", "DELETE", "OPTIONS", "POST", "PUT")) {
                HttpRequest request = request(method, server.url() + "/m", HttpHeaders.EMPTY, null, TransportKind.LONG);
                assertThat(text(transport.send(request))).isEqualTo(method + " /m 0");
            }
            for (String method : List.of("POST", "PUT", "DELETE")) {
                HttpRequest request =
                        request(method, server.url() + "/m", HttpHeaders.EMPTY, latin("four"), TransportKind.LONG);
                assertThat(text(transport.send(request))).isEqualTo(method + " /m 4");
            }
            assertThat(server.received().get(3).headers()).containsEntry("content-length", "0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void send_address_isKeptToTheByte(TransportKind kind) throws Exception {
        String target = "/a%2Fb/%7B%C3%A9%7D/..;x=1//c?q=%20+&e=&a=1&a=2&%5B%5D=%25";
        try (RawServer server = RawServer.concurrent(echo());
                HttpTransport transport = kind.create()) {
            assertThat(text(transport.send(get(server.url() + target)))).isEqualTo("GET " + target + " 0");
            assertThat(text(transport.send(get(server.url() + "?q")))).isEqualTo("GET /?q 0");
            assertThat(server.received().get(0).headers())
                    .containsEntry("host", server.url().substring("http://".length()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void send_headers_goBothWays(TransportKind kind) throws Exception {
        String head = "HTTP/1.1 200 OK\r\nX-Many: a\r\nx-request-id: req_1\r\nx-many: b\r\nX-MANY: c, d\r\n"
                + "x-empty:\r\ncontent-encoding: gzip\r\nset-cookie: a=b\r\ncontent-length: 3\r\n\r\nraw";
        try (RawServer server = RawServer.answering(head);
                HttpTransport transport = kind.create()) {
            HttpHeaders sent = HttpHeaders.builder()
                    .add("X-Two", "1")
                    .add("x-two", "2")
                    .add("authorization", "Bearer k")
                    .add("User-Agent", "mine")
                    .build();
            HttpResponse response = transport.send(request("GET", server.url(), sent, null, TransportKind.LONG));

            assertThat(response.headers().all("x-many")).containsExactly("a", "b", "c, d");
            assertThat(response.headers().first("X-Request-Id")).isEqualTo("req_1");
            assertThat(response.headers().first("x-empty")).isEmpty();
            assertThat(text(response)).isEqualTo("raw");
            assertThat(server.onlyReceived().headers())
                    .containsEntry("x-two", "1, 2")
                    .containsEntry("authorization", "Bearer k")
                    .containsEntry("user-agent", "mine")
                    .doesNotContainKeys("cache-control", "pragma", "expect", "accept-encoding", "cookie")
                    .satisfies(headers ->
                            assertThat(headers.getOrDefault("accept", "*/*")).isEqualTo("*/*"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void send_answerWithAHeaderInUtf8_isRead(TransportKind kind) throws Exception {
        String name =
                new String("filename=\u6587\u0440.txt".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        try (RawServer server = RawServer.answering(
                        "HTTP/1.1 200 OK\r\ncontent-disposition: " + name + "\r\ncontent-length: 3\r\n\r\nabc");
                HttpTransport transport = kind.create()) {
            HttpResponse response = transport.send(get(server.url()));
            assertThat(response.headers().first("content-disposition")).isEqualTo(name);
            assertThat(text(response)).isEqualTo("abc");
        }
    }

    @ParameterizedTest
    @EnumSource
    void send_anyStatus_comesBackWithItsBody(TransportKind kind) throws Exception {
        try (RawServer server = RawServer.concurrent((request, socket, out) -> {
                    String status = request.target().substring(1);
                    out.write(latin(
                            "HTTP/1.1 " + status + " X\r\nlocation: /200\r\nwww-authenticate: Basic realm=x\r\n"));
                    out.write(latin(
                            status.equals("204") || status.equals("304")
                                    ? "\r\n"
                                    : "content-length: 5\r\n\r\nbody" + status.charAt(0)));
                    return true;
                });
                HttpTransport transport = kind.create()) {
            for (int status : new int[] {200, 201, 204, 302, 304, 307, 400, 401, 404, 407, 410, 429, 500, 503}) {
                String expected = status == 204 || status == 304 ? "" : "body" + status / 100;
                HttpResponse got = transport.send(get(server.url() + "/" + status));
                assertThat(got.status()).isEqualTo(status);
                assertThat(text(got)).as("GET %s", status).isEqualTo(expected);
                HttpResponse posted = transport.send(post(server.url() + "/" + status, "{}"));
                assertThat(posted.status()).isEqualTo(status);
                assertThat(text(posted)).as("POST %s", status).isEqualTo(expected);
            }
            assertThat(server.received()).hasSize(28);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void send_interimAnswers_arePassedOver(TransportKind kind) throws Exception {
        try (RawServer server = RawServer.answering("HTTP/1.1 100 Continue\r\n\r\n" + ok("end"));
                HttpTransport transport = kind.create()) {
            assertThat(text(transport.send(get(server.url())))).isEqualTo("end");
        }
    }

    @ParameterizedTest
    @EnumSource
    void send_head_hasNoBody(TransportKind kind) throws Exception {
        try (RawServer server = RawServer.concurrent((request, socket, out) -> {
                    out.write(latin("HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n"));
                    return true;
                });
                HttpTransport transport = kind.create()) {
            HttpRequest head = request("HEAD", server.url(), HttpHeaders.EMPTY, null, TransportKind.LONG);
            assertThat(text(transport.send(head))).isEmpty();
            assertThat(text(transport.send(head))).isEmpty();
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void send_largeBodies_goBothWays(TransportKind kind) throws Exception {
        String large = "0123456789abcdef".repeat(250_000);
        try (RawServer server = RawServer.concurrent((request, socket, out) -> {
                    out.write(latin(ok(request.body())));
                    return true;
                });
                HttpTransport transport = kind.create()) {
            assertThat(text(transport.send(post(server.url(), large)))).isEqualTo(large);
        }
    }

    @ParameterizedTest
    @EnumSource
    void send_chunkedOrUntilTheEnd_isRead(TransportKind kind) throws Exception {
        String chunked = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n"
                + "3;x=y\r\nabc\r\n0A\r\n0123456789\r\n0\r\ntrailer: 1\r\n\r\n";
        try (RawServer server = RawServer.concurrent((request, socket, out) -> {
                    boolean more = request.target().equals("/chunked");
                    out.write(latin(more ? chunked : "HTTP/1.1 200 OK\r\n\r\nuntil the end"));
                    return more;
                });
                HttpTransport transport = kind.create()) {
            assertThat(text(transport.send(get(server.url() + "/chunked")))).isEqualTo("abc0123456789");
            assertThat(text(transport.send(get(server.url() + "/chunked")))).isEqualTo("abc0123456789");
            assertThat(text(transport.send(get(server.url() + "/end")))).isEqualTo("until the end");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void send_afterTheServerClosedAnIdleConnection_takesANewOne(TransportKind kind) throws Exception {
        try (RawServer server = RawServer.concurrent((request, socket, out) -> {
                    out.write(latin(ok("x")));
                    out.flush();
                    if (kind == TransportKind.JDK) {
                        // It looks by itself, and closes its end when it has seen; the other looks when it is asked.
                        socket.shutdownOutput();
                        RawServer.awaitEnd(socket);
                    }
                    return false;
                });
                HttpTransport transport = kind.create()) {
            for (int i = 0; i < 5; i++) {
                assertThat(text(transport.send(post(server.url(), "{}")))).isEqualTo("x");
                server.awaitNoConnections();
            }
            assertThat(server.received()).hasSize(5);
        }
    }

    @ParameterizedTest
    @EnumSource
    void send_cookies_areNotKept(TransportKind kind) throws Exception {
        try (RawServer server = RawServer.concurrent((request, socket, out) -> {
                    out.write(latin("HTTP/1.1 200 OK\r\nset-cookie: a=b\r\ncontent-length: 0\r\n\r\n"));
                    return true;
                });
                HttpTransport transport = kind.create()) {
            assertThat(transport.send(get(server.url())).headers().first("set-cookie"))
                    .isEqualTo("a=b");
            transport.send(get(server.url())).close();
            assertThat(server.received().get(1).headers()).doesNotContainKey("cookie");
        }
    }

    @ParameterizedTest
    @EnumSource
    void send_headersOfTheTransport_areRefused(TransportKind kind) {
        try (HttpTransport transport = kind.create()) {
            for (String name : List.of("content-length", "host", "connection", "expect", "upgrade")) {
                HttpHeaders headers = HttpHeaders.builder().add(name, "1").build();
                assertThatThrownBy(() ->
                                transport.send(request("GET", "http://127.0.0.1:1", headers, null, TransportKind.LONG)))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void send_fromManyThreads_getsEachItsOwn(TransportKind kind) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(32);
        try (RawServer server = RawServer.concurrent(echo());
                HttpTransport transport = kind.create()) {
            List<Callable<String>> calls = new ArrayList<>();
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < 320; i++) {
                HttpRequest request = post(server.url() + "/" + i, "x".repeat(i));
                calls.add(() -> text(transport.send(request)));
                expected.add("POST /" + i + " " + i);
            }
            List<String> answers = new ArrayList<>();
            for (Future<String> answer : pool.invokeAll(calls)) {
                answers.add(answer.get());
            }
            assertThat(answers).isEqualTo(expected);
        } finally {
            pool.shutdown();
        }
    }

    @ParameterizedTest
    @EnumSource
    void send_afterClose_isRefused(TransportKind kind) throws Exception {
        try (RawServer server = RawServer.concurrent(echo())) {
            HttpTransport transport = kind.create();
            HttpResponse open = transport.send(get(server.url() + "/x"));
            transport.close();
            transport.close();
            assertThat(new String(open.body().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("GET /x 0");
            open.close();
            assertThatThrownBy(() -> transport.send(get(server.url()))).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> transport.sendAsync(get(server.url()), Runnable::run))
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
