package dev.parley.generator.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same document gives the same bytes, whoever runs the generator and wherever. */
class DeterminismTest {

    private static final YAMLMapper YAML = new YAMLMapper();

    @TempDir
    private Path folder;

    static List<Case> cases() {
        return Case.in(Case.GOOD);
    }

    /** Where a name is taken, the order of the document decides who gets it. */
    static List<Case> casesWithoutCollisions() {
        return cases().stream()
                .filter(tested -> !tested.text("diagnostics.txt").contains("[name-collision]"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void document_generatedInAnotherLocaleAndTimeZone_yieldsTheSameBytes(Case tested) {
        CaseRun here = CaseRun.of(tested);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(new Locale("tr", "TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));

            assertSame(CaseRun.of(tested), here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @ParameterizedTest
    @MethodSource("casesWithoutCollisions")
    void document_withComponentsInAnotherOrder_yieldsTheSameBytes(Case tested) throws IOException {
        Path shuffled = folder.resolve("openapi.yaml");
        copyFilesBeside(tested, folder);
        Files.writeString(shuffled, withComponentsShuffled(tested.document()));

        assertSame(CaseRun.of(tested, shuffled), CaseRun.of(tested));
    }

    /** Copies the files that references may lead to. */
    private static void copyFilesBeside(Case tested, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(tested.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path relative = tested.folder().relativize(file);
                if (!relative.startsWith("expected")) {
                    Files.createDirectories(folder.resolve(relative).getParent());
                    Files.copy(file, folder.resolve(relative));
                }
            }
        }
    }

    private static void assertSame(CaseRun run, CaseRun other) {
        assertThat(run.files()).containsOnlyKeys(other.files().keySet());
        run.files()
                .forEach((path, text) ->
                        assertThat(text).as(path).isEqualTo(other.files().get(path)));
    }

    /** JSON is YAML, too. */
    private static String withComponentsShuffled(Path file) throws IOException {
        JsonNode document = YAML.readTree(file.toFile());
        if (document.at("/components/schemas") instanceof ObjectNode schemas) {
            List<String> names = new ArrayList<>();
            schemas.fieldNames().forEachRemaining(names::add);
            Collections.shuffle(names, new Random(names.size()));
            names.forEach(name -> schemas.set(name, schemas.remove(name)));
        }
        return document.toString();
    }
}
