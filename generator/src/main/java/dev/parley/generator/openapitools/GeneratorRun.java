package dev.parley.generator.openapitools;

import dev.parley.generator.Parley;
import dev.parley.generator.Pipeline;
import dev.parley.generator.Settings;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.diagnostic.GenerationException;
import dev.parley.generator.spec.Document;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import java.nio.file.Path;
import org.openapitools.codegen.ClientOptInput;
import org.openapitools.codegen.DefaultGenerator;

/** Runs OpenAPI Generator without its parser: the same way from there on as in the plug-in. */
public final class GeneratorRun {

    private final Pipeline pipeline;

    /** Makes a run of the real pipeline. */
    public GeneratorRun() {
        this(new Parley());
    }

    /** Makes a run of a given pipeline. */
    public GeneratorRun(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /**
     * Generates a client into a folder, unless nothing has changed since the run before.
     *
     * @param diagnostics takes what there is to say
     * @throws GenerationException if there are errors; nothing has been written then
     * @throws IllegalArgumentException if an option has no sense
     * @throws RuntimeException if the folder cannot be written
     */
    public RunReport generate(RunOptions options, Path output, Diagnostics diagnostics, Progress progress) {
        VirtualFiles files = new VirtualFiles(output, null, options, true);
        if (files.isCurrent()) {
            return files.finishCurrent();
        }
        return run(
                new ParleyCodegen(pipeline, options, files, diagnostics, progress),
                String.valueOf(options.document().getFileName()),
                output);
    }

    /**
     * Generates a client into a folder.
     *
     * @param diagnostics takes what there is to say, and holds what loading had to say
     * @throws GenerationException if there are errors; nothing has been written then
     * @throws RuntimeException if the folder cannot be written
     */
    public RunReport generate(Document document, Settings settings, Path output, Diagnostics diagnostics) {
        return run(new ParleyCodegen(pipeline, document, settings, diagnostics), document.name(), output);
    }

    private static RunReport run(ParleyCodegen codegen, String name, Path output) {
        codegen.setInputSpec(name);
        codegen.setOutputDir(output.toAbsolutePath().normalize().toString());
        // The stock code looks at servers, schemas and security around us; here it has nothing to stumble over.
        OpenAPI standIn = new OpenAPI().info(new Info().title(name).version(""));
        new DefaultGenerator()
                .opts(new ClientOptInput().config(codegen).openAPI(standIn))
                .generate();
        return codegen.report();
    }
}
