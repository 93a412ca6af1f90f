package dev.parley.generator.instances;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Spells out what OpenAPI says of components that extend one with a discriminator: the parent is a choice between
 * them and itself, and they take over what it says, not the choice.
 */
final class InheritedSchemas {

    /** Where a parent keeps what it says of itself. */
    static final String OWN = "x-own";

    private static final String REF = "$ref";

    private final SchemaTree tree;
    private final Set<String> done = new LinkedHashSet<>();
    private final Set<String> listing = new LinkedHashSet<>();

    InheritedSchemas(SchemaTree tree) {
        this.tree = tree;
    }

    void spell() {
        List<String> parents = tree.components().stream().filter(this::isParent).toList();
        parents.forEach(parent -> {
            ObjectNode schema = (ObjectNode) tree.component(parent);
            ObjectNode own = schema.deepCopy();
            own.remove(List.of("discriminator", "oneOf", "anyOf"));
            schema.set(OWN, own);
        });
        List<Link> links = new ArrayList<>();
        parents.forEach(parent -> children(parent).forEach(child -> links.add(new Link(parent, child))));
        List<Set<String>> heirs = parents.stream().map(this::heirs).toList();
        for (int i = 0; i < parents.size(); i++) {
            ObjectNode schema = (ObjectNode) tree.component(parents.get(i));
            if (hasChoice(schema)) {
                listing.add(parents.get(i));
            } else {
                schema.retain("discriminator", OWN);
                ArrayNode branches = schema.putArray("oneOf");
                heirs.get(i).forEach(heir -> branches.addObject().put(REF, reference(heir)));
            }
        }
        for (Link link : links) {
            parts(tree.component(link.child()), link);
            parts(tree.component(link.child()).path(OWN), link);
        }
        parents.forEach(this::bind);
    }

    private static void parts(JsonNode schema, Link link) {
        for (JsonNode part : schema.path("allOf")) {
            if (part.path(REF).asText().equals(reference(link.parent()))) {
                ((ObjectNode) part).put(REF, reference(link.parent()) + "/" + OWN);
            }
        }
    }

    /** Children first: what a branch knows of its tag need not be said. */
    private void bind(String parent) {
        if (!done.add(parent)) {
            return;
        }
        ObjectNode schema = (ObjectNode) tree.component(parent);
        for (JsonNode branch : schema.path("oneOf")) {
            String name = name(branch);
            if (tree.component(name).has(OWN)) {
                bind(name);
            }
        }
        tree.bindTags(schema);
        JsonNode mapping = schema.path("discriminator").path("mapping");
        ObjectNode self = JsonNodeFactory.instance.objectNode().put(REF, reference(parent));
        ArrayNode values = SchemaTree.tagValues(mapping, self);
        boolean mapped = mapping.isEmpty()
                || mapping.properties().stream()
                        .anyMatch(entry -> List.of(reference(parent), parent)
                                .contains(entry.getValue().asText()));
        if (mapped && !listing.contains(parent)) {
            String tag = schema.path("discriminator").path("propertyName").asText();
            ArrayNode all = ((ArrayNode) schema.get("oneOf")).addObject().putArray("allOf");
            all.addObject().put(REF, reference(parent) + "/" + OWN);
            ObjectNode bound = all.addObject();
            bound.putObject("properties").putObject(tag).set("enum", values);
            bound.putArray("required").add(tag);
        }
    }

    private boolean isParent(String component) {
        JsonNode schema = tree.component(component);
        if (hasChoice(schema)) {
            Set<String> heirs = new LinkedHashSet<>();
            collect(component, true, heirs);
            for (String keyword : List.of("oneOf", "anyOf")) {
                for (JsonNode branch : schema.path(keyword)) {
                    if (heirs.contains(name(branch))) {
                        return true;
                    }
                }
            }
            return false;
        }
        return schema.path("discriminator").has("propertyName")
                && !children(component).isEmpty();
    }

    private static boolean hasChoice(JsonNode schema) {
        return !schema.path("oneOf").isEmpty() || !schema.path("anyOf").isEmpty();
    }

    private Set<String> heirs(String parent) {
        Set<String> heirs = new LinkedHashSet<>();
        collect(parent, false, heirs);
        heirs.remove(parent);
        return heirs;
    }

    private void collect(String parent, boolean all, Set<String> into) {
        for (String child : children(parent)) {
            if (into.add(child) && (all || !tree.component(child).has(OWN))) {
                collect(child, all, into);
            }
        }
    }

    private List<String> children(String parent) {
        List<String> children = new ArrayList<>();
        for (String component : tree.components()) {
            for (JsonNode part : tree.component(component).path("allOf")) {
                if (part.path(REF).asText().equals(reference(parent))) {
                    children.add(component);
                }
            }
        }
        return children;
    }

    private static String reference(String component) {
        return "#" + SchemaTree.pointer(component);
    }

    private static String name(JsonNode branch) {
        String reference = branch.path(REF).asText();
        return reference.startsWith("#/components/schemas/") ? reference.substring(21) : "";
    }

    private record Link(String parent, String child) {}
}
