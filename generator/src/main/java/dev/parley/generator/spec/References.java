package dev.parley.generator.spec;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.generator.diagnostic.Diagnostics;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Refuses every reference that does not end within the document. Nothing is ever fetched. */
final class References {

    private static final Pattern REMOTE = Pattern.compile("(?i)(?:https?|ftps?|wss?):.*|//.*", Pattern.DOTALL);

    private final ObjectNode document;
    private final Diagnostics diagnostics;

    private References(ObjectNode document, Diagnostics diagnostics) {
        this.document = document;
        this.diagnostics = diagnostics;
    }

    /** Reports the references of {@code document} that lead out of it or nowhere. */
    static void check(ObjectNode document, Diagnostics diagnostics) {
        References references = new References(document, diagnostics);
        DocumentWalk.walk(document, Pointer.ROOT, references::visit);
    }

    private void visit(ObjectNode object, Pointer pointer) {
        JsonNode reference = object.get("$ref");
        if (reference != null) {
            check(reference, pointer.child("$ref"));
        }
        if (object.path("propertyName").isTextual()) {
            object.path("mapping").properties().stream()
                    .filter(entry -> isReference(entry.getValue().asText()))
                    .forEach(entry ->
                            check(entry.getValue(), pointer.child("mapping").child(entry.getKey())));
        }
    }

    /** A value of {@code mapping} may also be the plain name of a schema. */
    private static boolean isReference(String value) {
        return value.startsWith("#") || value.contains("/") || value.contains(":") || value.contains("\\");
    }

    private void check(JsonNode reference, Pointer pointer) {
        String value = reference.asText();
        if (!reference.isTextual()) {
            dangling(pointer, "$ref is no string");
        } else if (value.startsWith("#/")) {
            if (target(value).isMissingNode()) {
                dangling(pointer, "$ref leads nowhere: " + value);
            }
        } else if (value.startsWith("#")) {
            dangling(pointer, "$ref is no JSON pointer: " + value);
        } else if (REMOTE.matcher(value).matches()) {
            diagnostics.error(
                    "remote-ref",
                    pointer.toString(),
                    "$ref leads to another host, and nothing is fetched: " + value,
                    "copy what it names into components");
        } else {
            diagnostics.error(
                    "external-ref",
                    pointer.toString(),
                    "$ref leads to another file, and only one document is read: " + value,
                    "copy what it names into components, or bundle the document first");
        }
    }

    private JsonNode target(String reference) {
        try {
            String plus = reference.substring(1).replace("+", "%2B");
            return document.at(JsonPointer.compile(URLDecoder.decode(plus, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            return document.path("");
        }
    }

    private void dangling(Pointer pointer, String message) {
        diagnostics.error(
                "dangling-ref", pointer.toString(), message, "name something under #/components that is there");
    }
}
