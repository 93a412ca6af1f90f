package dev.parley.generator.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.generator.cases.Javac;
import dev.parley.generator.spec.DocumentTrees;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole official document, unmodified, where it is at hand beside the project: it compiles, its documentation can
 * be made, and every schema reads and writes random instances. Takes minutes; {@code -Pfull} runs it.
 *
 * <p>{@code -Dparley.overlay} names an overlay for the document, {@code -Dparley.release} the Java that is compiled for.
 */
@Tag("full")
class OfficialDocumentInstancesTest {

    /**
     * An EasyInputMessage or an EvalItem, which differ in nothing but what the elements of a list inside may be; the first
     * is read, with a note of the generator, and keeps as unknown what only the second knows.
     */
    private static final Set<String> MISREAD = Set.of("/components/schemas/CreateEvalCompletionsRunDataSource"
            + "/properties/input_messages/oneOf/0/properties/template/items");

    @TempDir
    private static Path folder;

    private static Path document;
    private static GeneratedTypes types;

    @BeforeAll
    static void generate() throws Exception {
        document = official();
        types = GeneratedTypes.of(source(List.of()), Files.createDirectory(folder.resolve("classes")));
    }

    @AfterAll
    static void close() {
        if (types != null) {
            types.close();
        }
    }

    private static Path official() {
        for (Path parent = Path.of("").toAbsolutePath(); parent != null; parent = parent.getParent()) {
            Path found = parent.resolve("shared/official/openapi.yaml");
            if (Files.exists(found)) {
                return found;
            }
        }
        System.err.println(
                "SKIPPED: no shared/official/openapi.yaml above " + Path.of("").toAbsolutePath());
        assumeTrue(false, "the official document is not at hand");
        throw new AssertionError();
    }

    private static GeneratedTypes.Source source(List<Path> more) {
        List<Path> overlays = new ArrayList<>();
        String given = System.getProperty("parley.overlay", "");
        if (!given.isEmpty()) {
            overlays.add(Path.of(given));
        }
        overlays.addAll(more);
        return new GeneratedTypes.Source(document, overlays, "dev.official", null);
    }

    @Test
    void sources_compiledAsAModule_giveNoMessage() {
        assertThat(types.messages()).isEmpty();
        assertThat(types.sources()).containsKey("module-info.java").hasSizeGreaterThan(2000);
    }

    @Test
    void documentation_checkedInFull_hasNoErrors() throws Exception {
        assertThat(Javac.document(types.sources(), Files.createDirectory(folder.resolve("documentation"))))
                .isEmpty();
    }

    /** Schemas that no operation leads to get one: an overlay cannot do without them, and the issue says every. */
    @Test
    void instances_ofEverySchema_areWrittenAsTheyWereRead() throws Exception {
        SchemaTree tree =
                SchemaTree.of(DocumentTrees.read(document, source(List.of()).overlays()));
        List<String> unreached = tree.components().stream()
                .filter(component -> types.at(SchemaTree.pointer(component)) == null)
                .toList();
        GeneratedTypes.Source whole = source(List.of(Unreached.overlay(unreached, folder.resolve("unreached.json"))));
        Path classes = Files.createDirectory(folder.resolve("all-classes"));
        try (GeneratedTypes all = GeneratedTypes.of(whole, classes)) {
            assertThat(all.messages()).isEmpty();
            InstanceRun run = new InstanceRun(
                            DocumentTrees.read(document, whole.overlays()), all, CaseInstancesTest.SEED, MISREAD)
                    .hold(Integer.getInteger("parley.instances", 300));
            System.out.println(unreached.size() + " schemas that no operation leads to, " + run.summary());

            assertThat(run.failures()).as(run.summary()).isEmpty();
            assertThat(run.skipped().keySet()).isSubsetOf("became no type");
        }
    }
}
