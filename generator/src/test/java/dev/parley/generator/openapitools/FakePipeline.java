package dev.parley.generator.openapitools;

import dev.parley.generator.Generation;
import dev.parley.generator.Pipeline;
import dev.parley.generator.RunSummary;
import dev.parley.generator.Settings;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.emit.SourceFile;
import dev.parley.generator.naming.NameLock;
import dev.parley.generator.spec.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Yields the files that a test puts in, and the package and title that it was asked for. */
public final class FakePipeline implements Pipeline {

    /** The text of each file by its path below the source folder. */
    public final Map<String, String> files = new LinkedHashMap<>();

    /** How often it was asked. */
    public int runs;

    @Override
    public Generation generate(Document document, Settings settings, Diagnostics diagnostics) {
        runs++;
        diagnostics.note("fake", "", "this is a test", "go on");
        List<SourceFile> sources = new ArrayList<>();
        sources.add(new SourceFile(
                "Asked.txt",
                settings.basePackage(document) + "\n"
                        + document.openApi().getInfo().getTitle() + "\n"));
        files.forEach((path, text) -> sources.add(new SourceFile(path, text)));
        return new Generation(sources, new RunSummary(1, 2, 3, 4, List.of()), NameLock.empty(), "");
    }
}
