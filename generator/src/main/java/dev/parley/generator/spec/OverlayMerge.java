package dev.parley.generator.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.generator.jsonpath.PathNode;

/** Merges values into a document, as the Overlay specification says, for as long as it keeps to the limits of a file. */
final class OverlayMerge {

    /** A value that cannot be merged where it should be. The message says why. */
    static final class RefusedException extends Exception {

        private static final long serialVersionUID = 1L;

        /** What the member is called that does not fit, as a pointer below the value that is merged. */
        private final String place;

        private final String hint;

        RefusedException(String place, String message, String hint) {
            super(message);
            this.place = place;
            this.hint = hint;
        }

        String place() {
            return place;
        }

        String hint() {
            return hint;
        }
    }

    private long values;

    /** Takes up a document as it is before the first merge. */
    OverlayMerge(JsonNode document) {
        values = size(document);
    }

    /**
     * Merges a value into a target.
     *
     * @param appendsWhole whether a list is appended element by element, as in Overlay 1.1, in contrast to as one element
     * @throws RefusedException if the value does not fit, or makes the document larger than a file may be
     */
    void merge(PathNode target, JsonNode added, boolean appendsWhole) throws RefusedException {
        values += size(added);
        if (values > ReadLimits.VALUES || target.depth() + height(added) > ReadLimits.DEPTH) {
            throw new RefusedException(
                    "",
                    "the overlays make the document larger than " + ReadLimits.VALUES + " values or deeper than "
                            + ReadLimits.DEPTH + " levels",
                    "select less, or add less");
        }
        JsonNode value = target.value();
        if (value instanceof ObjectNode object && added.isObject()) {
            merge(object, added, "");
        } else if (value instanceof ArrayNode array) {
            append(array, added, appendsWhole);
        } else if (value.isValueNode() && added.isValueNode()) {
            replace(target, added);
        } else {
            throw incompatible("", value, added);
        }
    }

    private static void merge(ObjectNode target, JsonNode added, String place) throws RefusedException {
        for (var member : added.properties()) {
            JsonNode value = member.getValue();
            JsonNode present = target.get(member.getKey());
            String inside = place + "/" + member.getKey().replace("~", "~0").replace("/", "~1");
            if (present == null || present.isValueNode() && value.isValueNode()) {
                target.set(member.getKey(), value.deepCopy());
            } else if (present instanceof ObjectNode object && value.isObject()) {
                merge(object, value, inside);
            } else if (present instanceof ArrayNode array && value.isArray()) {
                append(array, value, true);
            } else {
                throw incompatible(inside, present, value);
            }
        }
    }

    private static void append(ArrayNode target, JsonNode added, boolean whole) {
        if (added.isArray() && whole) {
            added.forEach(element -> target.add(element.<JsonNode>deepCopy()));
        } else {
            target.add(added.<JsonNode>deepCopy());
        }
    }

    private static void replace(PathNode target, JsonNode added) {
        JsonNode container = target.parent() == null ? null : target.parent().value();
        if (container instanceof ObjectNode object) {
            object.set(target.name(), added);
        } else if (container instanceof ArrayNode array) {
            array.set(target.index(), added);
        }
    }

    private static RefusedException incompatible(String place, JsonNode present, JsonNode added) {
        return new RefusedException(
                place,
                "what is there is " + kind(present) + ", and cannot be merged with " + kind(added),
                "remove the old value first");
    }

    /** Returns what merging knows of values: objects, lists and the rest. */
    static String kind(JsonNode value) {
        return value.isObject() ? "an object" : value.isArray() ? "a list" : "a scalar";
    }

    private static long size(JsonNode value) {
        long size = 1;
        for (JsonNode child : value) {
            size += size(child);
        }
        return size;
    }

    private static int height(JsonNode value) {
        int height = 0;
        for (JsonNode child : value) {
            height = Math.max(height, height(child));
        }
        return value.isContainerNode() ? height + 1 : 0;
    }
}
