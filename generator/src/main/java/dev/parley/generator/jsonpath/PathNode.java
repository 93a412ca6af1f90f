package dev.parley.generator.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a tree, and where it stands.
 *
 * @param value the value
 * @param parent what holds it, or {@code null} for the root
 * @param name its name if {@code parent} is an object, else empty
 * @param index its index if {@code parent} is an array, else -1
 */
public record PathNode(JsonNode value, @Nullable PathNode parent, String name, int index) {

    static PathNode root(JsonNode value) {
        return new PathNode(value, null, "", -1);
    }

    /** Returns the member of this name as a list of none or one. */
    List<PathNode> member(String name) {
        JsonNode member = value.isObject() ? value.get(name) : null;
        return member == null ? List.of() : List.of(new PathNode(member, this, name, -1));
    }

    /** Returns the element at an index, which counts from the end if it is negative, as a list of none or one. */
    List<PathNode> element(long index) {
        long position = index < 0 ? value.size() + index : index;
        return value.isArray() && position >= 0 && position < value.size() ? List.of(at((int) position)) : List.of();
    }

    PathNode at(int index) {
        return new PathNode(value.get(index), this, "", index);
    }

    /** Returns the members or elements, in their order. */
    List<PathNode> children() {
        List<PathNode> children = new ArrayList<>(value.size());
        if (value.isArray()) {
            for (int index = 0; index < value.size(); index++) {
                children.add(at(index));
            }
        } else {
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                children.add(new PathNode(member.getValue(), this, member.getKey(), -1));
            }
        }
        return children;
    }

    /** Returns how many objects and arrays are around this. */
    public int depth() {
        int depth = 0;
        for (PathNode node = parent; node != null; node = node.parent) {
            depth++;
        }
        return depth;
    }

    /** Returns the place as a JSON pointer (RFC 6901). */
    public String pointer() {
        StringBuilder pointer = new StringBuilder();
        for (PathNode node = this; node.parent != null; node = node.parent) {
            String token = node.index < 0 ? node.name : Integer.toString(node.index);
            pointer.insert(0, "/" + token.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
