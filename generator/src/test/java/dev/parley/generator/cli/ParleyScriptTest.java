package dev.parley.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code bin/parley} and the class-data archive that it starts from. Maven runs this behind {@code package}, which leaves
 * both; where one is missing the test is skipped, and says so.
 */
@Timeout(120)
class ParleyScriptTest {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path DOCUMENT =
            Path.of("src/test/resources/cases/open-enum/openapi.yaml").toAbsolutePath();

    @TempDir
    private Path folder;

    private record Ended(int code, String out, String err, Map<Path, String> sources) {}

    @Test
    void script_withAnArchiveHalfOfOneAndNone_yieldsTheSame() throws Exception {
        assumeArchive();
        Path log = folder.resolve("classes.txt");

        // In the variable that the script does not look at: what is logged to the console stays off.
        Ended with = run(PROJECT, "with", Map.of("_JAVA_OPTIONS", "-Xlog:class+load:file='" + log + "'"));
        Ended without = run(PROJECT, "without", Map.of("PARLEY_NO_ARCHIVE", "1"));
        Ended half = run(treeWithHalfAnArchive(), "half", Map.of());

        assertThat(log).content().contains("shared objects file (top)");
        assertThat(without.code()).isZero();
        assertThat(without.sources()).isNotEmpty();
        assertThat(with).isEqualTo(without);
        assertThat(half).isEqualTo(without);
    }

    /** On which JDK 17 crashes, if it is given to it. */
    private Path treeWithHalfAnArchive() throws IOException {
        Path tree = folder.resolve("tree");
        Path target = Files.createDirectories(tree.resolve("generator/target"));
        Files.createDirectories(tree.resolve("bin"));
        Files.copy(PROJECT.resolve("bin/parley"), tree.resolve("bin/parley"));
        Files.createSymbolicLink(target.resolve("lib"), TARGET.resolve("lib"));
        Files.createSymbolicLink(target.resolve(jar().getFileName()), jar());
        Files.copy(TARGET.resolve("parley.jsa.label"), target.resolve("parley.jsa.label"));
        byte[] archive = Files.readAllBytes(TARGET.resolve("parley.jsa"));
        Files.write(target.resolve("parley.jsa"), Arrays.copyOf(archive, archive.length / 2));
        return tree;
    }

    private static void assumeArchive() throws IOException {
        Path archive = TARGET.resolve("parley.jsa");
        boolean made = Files.isRegularFile(archive)
                && Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar())) > 0;
        assumeTrue(made, "SKIPPED: " + archive + " is missing or older than the jar; mvn package makes it");
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(TARGET)) {
            return files.filter(file -> file.getFileName().toString().matches("parley-generator-.*\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Ended run(Path tree, String name, Map<String, String> environment) throws Exception {
        Path output = folder.resolve(name);
        Path out = folder.resolve(name + ".out");
        Path err = folder.resolve(name + ".err");
        ProcessBuilder script = new ProcessBuilder(List.of(
                        tree.resolve("bin/parley").toString(),
                        "generate",
                        "-i",
                        DOCUMENT.toString(),
                        "-o",
                        output.toString()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        script.environment().remove("PARLEY_NO_ARCHIVE");
        script.environment().putAll(environment);
        Process process = script.start();
        try {
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Ended(process.exitValue(), said(out, output), said(err, output), sources(output));
    }

    /** What was printed, without what is another thing each time: the time, the folder, how far a slow run has come. */
    private static String said(Path file, Path output) throws IOException {
        return Files.readString(file)
                .replace(output.toString(), "")
                .replaceAll("[0-9.]+ seconds", "")
                .replaceAll("(?m)^(Picked up|reading|generating|writing files).*\\R", "");
    }

    private static Map<Path, String> sources(Path output) throws IOException {
        Map<Path, String> sources = new HashMap<>();
        if (Files.isDirectory(output)) {
            try (Stream<Path> files = Files.walk(output)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    sources.put(output.relativize(file), Files.readString(file));
                }
            }
        }
        return sources;
    }
}
