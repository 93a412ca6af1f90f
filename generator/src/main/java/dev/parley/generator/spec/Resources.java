package dev.parley.generator.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.generator.diagnostic.Diagnostics;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Knows every file and every schema with an {@code $id} by its address, and the anchors in each. */
final class Resources {

    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");

    private final boolean identifiers;
    private final Diagnostics diagnostics;
    private final IdentityHashMap<SourceTree, Resource> files = new IdentityHashMap<>();
    private final Map<String, Resource> byAddress = new HashMap<>();
    private final IdentityHashMap<ObjectNode, Resource> roots = new IdentityHashMap<>();
    private final List<Resource> inOrder = new ArrayList<>();
    private final Map<String, List<Target>> dynamicAnchors = new HashMap<>();

    /**
     * Makes an index without entries.
     *
     * @param identifiers whether {@code $id} and anchors mean something: OpenAPI 3.1
     */
    Resources(boolean identifiers, Diagnostics diagnostics) {
        this.identifiers = identifiers;
        this.diagnostics = diagnostics;
    }

    /** Returns the resource that a file is. */
    Resource of(SourceTree tree) {
        Resource known = files.get(tree);
        return known == null ? add(tree) : known;
    }

    /** Returns the resource with an address, or {@code null} if none that has been read has it. */
    @Nullable
    Resource at(URI address) {
        return byAddress.get(plain(address));
    }

    /** Returns the resource that begins with an object, or else the one around it. */
    Resource at(JsonNode node, Resource around) {
        Resource begun = node instanceof ObjectNode object ? roots.get(object) : null;
        return begun == null ? around : begun;
    }

    /** Returns the resource that holds another one, or that one if it is a whole file. */
    Resource around(Resource inner) {
        Pointer outside = inner.pointer().parent();
        return outside == null ? inner : around(inner.tree(), outside);
    }

    /** Returns every place that {@code $dynamicAnchor} gives this name, in all files that have been read. */
    List<Target> dynamicAnchors(String name) {
        return dynamicAnchors.getOrDefault(name, List.of());
    }

    /** Returns the schemas that are resources and say {@code $recursiveAnchor: true}. */
    List<Resource> recursive() {
        return inOrder.stream()
                .filter(resource -> resource.root().path("$recursiveAnchor").asBoolean())
                .toList();
    }

    private void begin(ObjectNode object, Resource resource) {
        roots.put(object, resource);
        inOrder.add(resource);
    }

    /** Returns a resource as a place of its file. */
    Target root(Resource resource) {
        return resource.pointer().parent() == null
                ? new Target(resource, Pointer.ROOT, resource.root(), null)
                : Objects.requireNonNull(placeOf(resource.tree(), resource.pointer()));
    }

    /** Returns what stands below a place, or {@code null} if there is nothing. */
    @Nullable
    Target below(Target from, String token) {
        JsonNode child = from.node() instanceof ArrayNode array
                ? INDEX.matcher(token).matches() ? array.get(Integer.parseInt(token)) : null
                : from.node().get(token);
        return child == null
                ? null
                : new Target(
                        at(child, from.resource()), from.pointer().child(token), child, (ContainerNode<?>) from.node());
    }

    private Resource add(SourceTree tree) {
        Resource file = new Resource(tree, tree.path().toUri(), Pointer.ROOT, tree.root());
        byAddress.put(plain(file.base()), file);
        files.put(tree, file);
        begin(tree.root(), file);
        if (identifiers) {
            DocumentWalk.walk(tree.root(), Pointer.ROOT, (object, pointer) -> index(tree, object, pointer));
        }
        return Objects.requireNonNull(files.get(tree));
    }

    private void index(SourceTree tree, ObjectNode object, Pointer pointer) {
        String id = object.path("$id").asText("");
        if (!id.isEmpty() && !(pointer.parent() == null && object.has("openapi"))) {
            identify(tree, object, pointer, id);
        }
        anchor(tree, object, pointer, "$anchor");
        anchor(tree, object, pointer, "$dynamicAnchor");
    }

    private void identify(SourceTree tree, ObjectNode object, Pointer pointer, String id) {
        URI base;
        try {
            base = around(tree, pointer).base().resolve(id);
        } catch (IllegalArgumentException e) {
            refuse("schema-id", tree, pointer.child("$id"), "$id is no URI", "correct it, or remove it");
            return;
        }
        Resource resource = new Resource(tree, base, pointer, object);
        Resource other = byAddress.putIfAbsent(plain(base), resource);
        if (other != null && !tree.place(pointer).equals(other.tree().place(other.pointer()))) {
            String found = "two schemas have the $id " + plain(base);
            refuse("schema-id", tree, pointer.child("$id"), found, "give each an $id of its own, or none");
        }
        begin(object, resource);
        if (pointer.parent() == null) {
            files.put(tree, resource);
            byAddress.put(plain(tree.path().toUri()), resource);
        }
    }

    private void anchor(SourceTree tree, ObjectNode object, Pointer pointer, String keyword) {
        JsonNode name = object.path(keyword);
        Target place = name.isTextual() ? placeOf(tree, pointer) : null;
        if (place == null) {
            return;
        }
        Target other = place.resource().anchors().put(name.textValue(), place);
        if (other != null && !other.key().equals(place.key())) {
            String found = "two schemas have the anchor " + name.textValue();
            refuse("schema-id", tree, pointer.child(keyword), found, "rename one, or give each schema an $id");
        }
        if (keyword.equals("$dynamicAnchor")) {
            place.resource().dynamicAnchors().put(name.textValue(), place);
            dynamicAnchors
                    .computeIfAbsent(name.textValue(), unused -> new ArrayList<>())
                    .add(place);
        }
    }

    private Resource around(SourceTree tree, Pointer pointer) {
        Target place = placeOf(tree, pointer);
        return place == null ? Objects.requireNonNull(files.get(tree)) : place.resource();
    }

    private @Nullable Target placeOf(SourceTree tree, Pointer pointer) {
        Target place = new Target(Objects.requireNonNull(files.get(tree)), Pointer.ROOT, tree.root(), null);
        for (String token : pointer.tokens()) {
            place = place == null ? null : below(place, token);
        }
        return place;
    }

    private void refuse(String code, SourceTree tree, Pointer pointer, String message, String hint) {
        diagnostics.error(code, tree.place(pointer), message, hint);
    }

    private static String plain(URI address) {
        String text = address.toString();
        int fragment = text.indexOf('#');
        return fragment < 0 ? text : text.substring(0, fragment);
    }
}
