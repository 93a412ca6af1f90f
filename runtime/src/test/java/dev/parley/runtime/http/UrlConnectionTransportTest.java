package dev.parley.runtime.http;

import static dev.parley.runtime.http.TransportKind.LONG;
import static dev.parley.runtime.http.TransportKind.get;
import static dev.parley.runtime.http.TransportKind.latin;
import static dev.parley.runtime.http.TransportKind.ok;
import static dev.parley.runtime.http.TransportKind.request;
import static dev.parley.runtime.http.TransportKind.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.CookieManager;
import java.net.PasswordAuthentication;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is particular to {@code HttpURLConnection}. */
@Timeout(120)
class UrlConnectionTransportTest {
    private static final String NOWHERE = "http://127.0.0.1:1";

    private final UrlConnectionTransport transport = UrlConnectionTransport.create();

    private void assertRefused(HttpRequest request, String remedy) {
        assertThatThrownBy(() -> transport.send(request))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(remedy);
        assertThatThrownBy(() -> transport.sendAsync(request, Runnable::run))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "CONNECT", "get"})
    void send_methodThatTheJdkRefuses_isRefusedByName(String method) {
        assertRefused(request(method, NOWHERE, HttpHeaders.EMPTY, null, LONG), method + "; use JdkHttpTransport");
    }

    @Test
    void send_getWithABody_isRefusedAsItWouldBeAPost() {
        assertRefused(request("GET", NOWHERE, HttpHeaders.EMPTY, latin("{}"), LONG), "use JdkHttpTransport");
    }

    @ParameterizedTest
    @ValueSource(strings = {"origin", "via", "sec-fetch-mode", "Keep-Alive"})
    void send_headerThatTheJdkDrops_isRefused(String name) {
        HttpHeaders headers = HttpHeaders.builder().add(name, "1").build();
        assertRefused(request("GET", NOWHERE, headers, null, LONG), "use JdkHttpTransport");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://host/", "file:///etc/passwd", "mailto:a@b"})
    void send_addressOfAnotherKind_isRefused(String url) {
        assertRefused(request("GET", url, HttpHeaders.EMPTY, null, LONG), "http or https");
    }

    @Test
    void send_processWithCookies_isRefused() {
        CookieHandler.setDefault(new CookieManager());
        try {
            assertThatThrownBy(() -> transport.send(get(NOWHERE)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("CookieHandler");
        } finally {
            CookieHandler.setDefault(null);
        }
    }

    @Test
    void send_processWithAnAuthenticator_doesNotAskIt() throws Exception {
        Authenticator.setDefault(new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication("user", new char[] {'x'});
            }
        });
        String head = "HTTP/1.1 401 Who\r\nwww-authenticate: Basic realm=x\r\ncontent-length: 2\r\n\r\nno";
        try (RawServer server = RawServer.answering(head)) {
            assertThat(text(transport.send(get(server.url())))).isEqualTo("no");
            assertThat(server.onlyReceived().headers()).doesNotContainKey("authorization");
        } finally {
            Authenticator.setDefault(null);
        }
    }

    @Test
    void close_idleConnections_areClosedAtOnce() throws Exception {
        try (RawServer server = RawServer.concurrent((request, socket, out) -> {
            out.write(latin(ok("x")));
            return true;
        })) {
            text(transport.send(get(server.url())));
            transport.close();
            server.awaitNoConnections();
        }
    }

    @Test
    void close_withAnAnswerUnderWay_letsItEnd() throws Exception {
        try (RawServer server = RawServer.concurrent((request, socket, out) -> {
            out.write(latin("HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\nabc"));
            out.flush();
            Thread.sleep(100);
            out.write(latin("def"));
            return true;
        })) {
            HttpResponse response = transport.send(get(server.url()));
            transport.close();
            assertThat(text(response)).isEqualTo("abcdef");
            server.awaitNoConnections();
        }
    }

    @Test
    void send_onAnInterruptedThread_sendsNothing() throws Exception {
        try (RawServer server = RawServer.answering(ok("x"))) {
            Thread.currentThread().interrupt();
            assertThat(catchThrowable(() -> transport.send(get(server.url()))))
                    .isInstanceOf(InterruptedException.class);
            assertThat(Thread.interrupted()).isFalse();
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void connectTimeout_notPositive_isRefused() {
        assertThatThrownBy(() -> UrlConnectionTransport.builder().connectTimeout(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
