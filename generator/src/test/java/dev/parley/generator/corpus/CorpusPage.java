package dev.parley.generator.corpus;

import dev.parley.generator.diagnostic.Diagnostic.Severity;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page {@code docs/corpus.md}. Holds no times and nothing else that differs between two runs. */
final class CorpusPage {

    private static final String HEAD = """
            # The corpus: documents of other authors

            Large public OpenAPI documents, as they ship in packages for Maven. The profile `corpus` unpacks them at
            pinned versions below `generator/target`; nothing of them is copied into this repository. Each one is generated
            unchanged, without an overlay, and what comes of it is compiled as a module with `-Xlint:all -Werror` for Java 17.
            A row that ends in `-overlaid` is a second run of a document that is refused, with the overlay below
            `generator/src/test/resources/corpus` that the diagnostic asks for; no total counts it.

            This page is made by the test that holds it. Run it, or accept what changed:

                mvn -B -ntp -Pcorpus -pl generator -am test -Dtest=CorpusTest -Dsurefire.failIfNoSpecifiedTests=false
                mvn -B -ntp -Pcorpus -pl generator -am test -Dtest=CorpusTest -Dsurefire.failIfNoSpecifiedTests=false -Dcorpus.update=true

            The packages come from the local repository of Maven or are fetched once; with neither, the profile fails. An
            ordinary build neither fetches nor runs any of this.

            """;

    private CorpusPage() {}

    static String of(Collection<CorpusRun> runs) {
        return HEAD + summary(runs) + results(runs) + refusals(runs) + warnings(runs) + sources(runs);
    }

    /** A second run of a document, with an overlay, makes the figures no better. */
    private static String summary(Collection<CorpusRun> all) {
        List<CorpusRun> runs =
                all.stream().filter(run -> !run.document().overlay()).toList();
        long authors =
                runs.stream().map(run -> run.document().author()).distinct().count();
        return "%d documents of %d authors: %d generated, %d compiled without a warning.%n%n"
                .formatted(
                        runs.size(),
                        authors,
                        runs.stream().filter(CorpusRun::generated).count(),
                        runs.stream().filter(CorpusRun::compiled).count())
                .replace(System.lineSeparator(), "\n");
    }

    private static String results(Collection<CorpusRun> runs) {
        return """
                ## What comes of them

                Operations and component schemas are counted in the document, calls in the client. Errors, warnings and notes are
                diagnostics: a document with an error is refused, and nothing is written.

                """
                + table(
                        "l:document,l:OpenAPI,r:operations,r:schemas,r:errors,r:warnings,r:notes,l:generated,r:calls,r:files,r:lines,l:compiled",
                        runs.stream().map(CorpusPage::result));
    }

    private static List<Object> result(CorpusRun run) {
        CorpusFacts facts = run.facts();
        return List.of(
                run.document().name(),
                facts.openApi(),
                facts.operations(),
                facts.schemas(),
                run.count(Severity.ERROR),
                run.count(Severity.WARNING),
                run.count(Severity.NOTE),
                run.generated() ? "yes" : "no",
                run.calls(),
                run.files(),
                run.lines(),
                run.compiled() ? "yes" : run.generated() ? "no" : "–");
    }

    private static String refusals(Collection<CorpusRun> runs) {
        Stream<List<Object>> rows = runs.stream()
                .flatMap(run -> run.codes(Severity.ERROR).entrySet().stream()
                        .map(code -> List.<Object>of(
                                run.document().name(),
                                "`" + code.getKey() + "`",
                                code.getValue(),
                                run.document().refusals().getOrDefault(code.getKey(), "not looked into yet"))));
        return "\n## Why some are refused\n\n" + table("l:document,l:error,r:places,l:what stands there", rows);
    }

    private static String warnings(Collection<CorpusRun> runs) {
        SortedMap<String, Long> places = new TreeMap<>();
        SortedMap<String, String> documents = new TreeMap<>();
        for (CorpusRun run : runs) {
            run.codes(Severity.WARNING).forEach((code, count) -> {
                places.merge(code, count, Long::sum);
                documents.merge(code, run.document().name(), (before, name) -> before + ", " + name);
            });
        }
        return "\n## What is warned of\n\n"
                + table(
                        "l:warning,r:places,l:documents",
                        places.keySet().stream()
                                .map(code -> List.<Object>of("`" + code + "`", places.get(code), documents.get(code))));
    }

    private static String sources(Collection<CorpusRun> runs) {
        return "\n## Where they come from\n\n"
                + table(
                        "l:document,l:title,l:author,l:package,l:path,r:files,r:bytes,l:licence",
                        runs.stream()
                                .map(run -> List.<Object>of(
                                        run.document().name(),
                                        run.facts().title(),
                                        run.document().author(),
                                        "`" + run.document().coordinates() + "`",
                                        "`" + run.document().file() + "`",
                                        run.facts().files(),
                                        run.facts().bytes(),
                                        run.document().licence())));
    }

    /** Returns a table; a heading opens with {@code l:} or {@code r:} for the side that its column is aligned to. */
    private static String table(String headings, Stream<List<Object>> rows) {
        List<String> columns = List.of(headings.split(","));
        String head = row(columns.stream().map(column -> column.substring(2)));
        String rule = columns.stream()
                .map(column -> column.startsWith("r") ? "--:" : "---")
                .collect(Collectors.joining("|", "|", "|\n"));
        return head
                + rule
                + rows.map(row -> row(row.stream().map(CorpusPage::cell))).collect(Collectors.joining());
    }

    private static String row(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String cell(Object value) {
        return value instanceof Number number
                ? String.format(Locale.ROOT, "%,d", number.longValue())
                : value.toString().replace("|", "\\|").replace('\n', ' ');
    }
}
