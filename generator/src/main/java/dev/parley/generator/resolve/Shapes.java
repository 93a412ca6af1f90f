package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.TypeRef;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads what schemas mean: follows references, sees {@code null} through all its spellings, and hands on to a class per
 * construct.
 */
final class Shapes {

    private static final int DEEPEST = 400;

    private final References references;
    private final Diagnostics diagnostics;
    private final AllOf allOf;
    private final Choices choices;
    private final PlainShapes plain;
    private final Inheritance inheritance;
    private final Set<String> checked = new HashSet<>();
    private final Set<String> files;
    private final Map<String, Reading> known = new HashMap<>();
    private final Set<String> underway = new HashSet<>();

    /** @param files the pointers of the schemas that are files */
    Shapes(References references, Set<String> files, Diagnostics diagnostics) {
        this.files = files;
        this.references = references;
        this.diagnostics = diagnostics;
        this.choices = new Choices(this, diagnostics);
        this.inheritance = new Inheritance(references);
        this.allOf = new AllOf(this, choices, inheritance, diagnostics);
        this.plain = new PlainShapes(diagnostics);
    }

    /** Returns what a schema means; what it means is anything, and an error is reported, if it cannot be told. */
    Reading read(SchemaNode node) {
        Reading before = known.get(node.pointer());
        if (before != null) {
            return before;
        }
        if (underway.size() >= DEEPEST || !underway.add(node.pointer())) {
            cyclic(node);
            return anything(node);
        }
        Reading reading = compute(node);
        underway.remove(node.pointer());
        known.put(node.pointer(), reading);
        return reading;
    }

    /** Reads a choice that the document does not write as one: of the elements of two arrays that became one. */
    Reading oneOf(Origin origin, List<SchemaNode> nodes) {
        return choices.between(origin, nodes, null);
    }

    static Reading anything(SchemaNode node) {
        return new Reading(new Shape.Free(Origin.of(node), TypeRef.FreeForm.VALUE), false);
    }

    private Reading compute(SchemaNode node) {
        Schema<?> schema = node.schema();
        if (References.isReference(schema)) {
            return referenced(node);
        }
        check(node);
        boolean nullable = Keywords.nullable(schema);
        if (files.contains(node.pointer())) {
            return new Reading(new Shape.Scalar(Origin.of(node), TypeRef.Scalar.FILE), nullable);
        }
        if (inheritance.isParent(node)) {
            return new Reading(family(node), nullable);
        }
        if (Keywords.isFilled(schema.getAllOf()) || (Keywords.hasChoice(schema) && !Choices.isAll(schema))) {
            return allOf.read(node).nullableIf(nullable);
        }
        return Keywords.hasChoice(schema) ? choices.between(node).nullableIf(nullable) : plain(node);
    }

    /** Returns what the keywords of a schema say that are not about others. */
    Reading plain(SchemaNode node) {
        return new Reading(plain.read(node), Keywords.nullable(node.schema()));
    }

    /** Returns what a parent says of itself, without the choice between its children. */
    Reading withoutChoice(SchemaNode parent) {
        String form = Inheritance.formOf(parent.pointer());
        Reading before = known.get(form);
        if (before != null) {
            return before;
        }
        check(parent);
        if (!underway.add(form)) {
            cyclic(parent);
            return anything(parent);
        }
        Reading reading = Keywords.isFilled(parent.schema().getAllOf())
                ? allOf.withoutChoice(parent)
                : new Reading(plain.read(parent), false);
        underway.remove(form);
        Reading whole = reading.nullableIf(Keywords.nullable(parent.schema()));
        known.put(form, whole);
        return whole;
    }

    /** A parent is a choice between its children and itself. */
    private Shape family(SchemaNode parent) {
        List<Shape.Branch> branches = new ArrayList<>();
        Shape form = withoutChoice(parent).shape();
        List<SchemaNode> children = inheritance.choices(parent);
        if ((inheritance.isConcrete(parent) || children.size() == 1) && form instanceof Shape.Structure) {
            String place = Inheritance.formOf(parent.pointer());
            Annotations named = Annotations.of(parent.schema()).untyped().titled("Base");
            branches.add(new Shape.Branch(new SchemaNode(place, parent.schema()), form.at(new Origin(place, named))));
        }
        for (SchemaNode child : children) {
            branches.add(new Shape.Branch(child, read(child).shape()));
        }
        return branches.size() == 1
                ? branches.get(0).shape()
                : new BranchMerging(diagnostics).merge(Origin.of(parent), branches, inheritance.discriminator(parent));
    }

    private void cyclic(SchemaNode node) {
        diagnostics.warning(
                "cyclic-schema",
                node.pointer(),
                "The schema is defined by itself, or through more than " + DEEPEST
                        + " others; here it says nothing new",
                "Let the cycle go through a property, an array or a map");
    }

    private void check(SchemaNode node) {
        if (checked.add(node.pointer())) {
            SchemaChecks.check(node, diagnostics);
            if (node.schema().getDiscriminator() != null
                    && !Keywords.hasChoice(node.schema())
                    && node.schema().getProperties() != null
                    && !inheritance.isParent(node)) {
                diagnostics.warning(
                        "discriminator-without-choices",
                        node.pointer(),
                        "A discriminator without oneOf or anyOf, and without another schema that extends this one by"
                                + " allOf, tells nothing apart",
                        "List in oneOf what it tells apart; until then members of that are kept as additional"
                                + " properties");
            }
        }
    }

    private Reading referenced(SchemaNode node) {
        SchemaNode target = references.follow(node);
        if (target == null) {
            return anything(node);
        }
        if (Keywords.isFilled(Keywords.required(node.schema()))
                || node.schema().getProperties() != null
                || Keywords.hasComposition(node.schema())) {
            diagnostics.warning(
                    "reference-siblings-ignored",
                    node.pointer(),
                    "Keywords beside $ref that narrow the schema have no effect on the type",
                    "Combine the reference and the keywords by allOf");
        }
        return read(target).nullableIf(Keywords.nullable(node.schema()));
    }
}
