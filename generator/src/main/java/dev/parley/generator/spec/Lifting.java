package dev.parley.generator.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.spec.Reference.Followed;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes a component of every place that references lead to and that is none, and lets every reference name one.
 *
 * <p>The place itself refers to the component from then on. A component that is nothing but a reference to such a place
 * takes it in, and keeps its name.
 */
final class Lifting {

    private final ObjectNode document;
    private final Diagnostics diagnostics;
    private final Map<Kind, Map<String, Target>> lifted = new EnumMap<>(Kind.class);
    private final Map<String, String> names = new HashMap<>();

    Lifting(ObjectNode document, Diagnostics diagnostics) {
        this.document = document;
        this.diagnostics = diagnostics;
    }

    /** Lifts what the references need; path items stay, since not every version of OpenAPI has them as components. */
    void lift(List<Followed> followed) {
        for (Followed link : followed) {
            Kind kind = link.reference().kind();
            if (kind != Kind.PATH_ITEM && !link.target().isComponent(kind)) {
                lifted.computeIfAbsent(kind, unused -> new TreeMap<>())
                        .put(link.target().key(), link.target());
            }
        }
        followed.forEach(this::adopt);
        lifted.forEach(this::name);
        followed.stream()
                .filter(link -> link.reference().kind() != Kind.PATH_ITEM)
                .forEach(this::rewrite);
        lifted.forEach((kind, targets) -> targets.forEach((key, target) -> move(kind, key, target)));
    }

    /** Returns the reference to the component that a place is, or becomes. */
    String reference(Followed link) {
        return reference(link.reference().kind(), name(link));
    }

    private void adopt(Followed link) {
        Reference reference = link.reference();
        Kind kind = reference.kind();
        String key = kind + link.target().key();
        List<String> tokens = reference.pointer().tokens();
        boolean component = reference.resource().tree().isDocument()
                && reference.owner().size() == 1
                && tokens.size() == 4
                && tokens.get(0).equals("components")
                && kind.referable()
                && tokens.get(1).equals(kind.section())
                && tokens.get(3).equals(Reference.REF);
        if (component && kind != Kind.PATH_ITEM && !link.target().isComponent(kind)) {
            names.merge(key, tokens.get(2), Lifting::better);
        }
    }

    /** Two components are the same place: the first by name gives it its name, whatever their order. */
    private static String better(String one, String other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private void name(Kind kind, Map<String, Target> targets) {
        Set<String> taken = new HashSet<>();
        section(kind).fieldNames().forEachRemaining(name -> taken.add(LiftedName.alike(name)));
        targets.forEach((key, target) -> {
            if (names.containsKey(kind + key)) {
                return;
            }
            List<String> candidates = LiftedName.of(target);
            String name = candidates.stream()
                    .filter(candidate -> !taken.contains(LiftedName.alike(candidate)))
                    .findFirst()
                    .orElseGet(() -> numbered(candidates.get(candidates.size() - 1), taken));
            if (!name.equals(candidates.get(0))) {
                diagnostics.note(
                        "component-renamed",
                        target.resource().tree().place(target.pointer()),
                        "This " + kind.words() + " becomes the component " + name + ", since " + candidates.get(0)
                                + " is taken",
                        "Nothing to do, or make it a component of the name that you want");
            }
            taken.add(LiftedName.alike(name));
            names.put(kind + key, name);
        });
    }

    private static String numbered(String name, Set<String> taken) {
        int number = 2;
        while (taken.contains(LiftedName.alike(name + number))) {
            number++;
        }
        return name + number;
    }

    private String name(Followed link) {
        Target target = link.target();
        Kind kind = link.reference().kind();
        return target.isComponent(kind) ? target.pointer().token() : names.get(kind + target.key());
    }

    private void rewrite(Followed link) {
        Reference reference = link.reference();
        ObjectNode owner = reference.owner();
        String text = reference(link);
        boolean dynamic = reference.member().equals(Reference.DYNAMIC)
                || reference.member().equals(Reference.RECURSIVE);
        if (!dynamic) {
            owner.put(reference.member(), text);
            return;
        }
        owner.remove(reference.member());
        if (owner.has(Reference.REF)) {
            owner.withArray("allOf").addObject().put(Reference.REF, text);
        } else {
            owner.put(Reference.REF, text);
        }
    }

    private void move(Kind kind, String key, Target target) {
        String name = names.get(kind + key);
        target.replace(JsonNodeFactory.instance.objectNode().put(Reference.REF, reference(kind, name)));
        section(kind)
                .set(name, target.node().isBoolean() ? written(target.node().booleanValue()) : target.node());
    }

    /** The parser drops a component that is {@code true} or {@code false}. */
    private static ObjectNode written(boolean everything) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        if (!everything) {
            schema.putObject("not");
        }
        return schema;
    }

    private ObjectNode section(Kind kind) {
        return object(object(document, "components"), kind.section());
    }

    private static ObjectNode object(ObjectNode owner, String member) {
        JsonNode present = owner.get(member);
        return present instanceof ObjectNode object ? object : owner.putObject(member);
    }

    private static String reference(Kind kind, String name) {
        return "#/components/" + kind.section() + "/" + Pointer.escaped(name).replace("%", "%25");
    }
}
