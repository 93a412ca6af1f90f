package dev.parley.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workflow as a module among modules: nothing is opened, nothing is on the class path. */
class ModularRunTest {

    @TempDir
    private Path folder;

    @Test
    void workflow_onTheModulePath_runs() throws Exception {
        Path output = folder.resolve("output");
        Process java = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--module-path",
                        modulePath(),
                        "--module",
                        "dev.parley.examples/dev.parley.examples.ConversationWorkflow"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(java.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(Files.readString(output, StandardCharsets.UTF_8)).contains("Answered: ");
            assertThat(java.exitValue()).isZero();
        } finally {
            java.destroyForcibly();
        }
    }

    /** What the tests run with, without the tests and their libraries. */
    private static String modulePath() {
        return Stream.of(System.getProperty("java.class.path"), System.getProperty("jdk.module.path", ""))
                .flatMap(path -> Arrays.stream(path.split(File.pathSeparator)))
                .filter(entry -> !entry.isEmpty() && !entry.contains("test-classes"))
                .filter(entry -> isOurs(entry) || new File(entry).getName().startsWith("jackson-core-"))
                .distinct()
                .reduce((some, more) -> some + File.pathSeparator + more)
                .orElseThrow();
    }

    private static boolean isOurs(String entry) {
        return Stream.of("examples", "testkit", "generated-client", "runtime")
                .anyMatch(module -> Path.of(entry)
                        .startsWith(Path.of("..").toAbsolutePath().normalize().resolve(module)));
    }
}
