package dev.parley.generator.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every diagnostic that the sources can report stands in the folder of some case, word for word. */
class DiagnosticCodesTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path TESTS = Path.of("src/test/java");

    /** Calls that take a code first. */
    private static final Pattern REPORT = Pattern.compile(
            "(?:error|warning|note|refusal|refuse|UnreadableException|UnfollowableException)\\(\\s*((?:[^,()]|\\([^()]*\\))+),");

    private static final Pattern CODE = Pattern.compile("\"([a-z]+(?:-[a-z]+)*)\"");

    private static final Pattern REPORTED = Pattern.compile("\\[([a-z]+(?:-[a-z]+)*)]$", Pattern.MULTILINE);

    /** What no folder can show, and the test that shows it. */
    private static final Map<String, String> SHOWN_ELSEWHERE = Map.of(
            "no-file", "OverlaysTest", // the file is not there
            "size", "DocumentReaderTest", // a file of 64 MB
            "name-lock", "NameLockFileTest", // a file of its own
            "renamed", "NameLockTest",
            "output-path", "GeneratorRunTest", // about the folder that is written to
            "edited-file", "RebuildTest",
            "foreign-file", "RebuildTest",
            "external-reference", "ReferencesTest"); // what loads documents refuses it first

    /** What a later check would say if an earlier one were taken away; no document leads there. */
    private static final Set<String> UNREACHABLE =
            Set.of("cyclic-union", "reference-siblings-ignored", "unsupported-reference");

    @Test
    void diagnosticCode_inMainSources_hasACase() throws IOException {
        Set<String> shown = new TreeSet<>(SHOWN_ELSEWHERE.keySet());
        shown.addAll(UNREACHABLE);
        for (Case tested : cases()) {
            REPORTED.matcher(tested.text("diagnostics.txt")).results().forEach(result -> shown.add(result.group(1)));
        }

        assertThat(without(codes(), shown))
                .as("for each of these codes make a folder of its name below cases-invalid")
                .isEmpty();
        assertThat(without(shown, codes()))
                .as("no source reports these codes any more")
                .isEmpty();
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    @Test
    void diagnosticCode_shownElsewhere_standsInThatTest() throws IOException {
        for (Map.Entry<String, String> entry : SHOWN_ELSEWHERE.entrySet()) {
            assertThat(text(TESTS, "/" + entry.getValue() + ".java").contains(entry.getKey()))
                    .as(entry.toString())
                    .isTrue();
        }
    }

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>(Case.in(Case.GOOD));
        cases.addAll(Case.in(Case.INVALID));
        return cases;
    }

    private static Set<String> codes() throws IOException {
        Matcher reports = REPORT.matcher(text(SOURCES, ".java"));
        return reports.results()
                .map(report -> report.group(1).replaceAll("\\([^()]*\\)", ""))
                .flatMap(code -> CODE.matcher(code).results())
                .map((MatchResult code) -> code.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(Path root, String ending) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(found -> found.toString().endsWith(ending))
                    .sorted()
                    .toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }
}
