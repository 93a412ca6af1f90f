package dev.parley.generator.cli;

import dev.parley.generator.diagnostic.Diagnostic;
import dev.parley.generator.diagnostic.Diagnostic.Severity;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.diagnostic.GenerationException;
import dev.parley.generator.openapitools.GeneratorRun;
import dev.parley.generator.openapitools.RunOptions;
import dev.parley.generator.openapitools.RunReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code parley generate}: from a local document to a client's sources. */
@Command(name = "generate", description = "Generates a client.", mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {

    private final GeneratorRun run;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = {"-i", "--input"},
            required = true,
            paramLabel = "FILE",
            description = "The OpenAPI 3.0 or 3.1 document, YAML or JSON, a local file.")
    private Path input = Path.of("");

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "DIR",
            description = "The folder of the client; sources go to src/main/java in it.")
    private Path output = Path.of("");

    @Option(
            names = "--package",
            paramLabel = "NAME",
            description = "The base package; otherwise the document's x-java-package, or client.")
    private @Nullable String basePackage;

    @Option(
            names = "--overlay",
            paramLabel = "FILE",
            description = "An OpenAPI Overlay document, or a folder of them; may be repeated.")
    private List<Path> overlays = new ArrayList<>();

    @Option(
            names = "--templates",
            paramLabel = "DIR",
            description = "A folder of templates that take the place of the built-in ones, file by file.")
    private @Nullable Path templates;

    @Option(
            names = "--name-lock",
            paramLabel = "FILE",
            description = "Keeps the chosen names from run to run; written if it is missing. Commit it.")
    private @Nullable Path nameLock;

    @Option(
            names = "--reference-root",
            paramLabel = "DIR",
            description = "The folder that $$ref to other files may not lead out of; otherwise that of the document.")
    private @Nullable Path referenceRoot;

    @Option(names = "--overwrite", description = "Overwrite and delete files of the output that were edited by hand.")
    private boolean overwrite;

    @Option(names = "--verbose", description = "Also print notes, and how each union is decided.")
    private boolean verbose;

    GenerateCommand() {
        this(new GeneratorRun());
    }

    GenerateCommand(GeneratorRun run) {
        this.run = run;
    }

    @Override
    public Integer call() {
        long started = System.nanoTime();
        Diagnostics diagnostics = new Diagnostics();
        try {
            ProgressLine progress = new ProgressLine(command.commandLine().getErr());
            RunReport report = generate(diagnostics, progress);
            print(report.diagnostics());
            report.lines(verbose, Duration.ofNanos(System.nanoTime() - started))
                    .forEach(line -> out(Printable.text(line)));
            return CommandLine.ExitCode.OK;
        } catch (GenerationException e) {
            print(e.diagnostics());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private RunReport generate(Diagnostics diagnostics, ProgressLine progress) {
        RunOptions options = new RunOptions(
                input,
                overlays,
                basePackage,
                templates,
                referenceRoot,
                nameLock,
                RunOptions.DEFAULT_SOURCE_FOLDER,
                overwrite);
        try {
            options.settings();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), Printable.text(String.valueOf(e.getMessage())));
        }
        try (progress) {
            return run.generate(options, output, diagnostics, progress);
        }
    }

    private void print(List<Diagnostic> diagnostics) {
        diagnostics.stream()
                .filter(diagnostic -> verbose || diagnostic.severity() != Severity.NOTE)
                .forEach(diagnostic -> command.commandLine().getErr().println(Printable.text(diagnostic.toString())));
    }

    private void out(String line) {
        command.commandLine().getOut().println(line);
    }
}
