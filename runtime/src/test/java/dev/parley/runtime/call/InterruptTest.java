package dev.parley.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parley.runtime.error.TimeoutException;
import dev.parley.runtime.error.TransportException;
import dev.parley.runtime.http.HttpTransport;
import dev.parley.runtime.http.RawServer;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A thread that is interrupted during a call gets out of it, and still knows that it was. */
@Timeout(120)
class InterruptTest {

    @Test
    void send_interruptedBeforeTheHeaders_keepsTheFlag() throws Exception {
        try (RawServer server =
                RawServer.scripted((socket, out) -> socket.getInputStream().read())) {
            assertInterruptible(server);
        }
    }

    @Test
    void send_interruptedInTheBody_keepsTheFlag() throws Exception {
        assertInterruptibleInBodyOf("200");
    }

    @Test
    void send_interruptedInTheBodyOfAnError_keepsTheFlag() throws Exception {
        assertInterruptibleInBodyOf("500");
    }

    @Test
    void send_interruptedInAPause_keepsTheFlagAndSendsNothingMore() throws Exception {
        Throwable[] thrown = new Throwable[1];
        boolean[] flag = new boolean[1];
        try (ScriptServer server = new ScriptServer(ScriptServer.response(500, "{}", "retry-after: 8"))) {
            ClientOptions.Builder options =
                    Calls.options(server.url()).maxRetries(2).timeout(Duration.ofSeconds(20));
            Thread caller = new Thread(() -> {
                thrown[0] = catchThrowable(() -> Calls.send(options, Calls.retrieve()));
                flag[0] = Thread.currentThread().isInterrupted();
            });
            caller.start();
            server.awaitRequests(1);
            Thread.sleep(100); // so that the caller most likely waits where the test is about; true either way
            caller.interrupt();
            caller.join();

            assertThat(thrown[0]).isInstanceOf(TransportException.class).hasMessageContaining("interrupted");
            assertThat(flag[0]).as("interrupt flag").isTrue();
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void send_onAnInterruptedThread_sendsNothing() throws Exception {
        try (RawServer server = RawServer.json(200, "{}")) {
            Thread.currentThread().interrupt();

            Throwable thrown = catchThrowable(() -> Calls.send(Calls.options(server.url()), Calls.retrieve()));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(thrown).isInstanceOf(TransportException.class).hasMessageContaining("interrupted");
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void send_transportThatReportsAnInterruptAsIo_setsTheFlag() {
        HttpTransport transport = request -> {
            throw new InterruptedIOException("scripted");
        };

        Throwable thrown =
                catchThrowable(() -> Calls.send(Calls.options("http://host").transport(transport), Calls.retrieve()));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(thrown).isInstanceOf(TransportException.class).hasMessageContaining("interrupted");
    }

    @Test
    void send_transportWhoseSocketTimesOut_isATimeoutAndNoInterrupt() {
        HttpTransport transport = request -> {
            throw new SocketTimeoutException("scripted");
        };

        assertThatThrownBy(() -> Calls.send(Calls.options("http://host").transport(transport), Calls.retrieve()))
                .isInstanceOf(TimeoutException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    private static void assertInterruptibleInBodyOf(String status) throws Exception {
        String head = "HTTP/1.1 " + status + " X\r\ncontent-length: 100\r\n\r\n{";
        try (RawServer server = RawServer.scripted((socket, out) -> {
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            socket.getInputStream().read();
        })) {
            assertInterruptible(server);
        }
    }

    private static void assertInterruptible(RawServer server) throws InterruptedException {
        Throwable[] thrown = new Throwable[1];
        boolean[] flag = new boolean[1];
        Thread caller = new Thread(() -> {
            thrown[0] = catchThrowable(() -> Calls.send(Calls.options(server.url()), Calls.retrieve()));
            flag[0] = Thread.currentThread().isInterrupted();
        });
        caller.start();
        server.awaitRequest();
        Thread.sleep(100); // so that the caller most likely waits where the test is about; true either way
        caller.interrupt();
        caller.join();

        assertThat(thrown[0])
                .isInstanceOf(TransportException.class)
                .isNotInstanceOf(TimeoutException.class)
                .hasMessage("GET /conversations/{conversation_id}: interrupted while waiting for the answer");
        assertThat(flag[0]).as("interrupt flag").isTrue();
        server.awaitDisconnect();
    }
}
