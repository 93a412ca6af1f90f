package dev.parley.generator.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.generator.diagnostic.Diagnostic.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents that were not written for this generator are generated and compile, or are refused for a known reason. */
@Tag("corpus")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CorpusTest {

    private static final Path MADE = Path.of("target/corpus.md");
    private static final Path PAGE = Path.of("../docs/corpus.md");

    private static final Map<String, CorpusRun> RUNS = new TreeMap<>();

    static List<CorpusDocument> documents() {
        return CorpusDocuments.all();
    }

    @Order(1)
    @ParameterizedTest
    @MethodSource("documents")
    void document_unchanged_compilesOrIsRefusedForTheKnownReasons(CorpusDocument document, @TempDir Path output) {
        CorpusRun run = CorpusRun.of(document, output);
        RUNS.put(document.name(), run);

        assertThat(run.codes(Severity.ERROR).keySet())
                .as("codes of errors; CorpusDocuments lists those that are known\n%s", run.errors())
                .isEqualTo(document.refusals().keySet());
        assertThat(run.messages()).isEmpty();
    }

    @Order(2)
    @Test
    void page_ofAllDocuments_saysWhatCameOfThem() throws IOException {
        assertThat(RUNS.keySet())
                .as("the page needs every document, so run the whole class")
                .containsExactlyElementsOf(
                        documents().stream().map(CorpusDocument::name).toList());
        String page = CorpusPage.of(RUNS.values());
        Files.writeString(MADE, page);
        if (Boolean.getBoolean("corpus.update")) {
            Files.writeString(PAGE, page);
        }

        assertThat(page)
                .as("%s differs; -Dcorpus.update=true accepts what came of this run", PAGE)
                .isEqualTo(Files.exists(PAGE) ? Files.readString(PAGE) : "");
    }
}
