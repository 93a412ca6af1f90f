package dev.parley.generator.openapitools;

import dev.parley.generator.Parley;
import dev.parley.generator.Pipeline;
import dev.parley.generator.Settings;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.diagnostic.GenerationException;
import dev.parley.generator.spec.Document;
import java.nio.file.Path;
import java.util.List;

/**
 * Generates without OpenAPI Generator around it: no parser, no model, and no writer of its own. What comes of it is the same
 * as in the plug-in, to the byte.
 */
public final class GeneratorRun {

    /** What is being done while files are written. */
    static final String WRITING = "writing files";

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
        return write(PreparedRun.of(pipeline, options, null, null, files, diagnostics, progress), progress);
    }

    /**
     * Generates a client into a folder.
     *
     * @param diagnostics takes what there is to say, and holds what loading had to say
     * @throws GenerationException if there are errors; nothing has been written then
     * @throws RuntimeException if the folder cannot be written
     */
    public RunReport generate(Document document, Settings settings, Path output, Diagnostics diagnostics) {
        RunOptions options = new RunOptions(
                Path.of(document.name()), List.of(), null, null, null, null, RunOptions.DEFAULT_SOURCE_FOLDER, false);
        VirtualFiles files = new VirtualFiles(output, null, options, false);
        return write(
                PreparedRun.of(pipeline, options, document, settings, files, diagnostics, Progress.NONE),
                Progress.NONE);
    }

    private static RunReport write(PreparedRun run, Progress progress) {
        VirtualFiles files = run.files();
        int all = files.definitions().size();
        progress.at(WRITING, 0, all);
        files.begin();
        return run.finish(files.write(done -> progress.at(WRITING, done, all)));
    }
}
