package dev.parley.generator.spec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;

/**
 * A file of the document, read.
 *
 * @param path the real path
 * @param name the path counted from the folder of the document, empty for the document itself
 * @param root what the file holds
 */
record SourceTree(Path path, String name, ObjectNode root) {

    /** Returns a place of this file for a diagnostic. */
    String place(Pointer pointer) {
        return name.isEmpty() ? pointer.toString() : name + "#" + pointer;
    }

    /** Returns whether this is the document itself, and no file that it refers to. */
    boolean isDocument() {
        return name.isEmpty();
    }
}
