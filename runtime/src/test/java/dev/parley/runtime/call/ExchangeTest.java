package dev.parley.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.runtime.error.NotFoundException;
import dev.parley.runtime.error.ServerException;
import dev.parley.runtime.error.TimeoutException;
import dev.parley.runtime.error.TransportException;
import dev.parley.runtime.http.HttpHeaders;
import dev.parley.runtime.http.HttpRequest;
import dev.parley.runtime.http.HttpResponse;
import dev.parley.runtime.http.HttpTransport;
import dev.parley.runtime.http.JdkHttpTransport;
import dev.parley.runtime.http.RawServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One attempt over a transport that a test writes. */
@Timeout(10)
class ExchangeTest {
    private boolean closed;

    /** A body that remembers being closed, and fails to close. */
    private final class Body extends ByteArrayInputStream {
        Body(String text) {
            super(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() throws IOException {
            closed = true;
            throw new IOException("scripted failure to close");
        }
    }

    private static byte[] run(int status, InputStream body, Duration timeout, long limit) {
        HttpRequest request =
                new RequestAssembler(Calls.options("http://host").build()).assemble(Calls.retrieve(), timeout);
        HttpTransport transport = sent -> new HttpResponse(status, HttpHeaders.EMPTY, body);
        return new Exchange(transport, Calls.RETRIEVE, request, limit).run();
    }

    @Test
    void run_success_returnsTheBodyAndClosesIt() {
        assertThat(run(200, new Body("{}"), Duration.ofSeconds(5), 100)).isEqualTo(new byte[] {'{', '}'});
        assertThat(closed).isTrue();
    }

    @Test
    void run_error_closesTheBody() {
        assertThatThrownBy(() -> run(404, new Body("{}"), Duration.ofSeconds(5), 100))
                .isInstanceOf(NotFoundException.class);
        assertThat(closed).isTrue();
    }

    @Test
    void run_bodyThatIsTooLarge_closesIt() {
        assertThatThrownBy(() -> run(200, new Body("12345"), Duration.ofSeconds(5), 4))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("larger than 4 bytes");
        assertThat(closed).isTrue();
    }

    @Test
    void run_bodyThatBreaksOff_closesIt() {
        assertThatThrownBy(() -> run(200, breakingOff("part"), Duration.ofSeconds(5), 100))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("exchange with host failed: scripted");
        assertThat(closed).isTrue();
    }

    @Test
    void run_errorWithABodyThatBreaksOff_isStillReportedByItsStatus() {
        assertThatThrownBy(() -> run(500, breakingOff("part"), Duration.ofSeconds(5), 100))
                .isInstanceOfSatisfying(
                        ServerException.class, e -> assertThat(e.rawBody()).isEqualTo("part"));
        assertThat(closed).isTrue();
    }

    private InputStream breakingOff(String text) {
        InputStream end = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("scripted");
            }

            @Override
            public void close() {
                closed = true;
            }
        };
        return new SequenceInputStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), end);
    }

    @Test
    void run_bodyThatNeverEndsNorBlocks_timesOut() {
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

        assertThatThrownBy(() -> run(200, endless, Duration.ofMillis(50), Integer.MAX_VALUE))
                .isInstanceOf(TimeoutException.class)
                .hasMessageContaining("within 50 ms");
    }

    @Test
    void run_withAnEndlessTimeout_works() {
        assertThat(run(200, new Body("[]"), Duration.ofSeconds(Long.MAX_VALUE), 2))
                .hasSize(2);
    }

    @Test
    void jdkTransport_withAnEndlessTimeout_works() throws Exception {
        Duration endless = Duration.ofSeconds(Long.MAX_VALUE);
        try (RawServer server = RawServer.json(200, "[]")) {
            ClientOptions.Builder options =
                    Calls.options(server.url()).timeout(endless).connectTimeout(endless);

            assertThat(Calls.send(options, Calls.retrieve())).hasToString("[]");
        }
    }

    @Test
    void jdkTransport_closed_refusesToSend() {
        JdkHttpTransport transport = JdkHttpTransport.create(Duration.ofSeconds(1));
        transport.close();

        assertThatThrownBy(() -> Calls.send(Calls.options("http://host").transport(transport), Calls.retrieve()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }
}
