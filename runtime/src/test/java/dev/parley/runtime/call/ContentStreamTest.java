package dev.parley.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.runtime.codec.JsonReader;
import dev.parley.runtime.error.NotFoundException;
import dev.parley.runtime.error.TimeoutException;
import dev.parley.runtime.error.TransportException;
import dev.parley.runtime.http.HttpTransport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers that are no JSON, over both transports. */
class ContentStreamTest {

    @ParameterizedTest
    @EnumSource(BodySourceOnTheWireTest.Over.class)
    void content_isReadOnceInWhateverWay(BodySourceOnTheWireTest.Over over, @TempDir Path folder) throws Exception {
        Path file = folder.resolve("picture.png");
        Files.writeString(file, "before");
        try (Setup setup = new Setup(over, "PNG é", "content-type: image/png; charset=utf-8", "x-request-id: r1")) {
            try (ContentStream content = setup.call().execute()) {
                assertThat(content.status()).isEqualTo(200);
                assertThat(content.contentType()).isEqualTo("image/png; charset=utf-8");
                assertThat(content.length()).isEqualTo(6);
                assertThat(content.requestId()).isEqualTo("r1");
                assertThat(content.stream().readAllBytes()).hasSize(6);
                assertThatThrownBy(content::bytes).isInstanceOf(IllegalStateException.class);
            }
            setup.call().execute().saveTo(file);
            assertThat(file).hasContent("PNG é");
            assertThat(setup.call().execute().text()).isEqualTo("PNG é");
            assertThat(setup.call()
                            .executeAsync()
                            .get(30, TimeUnit.SECONDS)
                            .bytesAsync()
                            .get(30, TimeUnit.SECONDS))
                    .hasSize(6);
            Path other = folder.resolve("other.png");
            setup.call()
                    .executeAsync()
                    .get(30, TimeUnit.SECONDS)
                    .saveToAsync(other)
                    .get(30, TimeUnit.SECONDS);
            assertThat(other).hasContent("PNG é");
            assertThat(setup.server.headers("accept")).allMatch("image/png"::equals);
        }
    }

    @ParameterizedTest
    @EnumSource(BodySourceOnTheWireTest.Over.class)
    void content_thatBreaksOff_leavesNothingHalfWritten(BodySourceOnTheWireTest.Over over, @TempDir Path folder)
            throws Exception {
        Path file = Files.writeString(folder.resolve("kept.txt"), "before");
        String half = "HTTP/1.1 200 X\r\ncontent-length: 100\r\n\r\nhalf" + ScriptServer.CUT;
        try (Setup setup = new Setup(over, half)) {
            assertThatThrownBy(() -> setup.call().execute().saveTo(file)).isInstanceOf(TransportException.class);
            assertThatThrownBy(() -> setup.call().execute().bytes()).isInstanceOf(TransportException.class);
            CompletableFuture<byte[]> async =
                    setup.call().executeAsync().get(30, TimeUnit.SECONDS).bytesAsync();
            assertThatThrownBy(async::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(TransportException.class);
        }
        assertThat(file).hasContent("before");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @ParameterizedTest
    @EnumSource(BodySourceOnTheWireTest.Over.class)
    void content_thatStalls_endsWithTheCall(BodySourceOnTheWireTest.Over over) throws Exception {
        Duration timeout = Duration.ofMillis(300);
        while (!openedAndTimedOut(over, timeout)) {
            timeout = timeout.multipliedBy(4);
            assertThat(timeout).as("time for the head").isLessThan(Duration.ofMinutes(1));
        }
    }

    /** Returns false if the time was up before the content was open. */
    private static boolean openedAndTimedOut(BodySourceOnTheWireTest.Over over, Duration timeout) throws Exception {
        try (Setup setup = new Setup(over, timeout, ScriptServer.stalling(200))) {
            assertThatThrownBy(() -> setup.call().execute().bytes()).isInstanceOf(TimeoutException.class);
            CompletableFuture<ContentStream> opened = setup.call().executeAsync();
            if (opened.handle((content, failure) -> failure).get(60, TimeUnit.SECONDS) instanceof TimeoutException) {
                return false;
            }
            CompletableFuture<byte[]> async = opened.join().bytesAsync();
            assertThatThrownBy(async::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(TimeoutException.class);
            return true;
        }
    }

    @ParameterizedTest
    @EnumSource(BodySourceOnTheWireTest.Over.class)
    void close_fromAnotherThread_wakesTheReader(BodySourceOnTheWireTest.Over over) throws Exception {
        try (Setup setup = new Setup(over, Duration.ofSeconds(30), ScriptServer.stalling(200))) {
            ContentStream content = setup.call().execute();
            InputStream body = content.stream();
            assertThat(body.read()).isEqualTo('{');
            CompletableFuture<Void> closing = CompletableFuture.runAsync(content::close);
            assertThatThrownBy(() -> body.readAllBytes()).isInstanceOf(IOException.class);
            closing.get(30, TimeUnit.SECONDS);
            setup.server.awaitDepartures(1);
            assertThatThrownBy(content::bytes).isInstanceOf(IllegalStateException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(BodySourceOnTheWireTest.Over.class)
    void bytes_beyondTheLimit_areRefused(BodySourceOnTheWireTest.Over over, @TempDir Path folder) throws Exception {
        try (Setup setup = new Setup(over, "123456789")) {
            ApiConnection small = setup.connection.with(
                    setup.connection.options().toBuilder().maxResponseBytes(8).build());
            ContentCall call = small.content(Calls.retrieve());
            assertThatThrownBy(() -> call.execute().bytes()).isInstanceOf(TransportException.class);
            assertThatThrownBy(() -> call.executeAsync()
                            .get(30, TimeUnit.SECONDS)
                            .bytesAsync()
                            .join())
                    .hasCauseInstanceOf(TransportException.class);
            call.execute().saveTo(folder.resolve("all"));
            assertThat(folder.resolve("all")).hasContent("123456789");
        }
    }

    @ParameterizedTest
    @EnumSource(BodySourceOnTheWireTest.Over.class)
    void errorStatus_isTheExceptionOfJsonCalls(BodySourceOnTheWireTest.Over over) throws Exception {
        String error =
                ScriptServer.response(404, "{\"error\":{\"message\":\"none\"}}", "content-type: application/json");
        try (Setup setup = new Setup(over, error)) {
            assertThatThrownBy(() -> setup.call().execute())
                    .isInstanceOf(NotFoundException.class)
                    .hasMessageContaining("none");
        }
    }

    @ParameterizedTest
    @EnumSource(BodySourceOnTheWireTest.Over.class)
    void target_thatCannotBeWritten_isSaid(BodySourceOnTheWireTest.Over over, @TempDir Path folder) throws Exception {
        try (Setup setup = new Setup(over, "x")) {
            assertThatThrownBy(() -> setup.call().execute().saveTo(folder)).isInstanceOf(UncheckedIOException.class);
            assertThatThrownBy(() -> setup.call().execute().saveTo(folder.resolve("none/file")))
                    .isInstanceOf(UncheckedIOException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(BodySourceOnTheWireTest.Over.class)
    void text_isReadInItsCharset(BodySourceOnTheWireTest.Over over) throws Exception {
        String latin =
                "HTTP/1.1 200 X\r\ncontent-type: text/plain; charset=\"utf-16be\"\r\ncontent-length: 4\r\n\r\n\0a\0b";
        try (Setup setup = new Setup(over, latin)) {
            assertThat(setup.connection.text(Calls.retrieve()).execute()).isEqualTo("ab");
        }
        try (Setup setup = new Setup(over, "é", "content-type: text/plain; charset=nonsense")) {
            assertThat(setup.connection.text(Calls.retrieve()).send().value()).isEqualTo("é");
        }
    }

    @ParameterizedTest
    @EnumSource(BodySourceOnTheWireTest.Over.class)
    void answerWithoutABody_isNullWhereThatIsDocumented(BodySourceOnTheWireTest.Over over) throws Exception {
        try (Setup setup = new Setup(over, "HTTP/1.1 204 X\r\n\r\n")) {
            assertThat(setup.connection
                            .callIfPresent(Calls.retrieve(), JsonReader::readValue)
                            .execute())
                    .isNull();
        }
        try (Setup setup = new Setup(over, "true")) {
            assertThat(setup.connection
                            .callIfPresent(Calls.retrieve(), JsonReader::readBoolean)
                            .execute())
                    .isTrue();
        }
    }

    private static final class Setup implements AutoCloseable {
        private final ScriptServer server;
        private final HttpTransport transport;
        private final ApiConnection connection;

        Setup(BodySourceOnTheWireTest.Over over, String answer, String... headers) throws IOException {
            this(
                    over,
                    Duration.ofSeconds(20),
                    answer.startsWith("HTTP") ? answer : ScriptServer.response(200, answer, headers));
        }

        Setup(BodySourceOnTheWireTest.Over over, Duration timeout, String script) throws IOException {
            server = new ScriptServer(script);
            transport = over.made();
            connection = new ApiConnection(Calls.options(server.url())
                    .transport(transport)
                    .timeout(timeout)
                    .build());
        }

        ContentCall call() {
            return connection.content(Calls.retrieve().accept("image/png"));
        }

        @Override
        public void close() throws IOException {
            connection.close();
            transport.close();
            server.close();
        }
    }
}
