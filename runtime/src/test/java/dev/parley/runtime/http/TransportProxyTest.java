package dev.parley.runtime.http;

import static dev.parley.runtime.http.TransportKind.get;
import static dev.parley.runtime.http.TransportKind.latin;
import static dev.parley.runtime.http.TransportKind.post;
import static dev.parley.runtime.http.TransportKind.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every transport does with a proxy, and what the server behind it must not see. */
@Timeout(120)
class TransportProxyTest {
    private static final String USER = "ali";
    private static final String AUTHORIZATION = "Basic "
            + Base64.getEncoder()
                    .encodeToString((USER + ":" + TransportKind.PASSWORD).getBytes(StandardCharsets.UTF_8));

    /** A server that asks for credentials, as one that is after those of the proxy would. */
    private static RawServer asking() throws IOException {
        return RawServer.concurrent((request, socket, out) -> {
            out.write(latin("HTTP/1.1 401 Who\r\nwww-authenticate: Basic realm=x\r\nconnection: close\r\n"
                    + "content-length: 6\r\n\r\nserver"));
            return false;
        });
    }

    @ParameterizedTest
    @EnumSource
    void send_throughAProxy_hasTheWholeAddress(TransportKind kind) throws Exception {
        try (RawServer server = asking();
                LoopbackProxy proxy = new LoopbackProxy(server, null);
                HttpTransport transport = kind.via(proxy.address(), null, null)) {
            String url = "http://origin.invalid:8080/a%2Fb?q=%20";
            HttpResponse response = transport.send(post(url, "{}"));
            assertThat(response.status()).isEqualTo(401);
            assertThat(text(response)).isEqualTo("server");
            assertThat(proxy.received().get(0).target()).isEqualTo(url);
            assertThat(proxy.received().get(0).headers()).containsEntry("host", "origin.invalid:8080");
            assertThat(server.onlyReceived().target()).isEqualTo("/a%2Fb?q=%20");
            assertThat(server.onlyReceived().body()).isEqualTo("{}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void send_proxyThatWantsCredentials_getsThemAndTheServerDoesNot(TransportKind kind) throws Exception {
        try (RawServer server = asking();
                LoopbackProxy proxy = new LoopbackProxy(server, AUTHORIZATION);
                HttpTransport transport = kind.via(proxy.address(), USER, null)) {
            for (int i = 0; i < 2; i++) {
                HttpResponse response = transport.send(post("http://origin.invalid/", "{}"));
                assertThat(response.status()).isEqualTo(401);
                assertThat(text(response)).isEqualTo("server");
            }
            assertThat(server.received())
                    .hasSize(2)
                    .allSatisfy(request ->
                            assertThat(request.headers()).doesNotContainKeys("authorization", "proxy-authorization"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void send_proxyWhoseCredentialsAreMissing_answers407(TransportKind kind) throws Exception {
        try (RawServer server = asking();
                LoopbackProxy proxy = new LoopbackProxy(server, AUTHORIZATION);
                HttpTransport transport = kind.via(proxy.address(), null, null)) {
            HttpResponse response = transport.send(get("http://origin.invalid/"));
            assertThat(response.status()).isEqualTo(407);
            assertThat(text(response)).isEqualTo("proxy");
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void send_authenticatorOfJavaNetHttp_isAskedForTheProxyOnly() throws Exception {
        Authenticator authenticator = new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(USER, TransportKind.PASSWORD.toCharArray());
            }
        };
        try (RawServer server = asking();
                LoopbackProxy proxy = new LoopbackProxy(server, AUTHORIZATION);
                HttpTransport transport = JdkHttpTransport.builder()
                        .proxy(proxy.address())
                        .proxyAuthenticator(authenticator)
                        .build()) {
            assertThatThrownBy(() -> transport.send(get("http://origin.invalid/")))
                    .isInstanceOf(IOException.class); // the JDK's way to say that it has nothing for the server
            assertThat(server.received())
                    .isNotEmpty()
                    .allSatisfy(request ->
                            assertThat(request.headers()).doesNotContainKeys("authorization", "proxy-authorization"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void send_overTls_isTunnelled(TransportKind kind, @TempDir Path folder) throws Exception {
        TestCertificate certificate = new TestCertificate(folder, "dns:origin.invalid");
        try (RawServer server = RawServer.secure(certificate.server(), (request, socket, out) -> {
                    out.write(latin(TransportKind.ok(request.body())));
                    return true;
                });
                LoopbackProxy proxy = new LoopbackProxy(server, null);
                HttpTransport transport = kind.via(proxy.address(), USER, certificate.trust())) {
            for (int i = 0; i < 2; i++) {
                assertThat(text(transport.send(post("https://origin.invalid/x", "tunnelled"))))
                        .isEqualTo("tunnelled");
            }
            assertThat(proxy.received()).hasSize(1);
            assertThat(proxy.received().get(0).method()).isEqualTo("CONNECT");
            assertThat(server.received().get(0).headers()).doesNotContainKeys("proxy-authorization", "authorization");
        }
    }

    @ParameterizedTest
    @EnumSource
    void send_overTlsAndTheProxyRefuses_reachesNobody(TransportKind kind) throws Exception {
        try (RawServer server = asking();
                LoopbackProxy proxy = new LoopbackProxy(server, AUTHORIZATION);
                HttpTransport transport = kind.via(proxy.address(), null, null)) {
            int status;
            try (HttpResponse response =
                    transport.send(post("https://127.0.0.1:" + server.address().getPort(), "{}"))) {
                status = response.status();
            } catch (IOException refused) {
                status = 407;
            }
            assertThat(status).isEqualTo(407);
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void proxyCredentials_areShownByNothing() {
        assertThat(new ProxyCredentials(USER, TransportKind.PASSWORD).toString())
                .doesNotContain(USER, TransportKind.PASSWORD);
        assertThatThrownBy(() -> JdkHttpTransport.builder().proxyCredentials("a:b", TransportKind.PASSWORD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(TransportKind.PASSWORD);
    }
}
