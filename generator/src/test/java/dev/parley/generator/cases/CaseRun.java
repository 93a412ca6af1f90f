package dev.parley.generator.cases;

import dev.parley.generator.Parley;
import dev.parley.generator.Settings;
import dev.parley.generator.diagnostic.Diagnostic;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.diagnostic.GenerationException;
import dev.parley.generator.emit.SourceFile;
import dev.parley.generator.openapitools.Templates;
import dev.parley.generator.spec.Document;
import dev.parley.generator.spec.SpecLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the pipeline makes of a case.
 *
 * @param files the text of each generated file by its path; empty if there are errors
 * @param diagnostics everything that was reported
 */
record CaseRun(Map<String, String> files, List<Diagnostic> diagnostics) {

    static CaseRun of(Case tested) {
        return of(tested, tested.document());
    }

    /** Runs a case with another document in the place of its own. */
    static CaseRun of(Case tested, Path document) {
        Diagnostics diagnostics = new Diagnostics();
        try {
            Document loaded = SpecLoader.load(document, tested.overlays(), diagnostics);
            Settings settings = new Settings(tested.basePackage(), new Templates(tested.templates()));
            return new CaseRun(
                    byPath(new Parley().generate(loaded, settings, diagnostics).files()), diagnostics.all());
        } catch (GenerationException e) {
            return new CaseRun(Map.of(), e.diagnostics());
        }
    }

    private static Map<String, String> byPath(List<SourceFile> files) {
        Map<String, String> byPath = new TreeMap<>();
        for (SourceFile file : files) {
            if (byPath.put(file.path(), file.content()) != null) {
                throw new AssertionError("two files are called " + file.path());
            }
        }
        return byPath;
    }

    boolean hasErrors() {
        return diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR);
    }

    /** Returns a line for each diagnostic, in ASCII, places in files counted from the folder of the case. */
    String diagnosticsText(Case tested) {
        return diagnostics.stream()
                .map(diagnostic -> diagnostic.toString().replace(tested.folder() + "/", ""))
                .map(line -> line.chars().mapToObj(CaseRun::printable).collect(Collectors.joining()) + "\n")
                .collect(Collectors.joining());
    }

    private static String printable(int c) {
        return c >= ' ' && c < 0x7f ? String.valueOf((char) c) : "\\u%04x".formatted(c);
    }
}
