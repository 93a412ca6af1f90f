package dev.parley.generator.spec;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A reference as it stands in a file.
 *
 * @param owner the object that it is a member of
 * @param member the name of the member: {@code $ref}, or a value of a discriminator
 * @param text what it says
 * @param resource what {@code #} means there
 * @param pointer the place of the member in its file
 * @param kind what it must lead to
 */
record Reference(ObjectNode owner, String member, String text, Resource resource, Pointer pointer, Kind kind) {

    static final String REF = "$ref";
    static final String DYNAMIC = "$dynamicRef";
    static final String RECURSIVE = "$recursiveRef";

    /** Returns the place for a diagnostic. */
    String place() {
        return resource.tree().place(pointer);
    }

    /**
     * A reference and where it leads in the end.
     *
     * @param reference the reference
     * @param target the place that it means, past all that only refer on
     */
    record Followed(Reference reference, Target target) {}
}
