package dev.parley.generator.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The goldens come out of other Java processes, too: with other hash codes of objects, another salt of {@code Set.of} and
 * {@code Map.of} (each process draws one), locale, zone, encoding, line separator, temporary and working folder.
 */
class ForkedDeterminismTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "tr, TR, Asia/Kathmandu, ISO-8859-1, 2",
        "ar, EG, Pacific/Kiritimati, UTF-8, 0",
    })
    void cases_generatedInAnotherProcess_areTheGoldens(
            String language, String country, String zone, String encoding, int hashCode)
            throws IOException, InterruptedException {
        Path output = Files.createDirectory(folder.resolve("out"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:hashCode=" + hashCode,
                "-Duser.language=" + language,
                "-Duser.country=" + country,
                "-Duser.timezone=" + zone,
                "-Dfile.encoding=" + encoding,
                "-Dline.separator=\r\n",
                "-Djava.io.tmpdir=" + folder,
                "-Dgolden.case=" + System.getProperty("golden.case", "")));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(
                ForkedGeneration.class.getName(), Case.GOOD.toAbsolutePath().toString(), output.toString()));

        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();

        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        assertThat(output.resolve("locale")).hasContent(language + "-" + country + " " + zone);
        for (Case tested : Case.in(Case.GOOD)) {
            assertSame(
                    tested.name(), sources(output.resolve(tested.name())), new Goldens(tested, getClass()).sources());
        }
    }

    private static void assertSame(String name, Map<String, String> actual, Map<String, String> golden) {
        assertThat(actual).as(name).containsOnlyKeys(golden.keySet());
        golden.forEach((path, text) ->
                assertThat(actual.get(path)).as(name + "/" + path).isEqualTo(text));
    }

    private static Map<String, String> sources(Path root) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> found = Files.walk(root)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                sources.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return sources;
    }
}
