package dev.parley.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.runtime.body.FileContent;
import dev.parley.runtime.body.FormEncoding;
import dev.parley.runtime.codec.JsonReader;
import dev.parley.runtime.error.AuthenticationException;
import dev.parley.runtime.error.ServerException;
import dev.parley.runtime.error.TransportException;
import dev.parley.runtime.http.HttpTransport;
import dev.parley.runtime.http.JdkHttpTransport;
import dev.parley.runtime.http.RawServer;
import dev.parley.runtime.http.UrlConnectionTransport;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bodies that are no JSON, as they go over the wire. */
class BodySourceOnTheWireTest {
    private static final Operation UPLOAD = new Operation("files.create", "POST", "/files");

    enum Over {
        JDK(() -> JdkHttpTransport.create(Duration.ofSeconds(5))),
        URL_CONNECTION(UrlConnectionTransport::create);

        private final Supplier<HttpTransport> made;

        Over(Supplier<HttpTransport> made) {
            this.made = made;
        }

        HttpTransport made() {
            return made.get();
        }
    }

    @ParameterizedTest
    @EnumSource
    void multipart_ofKnownLengths_saysItsLength(Over over) throws IOException {
        try (RawServer server = RawServer.json(200, "{}")) {
            send(over, server.url(), 0, multipart(Map.of("a", "b", "f", FileContent.of("data"))));

            RawServer.Received received = server.onlyReceived();
            assertThat(received.headers().get("content-length"))
                    .isEqualTo(String.valueOf(received.body().length()));
            assertThat(received.headers().get("content-type")).startsWith("multipart/form-data; boundary=parley-");
            assertThat(received.body()).contains("\r\n\r\ndata\r\n").endsWith("--\r\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    void bodyMembersOfTheClient_goIntoForms(Over over) throws IOException {
        try (RawServer server = RawServer.json(200, "{}");
                HttpTransport transport = over.made();
                ApiConnection connection = new ApiConnection(Calls.options(server.url())
                        .transport(transport)
                        .bodyMember("extra", new JsonString("1"))
                        .bodyMember("a", new JsonString("2"))
                        .build())) {
            connection
                    .call(UPLOAD.request().form(Map.of("a", "b"), new FormEncoding()))
                    .execute();

            assertThat(server.onlyReceived().body()).isEqualTo("a=b&extra=1");
            assertThat(server.onlyReceived().headers().get("content-type"))
                    .isEqualTo("application/x-www-form-urlencoded");
        }
    }

    /** Sixty-four megabytes go through; what is read ahead of the server is what buffers hold, far from all. */
    @ParameterizedTest
    @EnumSource
    void bigFile_isReadAsItIsSent(Over over) throws IOException {
        long size = 64L << 20;
        AtomicLong read = new AtomicLong();
        AtomicLong received = new AtomicLong();
        AtomicLong ahead = new AtomicLong();
        try (RawServer server = RawServer.concurrent((request, socket, out) -> {
            InputStream in = socket.getInputStream();
            byte[] piece = new byte[1 << 16];
            if (!"chunked".equals(request.headers().get("transfer-encoding"))) {
                throw new IOException("expected chunks");
            }
            String end = "";
            while (!end.endsWith("0\r\n\r\n")) {
                int count = in.read(piece);
                if (count < 0) {
                    throw new IOException("the client went away");
                }
                received.addAndGet(count);
                ahead.accumulateAndGet(read.get() - received.get(), Math::max);
                end = (end + new String(piece, Math.max(0, count - 8), Math.min(8, count), "ISO-8859-1"));
                end = end.substring(Math.max(0, end.length() - 8));
            }
            out.write(ScriptServer.response(200, "{}", "content-type: application/json")
                    .getBytes("ISO-8859-1"));
            return true;
        })) {
            FileContent file = FileContent.of(() -> new Zeros(size, read));

            send(over, server.url(), 0, UPLOAD.request().content(file, "application/octet-stream"));
        }

        assertThat(read.get()).isEqualTo(size);
        assertThat(received.get()).isGreaterThan(size);
        assertThat(ahead.get()).isLessThan(32L << 20);
    }

    @ParameterizedTest
    @EnumSource
    void fileThatCanBeReadAgain_isSentWholeInEachAttempt(Over over) throws IOException {
        try (ScriptServer server = new ScriptServer(
                ScriptServer.response(500, "{}"), ScriptServer.RESET, ScriptServer.response(200, "{}"))) {
            AtomicInteger opened = new AtomicInteger();
            FileContent file = FileContent.of(() -> {
                        opened.incrementAndGet();
                        return new ByteArrayInputStream(new byte[] {'a', 'b'});
                    })
                    .withLength(2);

            send(over, server.url(), 2, multipart(Map.of("f", file)));

            assertThat(opened).hasValue(3);
            assertThat(server.received()).extracting(RawServer.Received::body).allMatch(body -> body.contains("ab"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void fileThatCanBeReadOnce_isNotSentAgain(Over over) throws IOException {
        try (ScriptServer server = new ScriptServer(ScriptServer.response(500, "{}"))) {
            FileContent once =
                    FileContent.once(new ByteArrayInputStream(new byte[2])).withLength(2);

            assertThatThrownBy(() -> send(over, server.url(), 2, multipart(Map.of("f", once))))
                    .isInstanceOf(ServerException.class);
            assertThatThrownBy(() -> send(over, server.url(), 2, multipart(Map.of("f", once))))
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("can be read only once");
            assertThat(server.received().size()).isLessThanOrEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusal_ofAStreamedBody_isTheErrorOfItsStatus(Over over) throws IOException {
        try (ScriptServer server =
                new ScriptServer(ScriptServer.response(401, "{}", "www-authenticate: Bearer realm=\"x\""))) {
            assertThatThrownBy(() -> send(over, server.url(), 0, multipart(Map.of("f", FileContent.of("x")))))
                    .isInstanceOf(AuthenticationException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void fileThatIsGone_isSaidAndNotTriedAgain(Over over, @TempDir Path folder) throws IOException {
        try (ScriptServer server = new ScriptServer(ScriptServer.response(200, "{}"))) {
            FileContent gone = FileContent.of(folder.resolve("gone.txt"));

            assertThatThrownBy(() -> send(over, server.url(), 2, multipart(Map.of("f", gone))))
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("the body of the request cannot be read")
                    .hasMessageContaining("gone.txt");
            assertThat(server.received()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void sourceThatFailsOrIsShort_neverLooksWhole(Over over) throws IOException {
        FileContent failing = FileContent.of(() -> new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is on fire");
            }
        });
        FileContent shorter =
                FileContent.of(() -> new ByteArrayInputStream(new byte[3])).withLength(5);
        FileContent longer =
                FileContent.of(() -> new ByteArrayInputStream(new byte[9])).withLength(5);
        try (ScriptServer server = new ScriptServer(ScriptServer.response(200, "{}"))) {
            assertThatThrownBy(
                            () -> send(over, server.url(), 2, UPLOAD.request().content(failing, "a/b")))
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("the disk is on fire");
            assertThatThrownBy(
                            () -> send(over, server.url(), 2, UPLOAD.request().content(shorter, "a/b")))
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("only 3 bytes, not the 5");
            assertThatThrownBy(
                            () -> send(over, server.url(), 2, UPLOAD.request().content(longer, "a/b")))
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("more bytes, not the 5");
            assertThat(server.received()).extracting(RawServer.Received::body).allMatch(body -> body.length() < 5);
        }
    }

    @ParameterizedTest
    @EnumSource
    void sourceThatFailsHalfWay_leavesTheChunksWithoutAnEnd(Over over) throws Exception {
        CompletableFuture<String> rest = new CompletableFuture<>();
        FileContent failing = FileContent.of(() -> new InputStream() {
            private int count;

            @Override
            public int read() throws IOException {
                if (count++ >= 100_000) {
                    throw new IOException("the disk is on fire");
                }
                return 'x';
            }
        });
        try (RawServer server =
                RawServer.scripted((socket, out) -> rest.complete(untilTheEnd(socket.getInputStream())))) {
            assertThatThrownBy(
                            () -> send(over, server.url(), 0, UPLOAD.request().content(failing, "a/b")))
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("the disk is on fire");
            assertThat(rest.get(30, TimeUnit.SECONDS)).contains("xxx").doesNotContain("0\r\n\r\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    void textAndBytes_haveTheirMediaTypes(Over over) throws IOException {
        try (ScriptServer server = new ScriptServer(ScriptServer.response(200, "{}"))) {
            send(over, server.url(), 0, UPLOAD.request().text("v=0", "application/sdp"));
            send(over, server.url(), 0, UPLOAD.request().text("é", "text/plain"));
            send(over, server.url(), 0, UPLOAD.request().content(FileContent.of("x"), "a/b"));
            send(
                    over,
                    server.url(),
                    0,
                    UPLOAD.request().content(FileContent.of("x").withMediaType("c/d"), "a/b"));

            assertThat(server.headers("content-type"))
                    .containsExactly("application/sdp", "text/plain; charset=utf-8", "a/b", "c/d");
            assertThat(server.received()).extracting(RawServer.Received::body).containsExactly("v=0", "é", "x", "x");
        }
        assertThatThrownBy(() -> UPLOAD.request().text("€", "text/plain; charset=iso-8859-1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot express");
    }

    private static RequestBuilder multipart(Map<String, ?> members) {
        return UPLOAD.request().multipart(members, new FormEncoding());
    }

    /** What came in, whether the connection was ended or broken. */
    private static String untilTheEnd(InputStream in) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] piece = new byte[8192];
        try {
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                all.write(piece, 0, count);
            }
        } catch (IOException broken) {
            // what came before is what counts
        }
        return all.toString(StandardCharsets.US_ASCII);
    }

    private static void send(Over over, String url, int retries, RequestBuilder call) {
        try (HttpTransport transport = over.made();
                ApiConnection connection = new ApiConnection(Calls.options(url)
                        .transport(transport)
                        .timeout(Duration.ofSeconds(60))
                        .retryPolicy(RetryPolicy.builder()
                                .maxRetries(retries)
                                .baseDelay(Duration.ofMillis(1))
                                .build())
                        .build())) {
            assertThat(connection.call(call, JsonReader::readValue).execute()).isInstanceOf(JsonObject.class);
        }
    }

    /** So many zeros, which counts how many were asked for. */
    private static final class Zeros extends InputStream {
        private final AtomicLong read;
        private long left;

        Zeros(long size, AtomicLong read) {
            this.left = size;
            this.read = read;
        }

        @Override
        public int read() {
            throw new AssertionError("byte by byte");
        }

        @Override
        public int read(byte[] into, int offset, int wanted) {
            if (left == 0) {
                return -1;
            }
            int count = (int) Math.min(wanted, left);
            left -= count;
            read.addAndGet(count);
            return count;
        }
    }
}
