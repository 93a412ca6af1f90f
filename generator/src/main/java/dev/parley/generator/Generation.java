package dev.parley.generator;

import dev.parley.generator.emit.SourceFile;
import java.util.List;

/**
 * What a run yields.
 *
 * @param files the sources of the client
 * @param summary the run in figures
 */
public record Generation(List<SourceFile> files, RunSummary summary) {

    public Generation {
        files = List.copyOf(files);
    }
}
