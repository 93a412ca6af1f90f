package dev.parley.conformance.testee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.conformance.Shared;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script, in a process of its own. Maven runs this behind {@code package}, which leaves what the script needs; where
 * that is missing the tests are skipped, and say so.
 */
@Timeout(300)
class TesteeScriptTest {

    private static final String LINE = "{\"id\":1,\"op\":\"roundtrip\",\"type\":\"MessageRole\",\"json\":\"ü😀\"}\n";

    private static final String ANSWER =
            "{\"id\":1,\"ok\":true,\"class\":\"Unknown\",\"unknown\":true,\"problem\":null,\"json\":\"ü😀\"}\n";

    @TempDir
    private Path folder;

    private record Ended(int code, String out, String err) {}

    @Test
    void script_inAnyFolderAndLocaleThroughALink_answersInUtf8() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link to testee"), built());

        Ended ended = run(link, Map.of("LC_ALL", "C", "LANG", "C"), LINE.repeat(3));
        Files.delete(link);

        assertThat(ended).isEqualTo(new Ended(0, ANSWER.repeat(3), ""));
    }

    @Test
    void script_withOptionsOfTheMachineThatSpeak_answersAlone() throws Exception {
        Ended ended = run(built(), Map.of("JAVA_TOOL_OPTIONS", "-Xlog:gc:stderr"), LINE);

        assertThat(ended.out()).isEqualTo(ANSWER);
        assertThat(ended.err()).contains("Picked up JAVA_TOOL_OPTIONS");
    }

    @Test
    void script_withAJavaHome_takesItsJava() throws Exception {
        Ended ended = run(built(), Map.of("JAVA_HOME", folder.toString()), LINE);

        assertThat(ended.code()).isNotZero();
        assertThat(ended.err()).contains(folder.resolve("bin/java").toString());
    }

    @Test
    void script_standardInputClosed_endsWithoutAnAnswer() throws Exception {
        Path shell = Files.writeString(folder.resolve("closed"), "#!/bin/sh\nexec '" + built() + "' <&-\n");
        assertThat(shell.toFile().setExecutable(true)).isTrue();

        Ended ended = run(shell, Map.of(), "");

        assertThat(ended).isEqualTo(new Ended(0, "", ""));
    }

    @Test
    void libraries_ofTheScript_areTheClientAndWhatItNeeds() throws Exception {
        try (Stream<Path> files = Files.list(built().resolveSibling("target").resolve("lib"))) {
            assertThat(files.map(file -> file.getFileName().toString().replaceFirst("-\\d.*", "")))
                    .containsExactlyInAnyOrder("parley-openai-client", "parley-runtime", "jackson-core");
        }
    }

    @Test
    void script_notBuilt_saysHowToBuild() throws Exception {
        Path copy = Files.copy(script(), folder.resolve("testee"));

        Ended ended = run(copy, Map.of(), LINE);

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("not built yet; run: mvn -q -DskipTests");
    }

    private static Path script() {
        return Shared.project().resolve("conformance-tests").resolve("testee");
    }

    private static Path built() {
        boolean built = Files.isDirectory(script().resolveSibling("target").resolve("lib"));
        String message = "SKIPPED: no conformance-tests/target/lib, so the testee's script is not tried; run verify";
        if (!built) {
            System.out.println(message);
        }
        assumeTrue(built, message);
        return script();
    }

    private Ended run(Path script, Map<String, String> environment, String input) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(script.toString()).directory(folder.toFile());
        builder.environment()
                .keySet()
                .removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "LC_CTYPE"));
        builder.environment().putIfAbsent("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        CompletableFuture<String> out = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
        CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // a script that ends at once reads nothing; its answer says why
        }
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), out.get(1, TimeUnit.MINUTES), err.get(1, TimeUnit.MINUTES));
    }

    private static String text(InputStream in) {
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
