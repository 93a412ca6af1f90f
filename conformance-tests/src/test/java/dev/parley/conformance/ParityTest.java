package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/parity.md says of each feature: its tests exist, and what is not there has a reason. */
class ParityTest {

    private static final Path ROOT = Shared.project();
    private static final Pattern TEST = Pattern.compile("\\b[A-Z]\\w+Test\\b");

    @Test
    void testsThatThePageNames_exist() throws IOException {
        Set<String> named = new TreeSet<>();
        Matcher matcher = TEST.matcher(Files.readString(ROOT.resolve("docs/parity.md")));
        while (matcher.find()) {
            named.add(matcher.group());
        }

        assertThat(named).hasSizeGreaterThan(30);
        assertThat(tests()).containsAll(named);
    }

    @Test
    void rows_eachHaveAStateAndWhatGoesWithIt() throws IOException {
        List<String[]> rows = Files.readAllLines(ROOT.resolve("docs/parity.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| Feature |"))
                .map(line -> line.substring(1).split("\\|", -1))
                .toList();

        assertThat(rows).hasSizeGreaterThan(70).allSatisfy(row -> {
            assertThat(row[1].strip()).containsAnyOf("there", "partly", "not applicable", "not yet");
            assertThat(row[2].strip()).as("where, or why not: %s", row[0]).isNotEmpty();
        });
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }
}
