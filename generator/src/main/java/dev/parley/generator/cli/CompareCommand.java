package dev.parley.generator.cli;

import dev.parley.generator.Parley;
import dev.parley.generator.Settings;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.diagnostic.GenerationException;
import dev.parley.generator.emit.SourceFile;
import dev.parley.generator.evolution.ApiChange;
import dev.parley.generator.evolution.ApiComparison;
import dev.parley.generator.evolution.ApiListing;
import dev.parley.generator.evolution.Effect;
import dev.parley.generator.openapitools.NameLockFile;
import dev.parley.generator.openapitools.Templates;
import dev.parley.generator.spec.Document;
import dev.parley.generator.spec.SpecLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parley compare}: what breaks for callers of a client when its document changes. */
@Command(
        name = "compare",
        description = "Names the changes of the Java API between two documents, or two listings of an API (api.txt).",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing breaks that --fail-on asks for",
            "1:one of the two could not be read or generated",
            "2:wrong usage",
            "3:something breaks"
        },
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {

    private static final int BROKEN = 3;

    /** What makes the command fail. */
    enum FailOn {
        BINARY,
        SOURCE,
        NEVER
    }

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "OLD",
            description = "The document, or the listing (.txt), that callers know.")
    private Path old = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW", description = "The one that they get.")
    private Path now = Path.of("");

    @Option(
            names = "--overlay",
            paramLabel = "FILE",
            description = "An overlay, or a folder of them, for both documents; may be repeated.")
    private List<Path> overlays = new ArrayList<>();

    @Option(names = "--templates", paramLabel = "DIR", description = "A folder of templates, for both documents.")
    private @Nullable Path templates;

    @Option(
            names = "--name-lock",
            paramLabel = "FILE",
            description = "The names to keep in both, as --name-lock of generate does; not written.")
    private @Nullable Path nameLock;

    @Option(
            names = "--reference-root",
            paramLabel = "DIR",
            description = "The folder that $$ref to other files may not lead out of; otherwise that of the document.")
    private @Nullable Path referenceRoot;

    @Option(
            names = "--fail-on",
            paramLabel = "EFFECT",
            defaultValue = "SOURCE",
            description =
                    "Exit with 3 if something breaks: ${COMPLETION-CANDIDATES}; SOURCE holds BINARY (default: SOURCE).")
    private FailOn failOn = FailOn.SOURCE;

    /** That of the first document: names of the second lose it too, so that another package is a change. */
    private @Nullable String basePackage;

    @Override
    public Integer call() throws IOException {
        ApiComparison comparison;
        try {
            comparison = ApiComparison.of(listing(old), listing(now));
        } catch (GenerationException e) {
            e.diagnostics()
                    .forEach(diagnostic ->
                            command.commandLine().getErr().println(Printable.text(diagnostic.toString())));
            return CommandLine.ExitCode.SOFTWARE;
        }
        print(comparison);
        return isBroken(comparison) ? BROKEN : CommandLine.ExitCode.OK;
    }

    private boolean isBroken(ApiComparison comparison) {
        return failOn != FailOn.NEVER && !comparison.changes(Effect.BINARY).isEmpty()
                || failOn == FailOn.SOURCE && !comparison.changes(Effect.SOURCE).isEmpty();
    }

    private List<String> listing(Path file) throws IOException {
        if (file.toString().endsWith(".txt")) {
            return Files.readAllLines(file);
        }
        Diagnostics diagnostics = new Diagnostics();
        Document document = SpecLoader.load(file, overlays, referenceRoot, diagnostics);
        Settings settings = new Settings(null, new Templates(templates)).with(NameLockFile.read(nameLock, diagnostics));
        Map<String, String> sources = new TreeMap<>();
        for (SourceFile source :
                new Parley().generate(document, settings, diagnostics).files()) {
            sources.put(source.path(), source.content());
        }
        if (basePackage == null) {
            basePackage = settings.basePackage(document);
        }
        return ApiListing.of(sources, basePackage, System.getProperty("java.class.path"));
    }

    private void print(ApiComparison comparison) {
        print("Breaks compiled callers and sources", comparison.changes(Effect.BINARY));
        print("Breaks sources only", comparison.changes(Effect.SOURCE));
        print("To be noted", comparison.changes(Effect.NONE));
        out(String.format(
                Locale.ROOT,
                "%d binary and source breaks, %d source breaks, %d additions",
                comparison.changes(Effect.BINARY).size(),
                comparison.changes(Effect.SOURCE).size(),
                comparison.added()));
    }

    private void print(String title, List<ApiChange> changes) {
        if (!changes.isEmpty()) {
            out(title + ":");
            changes.forEach(change -> out("  " + change));
        }
    }

    private void out(String line) {
        command.commandLine().getOut().println(Printable.text(line));
    }
}
