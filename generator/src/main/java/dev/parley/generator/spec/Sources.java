package dev.parley.generator.spec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.generator.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files of one document: each read once, all under one budget, and none outside of one folder.
 *
 * <p>The folder is compared with real paths, so that no symbolic link leads out of it.
 */
final class Sources {

    private final Path folder;
    private final Path root;
    private final Diagnostics diagnostics;
    private final ReadBudget budget;
    private final Map<Path, Optional<SourceTree>> trees = new LinkedHashMap<>();
    private final SourceTree document;

    /**
     * Makes the sources of a document that has been read.
     *
     * @param file the document, a file that is there
     * @param tree what it holds, overlays applied
     * @param root the folder that references may lead into, or {@code null} for that of the document
     * @param budget what may still be read
     * @throws IOException if a path cannot be resolved
     */
    Sources(Path file, ObjectNode tree, @Nullable Path root, ReadBudget budget, Diagnostics diagnostics)
            throws IOException {
        Path real = file.toRealPath();
        this.folder = Objects.requireNonNull(real.getParent());
        this.root = root == null ? folder : root.toRealPath();
        this.budget = budget;
        this.diagnostics = diagnostics;
        this.document = new SourceTree(real, "", tree);
        trees.put(real, Optional.of(document));
    }

    /** Returns the document itself. */
    SourceTree document() {
        return document;
    }

    /** Returns what may still be read, or written out. */
    ReadBudget budget() {
        return budget;
    }

    /** Returns the real paths of all files that were read, the document first. */
    List<Path> files() {
        return List.copyOf(trees.keySet());
    }

    /**
     * Returns what a file holds.
     *
     * @param path an absolute path, that of the document or one made of it and a relative reference
     * @param reference what the document says, for messages
     * @throws UnfollowableException if there is no such file, it may not be read, or it cannot be understood
     */
    SourceTree read(Path path, String reference) throws UnfollowableException {
        if (!path.normalize().startsWith(root)) {
            throw outside("$ref leads to a file outside of the folder of the document: " + reference);
        }
        Path real;
        try {
            real = path.toRealPath();
        } catch (IOException e) {
            throw new UnfollowableException(
                    "dangling-ref",
                    "$ref leads nowhere, since there is no file " + name(path.normalize()) + ": " + reference,
                    "correct the path, or add the file");
        }
        if (!real.startsWith(root)) {
            throw outside("$ref leads, by a symbolic link, out of the folder of the document: " + reference);
        }
        Optional<SourceTree> known = trees.get(real);
        if (known == null) {
            ObjectNode tree = DocumentReader.read(real, name(real), budget, diagnostics);
            known = Optional.ofNullable(tree).map(node -> new SourceTree(real, name(real), node));
            trees.put(real, known);
        }
        return known.orElseThrow(() -> new UnfollowableException("", "the file cannot be read", ""));
    }

    private String name(Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }

    private static UnfollowableException outside(String problem) {
        return new UnfollowableException(
                "external-ref", problem, "move the file there, or name a folder above both as the reference root");
    }
}
