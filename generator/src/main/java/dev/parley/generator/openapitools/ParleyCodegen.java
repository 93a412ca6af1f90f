package dev.parley.generator.openapitools;

import dev.parley.generator.Parley;
import dev.parley.generator.Pipeline;
import dev.parley.generator.diagnostic.Diagnostic;
import dev.parley.generator.diagnostic.Diagnostic.Severity;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.diagnostic.GenerationException;
import dev.parley.generator.output.FileList;
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
    private final Diagnostics diagnostics = new Diagnostics();
    private final Progress progress = new LoggedProgress(LOGGER);
    private @Nullable VirtualFiles files;
    private @Nullable PreparedRun run;
    private boolean dry = true;
    private int fetched;
    private long started;

    /** Makes a generator for OpenAPI Generator, which configures it. */
    public ParleyCodegen() {
        this(new Parley());
    }

    /** Makes a generator with a given pipeline. */
    ParleyCodegen(Pipeline pipeline) {
        this.pipeline = pipeline;
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
        RunOptions options = new CodegenOptions(additionalProperties).of(Path.of(getInputSpec()));
        files = new VirtualFiles(Path.of(outputFolder()), getIgnoreFilePathOverride(), options, true);
        if (files.isCurrent()) {
            return;
        }
        run = PreparedRun.of(pipeline, options, null, null, files, diagnostics, progress);
        supportingFiles.addAll(files.definitions());
        progress.at(GeneratorRun.WRITING, 0, supportingFiles.size());
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
        progress.at(GeneratorRun.WRITING, fetched, supportingFiles.size());
        return Objects.requireNonNull(files).text(template);
    }

    /** Tidies up after the writer and logs the summary, in place of the stock banner. */
    @Override
    public void postProcess() {
        RunReport report = report(Objects.requireNonNull(files));
        report.diagnostics().forEach(ParleyCodegen::log);
        report.lines(false, Duration.ofNanos(System.nanoTime() - started)).forEach(LOGGER::info);
    }

    private RunReport report(VirtualFiles output) {
        if (run == null) {
            return output.finishCurrent();
        }
        return dry ? run.dry() : run.finish(output.written());
    }

    private static void log(Diagnostic diagnostic) {
        if (diagnostic.severity() == Severity.NOTE) {
            LOGGER.debug("{}", diagnostic);
        } else {
            LOGGER.warn("{}", diagnostic);
        }
    }
}
