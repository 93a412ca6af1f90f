package dev.parley.generator.openapitools;

import dev.parley.generator.Generation;
import dev.parley.generator.Parley;
import dev.parley.generator.Pipeline;
import dev.parley.generator.Settings;
import dev.parley.generator.diagnostic.Diagnostic;
import dev.parley.generator.diagnostic.Diagnostic.Severity;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.diagnostic.GenerationException;
import dev.parley.generator.naming.NameLock;
import dev.parley.generator.output.OutputFolder;
import dev.parley.generator.spec.Document;
import dev.parley.generator.spec.SpecLoader;
import io.swagger.v3.oas.models.OpenAPI;
import java.nio.file.Path;
import java.time.Duration;
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

    private final Pipeline pipeline;
    private final Diagnostics diagnostics;
    private final @Nullable Document loaded;
    private final CodegenOptions options;
    private @Nullable VirtualFiles files;
    private @Nullable Generation generation;
    private @Nullable RunReport report;
    private long started;

    /** Makes a generator for OpenAPI Generator, which configures it. */
    public ParleyCodegen() {
        this(new Parley(), null, null, new Diagnostics());
    }

    /**
     * Makes a generator for a document that is loaded already.
     *
     * @param settings what the user chose, or {@code null} to take it from the additional properties
     */
    ParleyCodegen(Pipeline pipeline, @Nullable Document loaded, @Nullable Settings settings, Diagnostics diagnostics) {
        this.pipeline = pipeline;
        this.loaded = loaded;
        this.diagnostics = diagnostics;
        options = new CodegenOptions(additionalProperties, settings);
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

    /** Returns our adapter, also where the caller has set another one: the Maven plug-in always does. */
    @Override
    public TemplatingEngineAdapter getTemplatingEngine() {
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

    /**
     * Runs the pipeline; before this nothing has been written.
     *
     * @param parsed what the caller has parsed, without overlays and limits: not looked at
     * @throws GenerationException if there are errors
     * @throws IllegalArgumentException if an option has no sense
     */
    @Override
    public void processOpenAPI(OpenAPI parsed) {
        started = System.nanoTime();
        NameLockFile lock = options.nameLock();
        Settings settings = options.settings().with(lock == null ? NameLock.empty() : lock.read(diagnostics));
        Document document = loaded == null
                ? SpecLoader.load(Path.of(getInputSpec()), options.overlays(), options.referenceRoot(), diagnostics)
                : loaded;
        generation = pipeline.generate(document, settings, diagnostics);
        files = new VirtualFiles(new OutputFolder(Path.of(outputFolder())), options.sourceFolder());
        files.add(generation.files(), diagnostics);
        if (!generation.unionReport().isEmpty()) {
            files.addReport("unions.md", generation.unionReport());
        }
        if (diagnostics.hasErrors()) {
            throw new GenerationException(diagnostics.all());
        }
        supportingFiles.addAll(files.definitions());
    }

    @Override
    public Map<String, Object> postProcessSupportingFileData(Map<String, Object> bundle) {
        SourceFileAdapter.provide(Objects.requireNonNull(files).texts(), bundle);
        return bundle;
    }

    /** Tidies up after the writer and logs the summary, in place of the stock banner. */
    @Override
    public void postProcess() {
        Generation generation = Objects.requireNonNull(this.generation);
        report = Objects.requireNonNull(files)
                .finish(getIgnoreFilePathOverride(), generation.summary(), diagnostics.all());
        NameLockFile lock = options.nameLock();
        if (lock != null) {
            lock.write(generation.lock());
        }
        report.diagnostics().forEach(ParleyCodegen::log);
        report.lines(false, Duration.ofNanos(System.nanoTime() - started)).forEach(LOGGER::info);
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
