package dev.parley.generator.openapitools;

import dev.parley.generator.Generation;
import dev.parley.generator.Parley;
import dev.parley.generator.Pipeline;
import dev.parley.generator.Settings;
import dev.parley.generator.diagnostic.Diagnostic;
import dev.parley.generator.diagnostic.Diagnostic.Severity;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.diagnostic.GenerationException;
import dev.parley.generator.output.FileList;
import dev.parley.generator.spec.Document;
import dev.parley.generator.spec.SpecLoader;
import io.swagger.v3.oas.models.OpenAPI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CliOption;
import org.openapitools.codegen.CodegenConstants;
import org.openapitools.codegen.CodegenType;
import org.openapitools.codegen.DefaultCodegen;
import org.openapitools.codegen.api.TemplatingEngineAdapter;
import org.openapitools.codegen.config.GlobalSettings;
import org.openapitools.codegen.meta.GeneratorMetadata;
import org.openapitools.codegen.meta.Stability;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The generator {@code parley} of OpenAPI Generator.
 *
 * <p>Loads the document itself, so that overlays and limits hold whoever calls, runs the pipeline in {@link
 * #processOpenAPI}, and registers each file as a virtual supporting file, which the stock writer then writes.
 */
public final class ParleyCodegen extends DefaultCodegen {

    /** Named as one of the tool's own, for the tool's log settings to hold: its command line mutes all others. */
    private static final Logger LOGGER = LoggerFactory.getLogger("org.openapitools.codegen.parley");

    private static final String WRITING = "writing files";

    private final Pipeline pipeline;
    private final Diagnostics diagnostics;
    private final Progress progress;
    private final @Nullable Document loaded;
    private final @Nullable Settings settings;
    private @Nullable RunOptions options;
    private @Nullable VirtualFiles files;
    private @Nullable Generation generation;
    private @Nullable RunReport report;
    private @Nullable NameLockFile nameLock;
    private final List<Path> read = new ArrayList<>();
    private boolean dry = true;
    private int fetched;
    private long started;

    /** Makes a generator for OpenAPI Generator, which configures it. */
    public ParleyCodegen() {
        this(new Parley(), null, null, new Diagnostics());
    }

    /**
     * Makes a generator for a document that is loaded already, so that there is always something to do.
     *
     * @param loaded the document, or {@code null} to load what the caller names
     * @param settings what the user chose, or {@code null} to take it from the additional properties
     */
    ParleyCodegen(Pipeline pipeline, @Nullable Document loaded, @Nullable Settings settings, Diagnostics diagnostics) {
        this(pipeline, diagnostics, new LoggedProgress(LOGGER), loaded, settings);
    }

    /**
     * Makes a generator for a run that has been found to have something to do.
     *
     * @param files the output of the run
     */
    ParleyCodegen(
            Pipeline pipeline, RunOptions options, VirtualFiles files, Diagnostics diagnostics, Progress progress) {
        this(pipeline, diagnostics, progress, null, null);
        this.options = options;
        this.files = files;
    }

    private ParleyCodegen(
            Pipeline pipeline,
            Diagnostics diagnostics,
            Progress progress,
            @Nullable Document loaded,
            @Nullable Settings settings) {
        this.pipeline = pipeline;
        this.loaded = loaded;
        this.settings = settings;
        this.diagnostics = diagnostics;
        this.progress = progress;
        generatorMetadata = GeneratorMetadata.newBuilder(generatorMetadata)
                .stability(Stability.BETA)
                .build();
        embeddedTemplateDir = "dev/parley/templates";
        templateDir = embeddedTemplateDir;
        cliOptions.clear();
        CodegenOptions.descriptions()
                .forEach((name, description) -> cliOptions.add(CliOption.newString(name, description)));
    }

    @Override
    public CodegenType getTag() {
        return CodegenType.CLIENT;
    }

    @Override
    public String getName() {
        return "parley";
    }

    @Override
    public String getHelp() {
        return "Generates a Java client of records and sealed unions.";
    }

    /** Marks this generator as the one of the run: everything that it yields is a supporting file. */
    @Override
    public void setInputSpec(String inputSpec) {
        super.setInputSpec(inputSpec);
        GlobalSettings.clearProperty(CodegenConstants.APIS);
        GlobalSettings.clearProperty(CodegenConstants.MODELS);
        GlobalSettings.clearProperty(CodegenConstants.WEBHOOKS);
        GlobalSettings.setProperty(CodegenConstants.SUPPORTING_FILES, "");
    }

    @Override
    public String defaultTemplatingEngine() {
        return SourceFileAdapter.IDENTIFIER;
    }

    /**
     * Returns our adapter, also where the caller has set another one: the Maven plug-in always does. Nobody asks in a
     * dry run.
     */
    @Override
    public TemplatingEngineAdapter getTemplatingEngine() {
        dry = false;
        return new SourceFileAdapter();
    }

    /** Takes the document without the stock preparations, which serve the stock model and warn about OpenAPI 3.1. */
    @Override
    public void setOpenAPI(OpenAPI parsed) {
        openAPI = parsed;
    }

    /** Returns {@code input}: the stock values that pass through here reach no file of ours. */
    @Override
    public String escapeUnsafeCharacters(String input) {
        return input;
    }

    /** Returns {@code input}: the stock values that pass through here reach no file of ours. */
    @Override
    public String escapeQuotationMark(String input) {
        return input;
    }

    @Override
    public boolean getUseInlineModelResolver() {
        return false;
    }

    @Override
    public boolean getUseOpenapiNormalizer() {
        return false;
    }

    /** Returns true: a file that has not changed keeps its modification time. */
    @Override
    public boolean isEnableMinimalUpdate() {
        return true;
    }

    /** Returns a name of our own: the list of all files is written afterwards. */
    @Override
    public String getFilesMetadataFilename() {
        return FileList.STOCK_NAME;
    }

    /**
     * Runs the pipeline, unless nothing has changed since the run before; before this nothing has been written.
     *
     * @param parsed what the caller has parsed, without overlays and limits: not looked at
     * @throws GenerationException if there are errors
     * @throws IllegalArgumentException if an option has no sense
     */
    @Override
    public void processOpenAPI(OpenAPI parsed) {
        started = System.nanoTime();
        RunOptions chosen =
                options == null ? new CodegenOptions(additionalProperties).of(Path.of(getInputSpec())) : options;
        if (files == null) {
            files = new VirtualFiles(Path.of(outputFolder()), getIgnoreFilePathOverride(), chosen, loaded == null);
            if (files.isCurrent()) {
                return;
            }
        }
        nameLock = chosen.nameLock() == null ? null : new NameLockFile(chosen.nameLock());
        Settings known = (settings == null ? chosen.settings() : settings)
                .with(NameLockFile.read(chosen.nameLock(), diagnostics));
        progress.at("reading", 0, 0);
        Document document = loaded == null
                ? SpecLoader.load(chosen.document(), chosen.overlays(), chosen.referenceRoot(), diagnostics)
                : loaded;
        read.addAll(document.sources());
        progress.at("generating", 0, 0);
        generation = pipeline.generate(document, known, diagnostics);
        if (!generation.unionReport().isEmpty()) {
            files.addReport("unions.md", generation.unionReport());
        }
        files.add(generation.files(), diagnostics);
        if (diagnostics.hasErrors()) {
            throw new GenerationException(diagnostics.all());
        }
        supportingFiles.addAll(files.definitions());
        progress.at(WRITING, 0, supportingFiles.size());
        if (!dry) {
            files.begin();
        }
    }

    @Override
    public Map<String, Object> postProcessSupportingFileData(Map<String, Object> bundle) {
        SourceFileAdapter.provide(this::text, bundle);
        return bundle;
    }

    private @Nullable String text(String template) {
        fetched++;
        progress.at(WRITING, fetched, supportingFiles.size());
        return Objects.requireNonNull(files).text(template);
    }

    /** Tidies up after the writer and logs the summary, in place of the stock banner. */
    @Override
    public void postProcess() {
        report = finish(Objects.requireNonNull(files), generation);
        report.diagnostics().forEach(ParleyCodegen::log);
        report.lines(false, Duration.ofNanos(System.nanoTime() - started)).forEach(LOGGER::info);
    }

    private RunReport finish(VirtualFiles output, @Nullable Generation generated) {
        if (generated == null) {
            return output.finishCurrent();
        }
        if (dry) {
            return output.dry(generated.summary(), diagnostics.all());
        }
        if (nameLock != null) {
            nameLock.write(generated.lock());
            read.add(nameLock.file());
        }
        return output.finish(read, generated.summary(), diagnostics.all());
    }

    private static void log(Diagnostic diagnostic) {
        if (diagnostic.severity() == Severity.NOTE) {
            LOGGER.debug("{}", diagnostic);
        } else {
            LOGGER.warn("{}", diagnostic);
        }
    }

    /** Returns the report of the finished run. */
    RunReport report() {
        return Objects.requireNonNull(report, "the run has not finished");
    }
}
