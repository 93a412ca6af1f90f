package dev.parley.generator.spec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.generator.diagnostic.Diagnostics;
import java.nio.file.Path;
import java.util.List;

/** A document as a raw tree, for tests that must not rely on what later stages make of it. */
public final class DocumentTrees {

    private DocumentTrees() {}

    /** Reads a document and applies its overlays, and does nothing else. */
    public static ObjectNode read(Path file, List<Path> overlays) {
        Diagnostics diagnostics = new Diagnostics();
        ObjectNode tree = DocumentReader.read(file, diagnostics);
        if (tree != null) {
            Overlays.apply(tree, OverlayFiles.of(overlays, diagnostics), diagnostics);
        }
        if (tree == null || diagnostics.hasErrors()) {
            throw new IllegalArgumentException(file + ": " + diagnostics.all());
        }
        return tree;
    }
}
