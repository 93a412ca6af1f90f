package dev.parley.generator.spec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.generator.diagnostic.Diagnostics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** A document as a raw tree, for tests that must not rely on what later stages make of it. */
public final class DocumentTrees {

    private DocumentTrees() {}

    /** Reads a document, applies its overlays and puts its files together, and does nothing else. */
    public static ObjectNode read(Path file, List<Path> overlays) {
        Diagnostics diagnostics = new Diagnostics();
        ReadBudget budget = new ReadBudget();
        ObjectNode tree = DocumentReader.read(file, file.toString(), budget, diagnostics);
        if (tree != null) {
            Overlays.apply(tree, file.getFileName().toString(), OverlayFiles.of(overlays, diagnostics), diagnostics);
            try {
                Bundle.make(new Sources(file, tree, null, budget, diagnostics), diagnostics);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (tree == null || diagnostics.hasErrors()) {
            throw new IllegalArgumentException(file + ": " + diagnostics.all());
        }
        return tree;
    }
}
