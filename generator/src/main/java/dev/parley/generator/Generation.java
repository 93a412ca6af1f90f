package dev.parley.generator;

import dev.parley.generator.emit.SourceFile;
import dev.parley.generator.naming.NameLock;
import java.util.List;

/**
 * What a run yields.
 *
 * @param files the sources of the client
 * @param summary the run in figures
 * @param lock the names that were chosen
 * @param unionReport how each union is decided, in Markdown; empty if there is no union
 */
public record Generation(List<SourceFile> files, RunSummary summary, NameLock lock, String unionReport) {

    public Generation {
        files = List.copyOf(files);
    }
}
