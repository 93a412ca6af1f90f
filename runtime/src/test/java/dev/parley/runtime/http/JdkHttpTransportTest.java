package dev.parley.runtime.http;

import static dev.parley.runtime.http.TransportKind.get;
import static dev.parley.runtime.http.TransportKind.latin;
import static dev.parley.runtime.http.TransportKind.ok;
import static dev.parley.runtime.http.TransportKind.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ProtocolException;
import java.net.http.HttpClient;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is particular to {@code java.net.http}. */
@Timeout(120)
class JdkHttpTransportTest {

    private static Set<Thread> selectors() {
        Set<Thread> selectors = new HashSet<>(Thread.getAllStackTraces().keySet());
        selectors.removeIf(thread -> !thread.getName().endsWith("SelectorManager"));
        return selectors;
    }

    @Test
    void close_nothingUnderWay_letsThreadAndConnectionsGo() throws Exception {
        try (RawServer server = RawServer.concurrent((request, socket, out) -> {
            out.write(latin(ok("x")));
            return true;
        })) {
            Set<Thread> before = selectors();
            useAndClose(server.url());
            Set<Thread> ours = selectors();
            ours.removeAll(before);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
            while (ours.stream().anyMatch(Thread::isAlive)) {
                assertThat(System.nanoTime()).as("time").isLessThan(end);
                System.gc();
                Thread.sleep(50);
            }
            server.awaitNoConnections();
        }
    }

    private static void useAndClose(String url) throws Exception {
        try (HttpTransport transport = JdkHttpTransport.builder().build()) {
            assertThat(text(transport.send(get(url)))).isEqualTo("x");
            assertThat(text(transport.sendAsync(get(url), Runnable::run).get())).isEqualTo("x");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content-length: 10\r\ntransfer-encoding: chunked",
                "transfer-encoding: chunked\r\ntransfer-encoding: chunked",
                "transfer-encoding: gzip, chunked",
                "transfer-encoding: identity"
            })
    void answer_whoseEndIsInDoubt_isRefused(String headers) throws Exception {
        try (RawServer server = RawServer.concurrent((request, socket, out) -> {
                    out.write(latin("HTTP/1.1 200 OK\r\n" + headers + "\r\n\r\n3\r\nabc\r\n0\r\n\r\n"));
                    return true;
                });
                HttpTransport transport = JdkHttpTransport.builder().build()) {
            assertThatThrownBy(() -> transport.send(get(server.url())))
                    .isInstanceOf(ProtocolException.class)
                    .hasMessageContaining("where its body ends");
            assertThatThrownBy(() -> transport
                            .sendAsync(get(server.url()), Runnable::run)
                            .get(30, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(ProtocolException.class);
        }
    }

    @Test
    void close_withAnAnswerUnderWay_letsItEnd() throws Exception {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        try (RawServer server = RawServer.scripted((socket, out) -> {
            closed.join();
            out.write(latin("HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\nabc"));
            out.flush();
            System.gc();
            Thread.sleep(100);
            out.write(latin("def"));
        })) {
            HttpTransport transport = JdkHttpTransport.builder().build();
            CompletableFuture<HttpResponse> answer = transport.sendAsync(get(server.url()), Runnable::run);
            transport.close();
            closed.complete(null);
            assertThat(text(answer.get())).isEqualTo("abcdef");
        }
    }

    @Test
    void builder_executor_isWhereTheClientWorks() throws Exception {
        AtomicInteger tasks = new AtomicInteger();
        try (RawServer server = RawServer.answering(ok("x"));
                HttpTransport transport = JdkHttpTransport.builder()
                        .executor(task -> {
                            tasks.incrementAndGet();
                            Thread worker = new Thread(task);
                            worker.setDaemon(true);
                            worker.start();
                        })
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            assertThat(text(transport
                            .sendAsync(get(server.url()), Runnable::run)
                            .get()))
                    .isEqualTo("x");
            assertThat(tasks).hasPositiveValue();
        }
    }

    @Test
    void of_clientThatFollowsRedirects_isRefused() {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        assertThatThrownBy(() -> JdkHttpTransport.of(client)).isInstanceOf(IllegalArgumentException.class);
    }
}
