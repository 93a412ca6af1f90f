package dev.parley.generator.openapitools;

import dev.parley.generator.RunSummary;
import dev.parley.generator.diagnostic.Diagnostic;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.emit.SourceFile;
import dev.parley.generator.output.Fingerprint;
import dev.parley.generator.output.GeneratedFiles;
import dev.parley.generator.output.OutputFolder;
import dev.parley.generator.output.WritePlan;
import dev.parley.generator.parallel.Beside;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.SupportingFile;
import org.openapitools.codegen.ignore.CodegenIgnoreProcessor;

/** The files of a run on their way through the stock writer: checked before it, recorded and tidied up after it. */
final class VirtualFiles {

    private final OutputFolder folder;
    private final GeneratedFiles generatedFiles;
    private final Path ignoreFile;
    private final RunOptions options;
    private final @Nullable Beside<String> code;
    private final @Nullable String choices;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private @Nullable WritePlan plan;

    /**
     * Reads what the run before left, and what this one depends on; touches nothing.
     *
     * @param ignoreOverride where the ignore file is if not in the folder, or {@code null}
     * @param repeatable whether the options say all that the run depends on; otherwise there is always something to do
     */
    VirtualFiles(Path output, @Nullable String ignoreOverride, RunOptions options, boolean repeatable) {
        folder = new OutputFolder(output);
        this.options = options;
        ignoreFile = ignoreOverride != null && Files.isRegularFile(Path.of(ignoreOverride))
                ? Path.of(ignoreOverride)
                : folder.root().resolve(StockFiles.IGNORE_FILE);
        code = repeatable ? Beside.of(VirtualFiles::code) : null;
        choices = repeatable ? choices() : null;
        try {
            generatedFiles = GeneratedFiles.of(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Our own code does not change while it runs, unlike the files of the user: these are looked at before they are read. */
    private static String code() {
        try {
            return GeneratorCode.fingerprint();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable String choices() {
        try {
            return options.fingerprint(ignoreFile);
        } catch (IOException e) {
            return null;
        }
    }

    /** Returns {@code null} where a file cannot be read: whoever needs it says so better. */
    private @Nullable String fingerprint() {
        if (code == null || choices == null) {
            return null;
        }
        try {
            return new Fingerprint()
                    .add("generator", code.get())
                    .add("choices", choices)
                    .value();
        } catch (UncheckedIOException e) {
            return null;
        }
    }

    /** Returns whether the run has nothing to do. */
    boolean isCurrent() {
        String fingerprint = generatedFiles.wasFinished() ? fingerprint() : null;
        try {
            return fingerprint != null && generatedFiles.isCurrent(fingerprint);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends a run that had nothing to do. */
    RunReport finishCurrent() {
        try {
            generatedFiles.finishCurrent();
            return new RunReport(null, List.of(), 0, generatedFiles.size(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a text for people that stands beside the sources; comes before these. */
    void addReport(String name, String text) {
        texts.put(folder.relative(folder.locate(name)), text);
    }

    /**
     * Takes the files for the writer; reports one that would stand outside of the folder or upon another, and one that
     * must not be touched.
     */
    void add(List<SourceFile> files, Diagnostics diagnostics) {
        Set<String> taken = new HashSet<>();
        for (SourceFile file : files) {
            String path = options.sourceFolder() + "/" + file.path();
            try {
                String located = folder.relative(folder.locate(path));
                if (!taken.add(located.toLowerCase(Locale.ROOT))) {
                    diagnostics.error(
                            "output-path",
                            "",
                            "two files are called " + path,
                            "rename one of the types with x-java-name");
                }
                texts.put(located, file.content());
            } catch (IllegalArgumentException e) {
                diagnostics.error(
                        "output-path",
                        "",
                        String.valueOf(e.getMessage()),
                        "correct the name, the source folder or the link");
            }
        }
        if (!diagnostics.hasErrors()) {
            plan(diagnostics);
        }
    }

    private void plan(Diagnostics diagnostics) {
        CodegenIgnoreProcessor ignored = new CodegenIgnoreProcessor(ignoreFile.toFile());
        boolean hasRules = !ignored.getExclusionRules().isEmpty();
        Predicate<Path> isIgnored = file -> hasRules && !ignored.allowsFile(file.toFile());
        try {
            plan = generatedFiles.plan(texts, isIgnored, options.overwrite());
            WriteConflicts.report(plan.conflicts(), diagnostics);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the text of a virtual template. */
    @Nullable
    String text(String template) {
        return texts.get(SourceFileAdapter.path(template));
    }

    /** Returns what the stock writer is told to write: what has changed. */
    List<SupportingFile> definitions() {
        return plan().changed().keySet().stream().map(VirtualFiles::definition).toList();
    }

    private static SupportingFile definition(String path) {
        int slash = path.lastIndexOf('/');
        return new SupportingFile(
                SourceFileAdapter.template(path), path.substring(0, Math.max(slash, 0)), path.substring(slash + 1));
    }

    /** Marks the folder before the first file is written. */
    void begin() {
        try {
            generatedFiles.begin(plan());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes what has changed, without the stock writer, and what that would leave beside it.
     *
     * @param progress told before each file how many there are with it
     * @return the files that were written, by their paths
     */
    SortedSet<String> write(IntConsumer progress) {
        SortedSet<String> written = new TreeSet<>(plan().changed().keySet());
        try {
            generatedFiles.write(plan(), texts, progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        StockFiles.write(folder.root());
        return written;
    }

    /** Returns the files that the stock writer has written, by their paths. */
    SortedSet<String> written() {
        try {
            return generatedFiles.written(plan());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Deletes what is left over from the run before, once the writer is done, and reports on the run.
     *
     * @param written the files that were written, by their paths
     * @param read the files that the document led to, which the next run looks at, too
     */
    RunReport finish(
            SortedSet<String> written, Collection<Path> read, RunSummary summary, List<Diagnostic> diagnostics) {
        try {
            generatedFiles.finish(plan(), written, fingerprint(), read);
            return new RunReport(
                    summary,
                    diagnostics,
                    written.size(),
                    plan().unchanged().size(),
                    plan().leftOver().size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the report of a run that was to write nothing. */
    RunReport dry(RunSummary summary, List<Diagnostic> diagnostics) {
        return new RunReport(summary, diagnostics, 0, plan().unchanged().size(), 0);
    }

    private WritePlan plan() {
        return Objects.requireNonNull(plan, "the files have been taken");
    }
}
