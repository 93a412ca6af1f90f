package dev.parley.generator.cases;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The files of a case that say what must come of it: {@code diagnostics.txt} and everything below {@code expected}. */
final class Goldens {

    private static final String DIAGNOSTICS = "diagnostics.txt";
    private static final String EXPECTED = "expected";

    private final Case tested;
    private final String testClass;

    /** Takes a case, and the name of the test class that holds it, for the command that accepts a change. */
    Goldens(Case tested, Class<?> testClass) {
        this.tested = tested;
        this.testClass = testClass.getSimpleName();
    }

    /**
     * Fails for each file that is missing, left over or different; with {@code -Dgolden.update=true} mends them all.
     */
    void hold(CaseRun run) {
        Map<String, String> actual = new TreeMap<>();
        run.files().forEach((path, text) -> actual.put(EXPECTED + "/" + path, text));
        if (!run.diagnostics().isEmpty()) {
            actual.put(DIAGNOSTICS, run.diagnosticsText(tested));
        }
        if (Boolean.getBoolean("golden.update")) {
            update(actual);
        }
        List<String> differences = differences(read(), actual);
        if (!differences.isEmpty()) {
            fail(String.join("\n", differences) + "\nIf this is what you want, accept it, and review the diff:\n"
                    + "mvn -B -q -ntp -pl generator -am test -Dsurefire.failIfNoSpecifiedTests=false -Dtest="
                    + testClass
                    + " -Dgolden.update=true -Dgolden.case=" + tested.name());
        }
    }

    /** Returns the sources below {@code expected} by their path. */
    Map<String, String> sources() {
        Map<String, String> sources = new TreeMap<>();
        read().forEach((path, text) -> {
            if (path.startsWith(EXPECTED)) {
                sources.put(path.substring(EXPECTED.length() + 1), text);
            }
        });
        return sources;
    }

    private Map<String, String> read() {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(tested.folder())) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                String path = tested.folder().relativize(file).toString().replace('\\', '/');
                if (path.equals(DIAGNOSTICS) || path.startsWith(EXPECTED + "/")) {
                    files.put(path, Files.readString(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static List<String> differences(Map<String, String> expected, Map<String, String> actual) {
        List<String> differences = new ArrayList<>();
        TreeSet<String> paths = new TreeSet<>(expected.keySet());
        paths.addAll(actual.keySet());
        for (String path : paths) {
            if (!actual.containsKey(path)) {
                differences.add(path + ": stands in the folder but is not generated");
            } else if (!expected.containsKey(path)) {
                differences.add(path + ": is generated but does not stand in the folder");
            } else if (!expected.get(path).equals(actual.get(path))) {
                differences.add(path + ": " + firstDifference(expected.get(path), actual.get(path)));
            }
        }
        return differences;
    }

    private static String firstDifference(String expected, String actual) {
        String[] before = expected.split("\n", -1);
        String[] after = actual.split("\n", -1);
        int line = 0;
        while (line < Math.min(before.length, after.length) && before[line].equals(after[line])) {
            line++;
        }
        return "line %d\n  expected: %s\n  actual:   %s".formatted(line + 1, at(before, line), at(after, line));
    }

    private static String at(String[] lines, int line) {
        return line < lines.length ? lines[line] : "(nothing)";
    }

    private void update(Map<String, String> actual) {
        try {
            for (Map.Entry<String, String> file : actual.entrySet()) {
                Path target = tested.folder().resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.writeString(target, file.getValue());
            }
            for (String path : read().keySet()) {
                if (!actual.containsKey(path)) {
                    Files.delete(tested.folder().resolve(path));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
