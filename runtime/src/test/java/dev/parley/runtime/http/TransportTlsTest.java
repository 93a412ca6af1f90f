package dev.parley.runtime.http;

import static dev.parley.runtime.http.TransportKind.SHORT;
import static dev.parley.runtime.http.TransportKind.get;
import static dev.parley.runtime.http.TransportKind.latin;
import static dev.parley.runtime.http.TransportKind.ok;
import static dev.parley.runtime.http.TransportKind.post;
import static dev.parley.runtime.http.TransportKind.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every transport does over TLS. */
@Timeout(120)
class TransportTlsTest {
    private static TestCertificate loopback;

    @BeforeAll
    static void certify(@TempDir Path folder) throws Exception {
        loopback = new TestCertificate(folder, "ip:127.0.0.1");
    }

    private static RawServer server(TestCertificate certificate) throws IOException {
        return RawServer.secure(certificate.server(), (request, socket, out) -> {
            out.write(
                    latin(request.target().equals("/401") ? "HTTP/1.1 401 No\r\ncontent-length: 5\r\n\r\nwrong" : ""));
            out.write(latin(request.target().equals("/") ? ok(request.body()) : ""));
            out.write(latin(
                    request.target().equals("/stall") ? "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nabc" : ""));
            out.flush();
            if (request.target().equals("/stall")) {
                RawServer.awaitEnd(socket);
            }
            return !request.target().equals("/end");
        });
    }

    @ParameterizedTest
    @EnumSource
    void send_toATrustedServer_works(TransportKind kind) throws Exception {
        try (RawServer server = server(loopback);
                HttpTransport transport = kind.trusting(loopback.trust())) {
            for (int i = 0; i < 3; i++) {
                assertThat(text(transport.send(post(server.url() + "/", "secure"))))
                        .isEqualTo("secure");
            }
            HttpResponse refused = transport.send(post(server.url() + "/401", "{}"));
            assertThat(refused.status()).isEqualTo(401);
            assertThat(text(refused)).isEqualTo("wrong");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void send_toAServerThatAsksForACertificate_showsThatOfTheContext(TransportKind kind) throws Exception {
        RawServer.Handler echo = (request, socket, out) -> {
            out.write(latin(ok(request.body())));
            return true;
        };
        try (RawServer server = RawServer.mutual(loopback.both(), echo);
                HttpTransport known = kind.trusting(loopback.both());
                HttpTransport stranger = kind.trusting(loopback.trust())) {
            assertThat(text(known.send(post(server.url() + "/", "mutual")))).isEqualTo("mutual");
            assertThatThrownBy(() -> text(stranger.send(post(server.url() + "/", "mutual"))))
                    .isInstanceOf(IOException.class);
            assertThat(server.received()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void send_toAServerThatNobodyVouchesFor_fails(TransportKind kind) throws Exception {
        try (RawServer server = server(loopback);
                HttpTransport transport = kind.create()) {
            assertThatThrownBy(() -> transport.send(get(server.url() + "/"))).isInstanceOf(SSLException.class);
            assertThat(server.received()).isEmpty();
            server.awaitNoConnections();
        }
    }

    @ParameterizedTest
    @EnumSource
    void send_toAServerOfAnotherName_fails(TransportKind kind, @TempDir Path folder) throws Exception {
        TestCertificate other = new TestCertificate(folder, "dns:other.example");
        HostnameVerifier verifier = HttpsURLConnection.getDefaultHostnameVerifier();
        HttpsURLConnection.setDefaultHostnameVerifier((host, session) -> true); // as some programs do
        try (RawServer server = server(other);
                HttpTransport transport = kind.trusting(other.trust())) {
            assertThatThrownBy(() -> transport.send(get(server.url() + "/"))).isInstanceOf(SSLException.class);
            assertThat(server.received()).isEmpty();
        } finally {
            HttpsURLConnection.setDefaultHostnameVerifier(verifier);
        }
    }

    @Test
    void send_processThatTrustsAll_isOfNoConsequence() throws Exception {
        SSLSocketFactory factory = HttpsURLConnection.getDefaultSSLSocketFactory();
        HttpsURLConnection.setDefaultSSLSocketFactory(loopback.trust().getSocketFactory());
        try (RawServer server = server(loopback);
                HttpTransport transport = UrlConnectionTransport.create()) {
            assertThatThrownBy(() -> transport.send(get(server.url() + "/"))).isInstanceOf(SSLException.class);
        } finally {
            HttpsURLConnection.setDefaultSSLSocketFactory(factory);
        }
    }

    @ParameterizedTest
    @EnumSource
    void send_serverWithoutTls_fails(TransportKind kind) throws Exception {
        try (RawServer plain = RawServer.answering("HTTP/1.1 400 Bad\r\n\r\n");
                HttpTransport transport = kind.trusting(loopback.trust())) {
            String url = plain.url().replace("http:", "https:");
            Throwable thrown = catchThrowable(() -> transport.send(get(url, SHORT)));
            assertThat(thrown).isInstanceOf(IOException.class);
            assertThat(plain.received()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void send_handshakeThatStalls_timesOut(TransportKind kind) throws Exception {
        try (RawServer silent = RawServer.scripted((socket, out) -> {});
                HttpTransport transport = kind.trusting(loopback.trust())) {
            String url = silent.url().replace("http:", "https:");
            assertThatThrownBy(() -> transport.send(get(url, SHORT))).isInstanceOf(HttpTimeoutException.class);
            silent.awaitDisconnect();
        }
    }

    @ParameterizedTest
    @EnumSource
    void cancel_inTheHandshake_givesUpTheConnection(TransportKind kind) throws Exception {
        ExecutorService executor = Executors.newCachedThreadPool();
        try (RawServer silent = RawServer.scripted((socket, out) -> {});
                HttpTransport transport = kind.trusting(loopback.trust())) {
            CompletableFuture<HttpResponse> answer =
                    transport.sendAsync(get(silent.url().replace("http:", "https:")), executor);
            Thread.sleep(200); // so that the handshake most likely waits; true either way
            answer.cancel(true);
            executor.shutdown();
            assertThat(executor.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void close_whileAnotherThreadReads_endsTheRead(TransportKind kind) throws Exception {
        try (RawServer server = server(loopback);
                HttpTransport transport = kind.trusting(loopback.trust())) {
            HttpResponse response = transport.send(get(server.url() + "/stall"));
            assertThat(response.body().readNBytes(3)).isEqualTo(latin("abc"));
            CompletableFuture<Throwable> thrown = new CompletableFuture<>();
            new Thread(() ->
                            thrown.complete(catchThrowable(() -> response.body().read())))
                    .start();
            Thread.sleep(100); // so that it most likely reads; true either way
            response.close();
            assertThat(thrown.get(30, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
            server.awaitNoConnections();
        }
    }

    @ParameterizedTest
    @EnumSource
    void send_connectionThatEndsWithoutAnAnswer_isNotSentAgain(TransportKind kind) throws Exception {
        try (RawServer server = server(loopback);
                HttpTransport transport = kind.trusting(loopback.trust())) {
            text(transport.send(post(server.url() + "/", "{}"))); // so that the next one finds a connection
            assertThatThrownBy(() -> transport.send(post(server.url() + "/end", "{}")))
                    .isInstanceOf(IOException.class);
            assertThat(server.received()).hasSize(2);
            server.awaitNoConnections();
        }
    }
}
