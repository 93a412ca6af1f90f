package dev.parley.generator.corpus;

import dev.parley.generator.Generation;
import dev.parley.generator.Parley;
import dev.parley.generator.Settings;
import dev.parley.generator.cases.Javac;
import dev.parley.generator.diagnostic.Diagnostic;
import dev.parley.generator.diagnostic.Diagnostic.Severity;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.diagnostic.GenerationException;
import dev.parley.generator.emit.SourceFile;
import dev.parley.generator.openapitools.Templates;
import dev.parley.generator.spec.Document;
import dev.parley.generator.spec.SpecLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the generator and the compiler make of a document. Keeps no source, so that one client at a time is in memory.
 *
 * @param document the document
 * @param facts the document in figures
 * @param diagnostics everything that was reported
 * @param calls how many operations became calls; 0 if it was refused
 * @param files how many files were generated
 * @param lines how many lines these have
 * @param messages what the compiler had to say
 */
record CorpusRun(
        CorpusDocument document,
        CorpusFacts facts,
        List<Diagnostic> diagnostics,
        int calls,
        int files,
        long lines,
        List<String> messages) {

    /** Generates a document and compiles what comes of it into an empty folder, as a module and with every warning on. */
    static CorpusRun of(CorpusDocument document, Path output) {
        CorpusFacts facts = CorpusFacts.of(document.path());
        Diagnostics diagnostics = new Diagnostics();
        Generation generation;
        try {
            Document loaded = SpecLoader.load(document.path(), document.overlays(), diagnostics);
            generation = new Parley().generate(loaded, new Settings(null, new Templates(null)), diagnostics);
        } catch (GenerationException e) {
            return new CorpusRun(document, facts, e.diagnostics(), 0, 0, 0, List.of());
        }
        List<SourceFile> files = generation.files();
        TreeMap<String, String> sources = new TreeMap<>();
        files.forEach(file -> sources.put(file.path(), file.content()));
        return new CorpusRun(
                document,
                facts,
                diagnostics.all(),
                generation.summary().operations(),
                files.size(),
                files.stream().mapToLong(file -> file.content().lines().count()).sum(),
                Javac.compile(sources, output));
    }

    boolean generated() {
        return files > 0;
    }

    boolean compiled() {
        return generated() && messages.isEmpty();
    }

    long count(Severity severity) {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() == severity)
                .count();
    }

    /** Returns for each code of that severity how often it was reported, in the order of the codes. */
    SortedMap<String, Long> codes(Severity severity) {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() == severity)
                .collect(Collectors.groupingBy(Diagnostic::code, TreeMap::new, Collectors.counting()));
    }

    /** Returns the first errors of each code, for the message of a test. */
    String errors() {
        return codes(Severity.ERROR).keySet().stream()
                .flatMap(code -> diagnostics.stream()
                        .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                        .filter(diagnostic -> diagnostic.code().equals(code))
                        .limit(5))
                .map(Diagnostic::toString)
                .collect(Collectors.joining("\n"));
    }
}
