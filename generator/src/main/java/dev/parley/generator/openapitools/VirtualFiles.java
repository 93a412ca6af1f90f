package dev.parley.generator.openapitools;

import dev.parley.generator.RunSummary;
import dev.parley.generator.diagnostic.Diagnostic;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.emit.SourceFile;
import dev.parley.generator.output.GeneratedFiles;
import dev.parley.generator.output.OutputFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.SupportingFile;
import org.openapitools.codegen.ignore.CodegenIgnoreProcessor;

/** The files of a run on their way through the stock writer: checked before it, counted and tidied up after it. */
final class VirtualFiles {

    private final OutputFolder folder;
    private final GeneratedFiles generatedFiles;
    private final String sourceFolder;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final List<SupportingFile> definitions = new ArrayList<>();
    private final Set<Path> unchanged = new HashSet<>();
    private final Map<Path, String> changed = new LinkedHashMap<>();

    /** Takes the folders; reads what the run before left. */
    VirtualFiles(OutputFolder folder, String sourceFolder) {
        this.folder = folder;
        this.sourceFolder = sourceFolder;
        try {
            generatedFiles = GeneratedFiles.of(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes files for the writer; reports one that would stand outside of the folder or upon another. */
    void add(List<SourceFile> files, Diagnostics diagnostics) {
        Set<String> taken = new HashSet<>();
        for (SourceFile file : files) {
            String path = sourceFolder + "/" + file.path();
            try {
                Path target = folder.locate(path);
                if (!taken.add(path.toLowerCase(Locale.ROOT))) {
                    diagnostics.error(
                            "output-path",
                            "",
                            "two files are called " + path,
                            "rename one of the types with x-java-name");
                }
                add(path, target, file.content());
            } catch (IllegalArgumentException e) {
                diagnostics.error(
                        "output-path",
                        "",
                        String.valueOf(e.getMessage()),
                        "correct the name, the source folder or the link");
            }
        }
    }

    /** Takes a text for people that stands beside the sources. */
    void addReport(String name, String text) {
        add(name, folder.locate(name), text);
    }

    private void add(String path, Path target, String text) {
        String template = SourceFileAdapter.template(path);
        texts.put(template, text);
        int slash = path.lastIndexOf('/');
        definitions.add(new SupportingFile(template, path.substring(0, Math.max(0, slash)), path.substring(slash + 1)));
        if (folder.holds(target, text)) {
            unchanged.add(target);
        } else {
            changed.put(target, text);
        }
    }

    /** Returns the text of each virtual template. */
    Map<String, String> texts() {
        return texts;
    }

    /** Returns what the stock writer is told to write. */
    List<SupportingFile> definitions() {
        return definitions;
    }

    /** Deletes what is left over from the run before, once the writer is done, and reports on the run. */
    RunReport finish(@Nullable String ignoreFile, RunSummary summary, List<Diagnostic> diagnostics) {
        CodegenIgnoreProcessor ignored = ignoreFile == null
                ? new CodegenIgnoreProcessor(folder.root().toString())
                : new CodegenIgnoreProcessor(Path.of(ignoreFile).toFile());
        try {
            int deleted = generatedFiles.deleteLeftOver(file ->
                    unchanged.contains(file) || changed.containsKey(file) || !ignored.allowsFile(file.toFile()));
            generatedFiles.releaseIgnoreFile();
            long written = changed.entrySet().stream()
                    .filter(file -> folder.holds(file.getKey(), file.getValue()))
                    .count();
            return new RunReport(summary, diagnostics, (int) written, unchanged.size(), deleted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
