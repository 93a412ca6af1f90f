package dev.parley.generator.spec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * What {@code #} means: a file, or a schema within one that has an {@code $id}. Compared by identity.
 */
final class Resource {

    private final SourceTree tree;
    private final URI base;
    private final Pointer pointer;
    private final ObjectNode root;
    private final Map<String, Target> anchors = new HashMap<>();
    private final Map<String, Target> dynamicAnchors = new HashMap<>();

    /**
     * Makes a resource that has no anchors yet.
     *
     * @param base what relative references start at
     * @param pointer where it stands in the file
     */
    Resource(SourceTree tree, URI base, Pointer pointer, ObjectNode root) {
        this.tree = tree;
        this.base = base;
        this.pointer = pointer;
        this.root = root;
    }

    SourceTree tree() {
        return tree;
    }

    URI base() {
        return base;
    }

    Pointer pointer() {
        return pointer;
    }

    ObjectNode root() {
        return root;
    }

    /** Returns the places that {@code $anchor} and {@code $dynamicAnchor} name. */
    Map<String, Target> anchors() {
        return anchors;
    }

    /** Returns the places that {@code $dynamicAnchor} names. */
    Map<String, Target> dynamicAnchors() {
        return dynamicAnchors;
    }
}
