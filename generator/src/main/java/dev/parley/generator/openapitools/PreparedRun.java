package dev.parley.generator.openapitools;

import dev.parley.generator.Generation;
import dev.parley.generator.Pipeline;
import dev.parley.generator.Settings;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.diagnostic.GenerationException;
import dev.parley.generator.spec.Document;
import dev.parley.generator.spec.SpecLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A run whose files are finished and may be written: nothing stands in the way.
 *
 * @param generation what the pipeline yields
 * @param nameLock the file that keeps the names, or {@code null}
 * @param read the files that the document led to
 */
record PreparedRun(
        Generation generation,
        VirtualFiles files,
        @Nullable NameLockFile nameLock,
        List<Path> read,
        Diagnostics diagnostics) {

    /**
     * Runs the pipeline and compares its files with the folder; nothing is written.
     *
     * @param loaded the document, or {@code null} to load what the options name
     * @param settings what the pipeline is told, or {@code null} to take it from the options
     * @param files take the files
     * @param diagnostics takes what there is to say
     * @throws GenerationException if there are errors
     * @throws IllegalArgumentException if an option has no sense
     */
    static PreparedRun of(
            Pipeline pipeline,
            RunOptions options,
            @Nullable Document loaded,
            @Nullable Settings settings,
            VirtualFiles files,
            Diagnostics diagnostics,
            Progress progress) {
        NameLockFile nameLock = options.nameLock() == null ? null : new NameLockFile(options.nameLock());
        Settings known = (settings == null ? options.settings() : settings)
                .with(NameLockFile.read(options.nameLock(), diagnostics));
        progress.at("reading", 0, 0);
        Document document = loaded == null
                ? SpecLoader.load(options.document(), options.overlays(), options.referenceRoot(), diagnostics)
                : loaded;
        progress.at("generating", 0, 0);
        Generation generation = pipeline.generate(document, known, diagnostics);
        if (!generation.unionReport().isEmpty()) {
            files.addReport("unions.md", generation.unionReport());
        }
        files.add(generation.files(), diagnostics);
        if (diagnostics.hasErrors()) {
            throw new GenerationException(diagnostics.all());
        }
        return new PreparedRun(generation, files, nameLock, document.sources(), diagnostics);
    }

    /**
     * Records the run and tidies up, once its files are there.
     *
     * @param written the files that were written
     */
    RunReport finish(SortedSet<String> written) {
        List<Path> sources = new ArrayList<>(read);
        if (nameLock != null) {
            nameLock.write(generation.lock());
            sources.add(nameLock.file());
        }
        return files.finish(written, sources, generation.summary(), diagnostics.all());
    }

    /** Returns the report of a run that was to write nothing. */
    RunReport dry() {
        return files.dry(generation.summary(), diagnostics.all());
    }
}
