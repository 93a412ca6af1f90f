package dev.parley.generator.resolve;

import dev.parley.generator.resolve.Shape.Discriminator;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Knows which components extend another by {@code allOf}. A component with a discriminator and children, but without a
 * choice of its own, is a parent: a choice between its children and, unless its mapping leaves it out, itself.
 */
final class Inheritance {

    private final Map<String, SchemaNode> components = new TreeMap<>();
    private final Map<String, List<String>> children = new LinkedHashMap<>();

    Inheritance(References references) {
        for (SchemaNode component : references.components()) {
            components.put(component.pointer(), component);
            for (Schema<?> part : Keywords.schemas(component.schema().getAllOf())) {
                if (part.get$ref() != null) {
                    children.computeIfAbsent(References.mapped(part.get$ref()), unused -> new ArrayList<>())
                            .add(component.pointer());
                }
            }
        }
    }

    /** Returns whether the schema is a choice between its children, which it does not list. */
    boolean isParent(SchemaNode node) {
        return hasDiscriminator(node.schema())
                && !Keywords.hasChoice(node.schema())
                && components.containsKey(node.pointer())
                && children.containsKey(node.pointer());
    }

    /**
     * Returns the parent that a part of the {@code allOf} of a component refers to, or {@code null} if it refers to none:
     * of a parent, a child takes over what it says of itself, not the choice.
     */
    @Nullable
    SchemaNode parent(SchemaNode child, Schema<?> part) {
        String target = part.get$ref() == null ? null : References.mapped(part.get$ref());
        SchemaNode parent = target == null || !components.containsKey(child.pointer()) ? null : components.get(target);
        return parent != null && (isParent(parent) || listsChildren(parent)) ? parent : null;
    }

    /** Returns whether values of the parent itself are among its choices. */
    boolean isConcrete(SchemaNode parent) {
        Map<String, String> mapping = parent.schema().getDiscriminator().getMapping();
        return mapping == null
                || mapping.isEmpty()
                || mapping.values().stream().map(References::mapped).anyMatch(parent.pointer()::equals);
    }

    /** Returns the pointer of the form that a parent has by itself: the place of its discriminator. */
    static String formOf(String parent) {
        return Pointers.below(parent, "discriminator");
    }

    /** Returns the children of a parent and theirs, but those below a child that is a parent itself. */
    List<SchemaNode> choices(SchemaNode parent) {
        Set<String> found = new LinkedHashSet<>();
        collect(parent.pointer(), false, found);
        found.remove(parent.pointer());
        return nodes(found);
    }

    /** Returns what tells the children of a parent apart: its mapping; for those that it leaves out, their names. */
    Discriminator discriminator(SchemaNode parent) {
        io.swagger.v3.oas.models.media.Discriminator written = parent.schema().getDiscriminator();
        Map<String, String> pointers = new LinkedHashMap<>();
        map(written, pointers);
        Set<String> found = new LinkedHashSet<>(Set.of(parent.pointer()));
        collect(parent.pointer(), true, found);
        for (SchemaNode node : nodes(found)) {
            if (isParent(node)
                    && written.getPropertyName()
                            .equals(node.schema().getDiscriminator().getPropertyName())) {
                map(node.schema().getDiscriminator(), pointers);
            }
        }
        for (SchemaNode node : nodes(found)) {
            String name = Pointers.componentName(node.pointer());
            boolean abstractOne = isParent(node) && !isConcrete(node);
            if (name != null && !abstractOne && !pointers.containsValue(form(node.pointer()))) {
                pointers.putIfAbsent(name, form(node.pointer()));
            }
        }
        return new Discriminator(written.getPropertyName(), pointers);
    }

    private void map(io.swagger.v3.oas.models.media.Discriminator written, Map<String, String> into) {
        if (written.getMapping() != null) {
            written.getMapping().forEach((value, target) -> into.putIfAbsent(value, form(References.mapped(target))));
        }
    }

    private String form(String pointer) {
        SchemaNode node = components.get(pointer);
        return node != null && isParent(node) ? formOf(pointer) : pointer;
    }

    private void collect(String parent, boolean all, Set<String> into) {
        for (String child : children.getOrDefault(parent, List.of())) {
            SchemaNode node = components.get(child);
            if (node != null && into.add(child) && (all || !isParent(node))) {
                collect(child, all, into);
            }
        }
    }

    private List<SchemaNode> nodes(Set<String> pointers) {
        List<SchemaNode> nodes = new ArrayList<>();
        components.forEach((pointer, node) -> {
            if (pointers.contains(pointer)) {
                nodes.add(node);
            }
        });
        return nodes;
    }

    private boolean listsChildren(SchemaNode parent) {
        List<Schema<?>> branches = Keywords.schemas(parent.schema().getOneOf());
        branches.addAll(Keywords.schemas(parent.schema().getAnyOf()));
        Set<String> heirs = new LinkedHashSet<>();
        collect(parent.pointer(), true, heirs);
        return branches.stream()
                .map(Schema::get$ref)
                .anyMatch(reference -> reference != null && heirs.contains(References.mapped(reference)));
    }

    private static boolean hasDiscriminator(Schema<?> schema) {
        return schema.getDiscriminator() != null && schema.getDiscriminator().getPropertyName() != null;
    }
}
