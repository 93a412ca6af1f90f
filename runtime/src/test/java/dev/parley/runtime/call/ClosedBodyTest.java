package dev.parley.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.runtime.error.NotFoundException;
import dev.parley.runtime.error.ServerException;
import dev.parley.runtime.error.TimeoutException;
import dev.parley.runtime.error.TransportException;
import dev.parley.runtime.http.HttpHeaders;
import dev.parley.runtime.http.HttpResponse;
import dev.parley.runtime.http.HttpTransport;
import dev.parley.runtime.http.JdkHttpTransport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Over a transport that a test writes: whatever becomes of a call, the bodies that it got are closed. */
@Timeout(120)
class ClosedBodyTest {
    private final AtomicInteger closed = new AtomicInteger();

    /** A body that counts how often it is closed, and fails to close. */
    private final class Body extends ByteArrayInputStream {
        Body(String text) {
            super(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() throws IOException {
            closed.incrementAndGet();
            throw new IOException("scripted failure to close");
        }
    }

    private InputStream breakingOff(String text) {
        InputStream end = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("scripted");
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
        return new SequenceInputStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), end);
    }

    private static String send(int status, InputStream body, ClientOptions.Builder options) {
        HttpTransport transport = sent -> new HttpResponse(status, HttpHeaders.EMPTY, body);
        return Mode.SYNC.send(options.transport(transport), Calls.retrieve()).body();
    }

    private static ClientOptions.Builder options() {
        return Calls.options("http://host");
    }

    @Test
    void send_success_returnsTheBodyAndClosesIt() {
        assertThat(send(200, new Body("{}"), options())).isEqualTo("{}");
        assertThat(closed).hasPositiveValue();
    }

    @Test
    void send_error_closesTheBody() {
        assertThatThrownBy(() -> send(404, new Body("{}"), options())).isInstanceOf(NotFoundException.class);
        assertThat(closed).hasPositiveValue();
    }

    @Test
    void send_bodyThatIsTooLarge_closesIt() {
        assertThatThrownBy(() -> send(200, new Body("12345"), options().maxResponseBytes(4)))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("larger than 4 bytes");
        assertThat(closed).hasPositiveValue();
    }

    @Test
    void send_bodyThatBreaksOff_closesIt() {
        assertThatThrownBy(() -> send(200, breakingOff("part"), options()))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("exchange with host failed: scripted");
        assertThat(closed).hasPositiveValue();
    }

    @Test
    void send_errorWithABodyThatBreaksOff_isStillReportedByItsStatus() {
        assertThatThrownBy(() -> send(500, breakingOff("part"), options()))
                .isInstanceOfSatisfying(
                        ServerException.class, e -> assertThat(e.rawBody()).isEqualTo("part"));
        assertThat(closed).hasPositiveValue();
    }

    @Test
    void send_retries_closeTheBodyOfEachAttempt() {
        HttpTransport transport = sent -> new HttpResponse(500, HttpHeaders.EMPTY, new Body("x".repeat(100_000)));
        ClientOptions.Builder options =
                options().transport(transport).maxRetries(3).timing(new ScriptedTiming(0));

        assertThatThrownBy(() -> Mode.SYNC.send(options, Calls.retrieve())).isInstanceOf(ServerException.class);
        assertThat(closed).hasValueGreaterThanOrEqualTo(4);
    }

    @Test
    void send_bodyThatNeverEndsNorBlocks_timesOut() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                bytes[offset] = ' ';
                return 1;
            }
        };

        assertThatThrownBy(() -> send(200, endless, options().timeout(Duration.ofMillis(50))))
                .isInstanceOf(TimeoutException.class)
                .hasMessageContaining("within 50 ms");
    }

    @Test
    void send_withAnEndlessTimeout_works() throws Exception {
        Duration endless = Duration.ofSeconds(Long.MAX_VALUE);
        try (ScriptServer server = new ScriptServer(ScriptServer.response(200, "[]"))) {
            for (Mode mode : Mode.values()) {
                ClientOptions.Builder options = Calls.options(server.url())
                        .timeout(endless)
                        .attemptTimeout(endless)
                        .connectTimeout(endless);
                assertThat(mode.send(options, Calls.retrieve()).body()).isEqualTo("[]");
            }
        }
    }

    @Test
    void send_overAClosedTransport_isRefused() {
        JdkHttpTransport transport = JdkHttpTransport.create(Duration.ofSeconds(1));
        transport.close();
        for (Mode mode : Mode.values()) {
            assertThatThrownBy(() -> mode.send(options().transport(transport).maxRetries(2), Calls.retrieve()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("closed");
        }
    }
}
