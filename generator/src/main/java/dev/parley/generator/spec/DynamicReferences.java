package dev.parley.generator.spec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.spec.Reference.Followed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code $dynamicRef} (2020-12) and {@code $recursiveRef} (2019-09) lead to.
 *
 * <p>They mean the outermost schema that has the anchor, on the way by which a reader came. One type can stand for that
 * if no other schema with the anchor leads to the reference; else there is no one meaning, and the reference is refused.
 */
final class DynamicReferences {

    private static final String RECURSIVE_ANCHOR = "$recursiveAnchor";

    private final Locator locator;
    private final Resources resources;
    private final Diagnostics diagnostics;
    private final List<Choice> choices = new ArrayList<>();

    DynamicReferences(Locator locator, Resources resources, Diagnostics diagnostics) {
        this.locator = locator;
        this.resources = resources;
        this.diagnostics = diagnostics;
    }

    /** Returns the place that a reference of any kind names at first. */
    Target first(Reference reference) throws UnfollowableException {
        return switch (reference.member()) {
            case Reference.DYNAMIC -> dynamic(reference);
            case Reference.RECURSIVE -> recursive(reference);
            default -> locator.locate(reference.resource(), reference.text());
        };
    }

    /** Reports the references that mean different schemas for different readers. */
    void check(List<Followed> followed) {
        Map<Resource, Set<Resource>> users = new HashMap<>();
        if (choices.stream().anyMatch(choice -> !others(choice).isEmpty())) {
            followed.forEach(link -> users.computeIfAbsent(link.target().resource(), unused -> new LinkedHashSet<>())
                    .add(link.reference().resource()));
        }
        for (Choice choice : choices) {
            Set<Resource> others = others(choice);
            if (!others.isEmpty()) {
                others.retainAll(leadingTo(choice.reference().resource(), users));
            }
            if (!others.isEmpty()) {
                String member = choice.reference().member();
                diagnostics.error(
                        member.equals(Reference.DYNAMIC) ? "dynamic-ref" : "recursive-ref",
                        choice.reference().place(),
                        member + " means different schemas, by the schema that a reader comes from: "
                                + choice.reference().text(),
                        "write a $ref to the schema that is meant, and a schema of its own for each use");
            }
        }
    }

    private Target dynamic(Reference reference) throws UnfollowableException {
        try {
            Target first = locator.locate(reference.resource(), reference.text());
            String anchor = first.node().path("$dynamicAnchor").asText("");
            if (!anchor.isEmpty() && reference.text().endsWith("#" + anchor)) {
                choices.add(new Choice(reference, first, anchor));
            }
            return first;
        } catch (UnfollowableException e) {
            if (!e.code().equals("dangling-ref")) {
                throw e;
            }
            throw new UnfollowableException(
                    "dynamic-ref",
                    "$dynamicRef leads nowhere: " + reference.text(),
                    "write a $ref to the schema that is meant");
        }
    }

    private Target recursive(Reference reference) throws UnfollowableException {
        Resource resource = reference.resource();
        boolean schema = resource.pointer().parent() != null || !resource.root().has("openapi");
        if (reference.text().equals("#") && schema) {
            Target root = resources.root(resource);
            if (root.node().path(RECURSIVE_ANCHOR).asBoolean()) {
                choices.add(new Choice(reference, root, null));
            }
            return root;
        }
        List<String> tokens = reference.pointer().tokens();
        boolean inComponent = tokens.size() > 3
                && tokens.get(0).equals("components")
                && tokens.get(1).equals("schemas");
        JsonNode component = inComponent
                ? resource.root().path("components").path("schemas").path(tokens.get(2))
                : resource.root().path("");
        if (!reference.text().equals("#") || !component.path(RECURSIVE_ANCHOR).asBoolean()) {
            throw new UnfollowableException(
                    "recursive-ref",
                    "only \"#\" within a component that has $recursiveAnchor: true is understood",
                    "write a $ref to the schema that is meant");
        }
        return locator.locate(
                resource,
                "#/components/schemas/" + Pointer.escaped(tokens.get(2)).replace("%", "%25"));
    }

    private Set<Resource> others(Choice choice) {
        Set<Resource> others = new HashSet<>();
        if (choice.anchor() == null) {
            others.addAll(resources.recursive());
        } else {
            resources.dynamicAnchors(choice.anchor()).forEach(place -> others.add(place.resource()));
        }
        others.remove(choice.first().resource());
        return others;
    }

    /** Returns the resources that lead to one, by references or by holding it. */
    private Set<Resource> leadingTo(Resource resource, Map<Resource, Set<Resource>> users) {
        Set<Resource> leading = new HashSet<>(Set.of(resource));
        Deque<Resource> open = new ArrayDeque<>(leading);
        for (Resource next = open.poll(); next != null; next = open.poll()) {
            Set<Resource> before = new LinkedHashSet<>(users.getOrDefault(next, Set.of()));
            before.add(resources.around(next));
            before.stream().filter(leading::add).forEach(open::add);
        }
        return leading;
    }

    /**
     * A reference that may mean several schemas.
     *
     * @param anchor the name of the dynamic anchor, or {@code null} for a recursive reference
     */
    private record Choice(
            Reference reference, Target first, @Nullable String anchor) {}
}
