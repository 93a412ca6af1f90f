package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.resolve.Shape.Branch;
import dev.parley.generator.resolve.Shape.Discriminator;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code oneOf} and {@code anyOf}: drops {@code null} and duplicates, unwraps what has one branch left, merges
 * what JSON cannot tell apart.
 */
final class Choices {

    private final Shapes shapes;
    private final BranchMerging merging;
    private final Diagnostics diagnostics;

    Choices(Shapes shapes, Diagnostics diagnostics) {
        this.shapes = shapes;
        this.merging = new BranchMerging(diagnostics);
        this.diagnostics = diagnostics;
    }

    /** Reads a schema with {@code oneOf} or {@code anyOf} and with what stands beside it. */
    Reading read(SchemaNode node) {
        if (node.schema().getProperties() == null) {
            return between(node);
        }
        Shape.Structure beside = PlainShapes.structure(node, Origin.of(node));
        if (branches(node).stream().allMatch(branch -> Keywords.isConstraint(branch.schema()))) {
            diagnostics.note(
                    "constraint-ignored",
                    node.pointer(),
                    "Which members must be there together is no part of the type",
                    "Nothing is lost: the server judges it");
            return new Reading(beside, false);
        }
        Reading choice = between(node);
        MemberSet members = new MemberSet();
        members.addAll(beside);
        if (choice.shape() instanceof Shape.Choice union) {
            return new Reading(distribute(union, members, Origin.of(node)), choice.nullable());
        }
        if (choice.shape() instanceof Shape.Structure structure) {
            MemberSet both = new MemberSet();
            both.addAll(beside);
            both.addAll(structure);
            return new Reading(both.structure(Origin.of(node)), choice.nullable());
        }
        unmergeable(node.pointer());
        return choice;
    }

    /** Reads the choice of a schema alone. */
    Reading between(SchemaNode node) {
        if (Keywords.isFilled(node.schema().getOneOf())
                && Keywords.isFilled(node.schema().getAnyOf())) {
            diagnostics.error(
                    "one-of-beside-any-of",
                    node.pointer(),
                    "oneOf and anyOf stand side by side, so a value has to fit a pair of choices",
                    "Keep one of them");
        }
        return between(Origin.of(node), branches(node), discriminator(node.schema()));
    }

    /** Reads the choice between schemas, wherever they come from. */
    Reading between(Origin origin, List<SchemaNode> nodes, @Nullable Discriminator discriminator) {
        boolean nullable = false;
        Map<String, Branch> branches = new LinkedHashMap<>();
        for (SchemaNode node : nodes) {
            Reading reading = shapes.read(node);
            nullable |= reading.nullable() || reading.shape() instanceof Shape.Null;
            if (reading.shape() instanceof Shape.Null) {
                continue;
            }
            Branch first = branches.putIfAbsent(reading.shape().origin().pointer(), new Branch(node, reading.shape()));
            if (first != null) {
                duplicate(node, first);
            }
        }
        if (branches.isEmpty()) {
            return new Reading(new Shape.Null(origin), true);
        }
        if (branches.size() == 1) {
            Branch branch = branches.values().iterator().next();
            return new Reading(branch.shape(), nullable).ownedBy(origin, branch.node());
        }
        Shape merged = merging.merge(origin, List.copyOf(branches.values()), discriminator);
        return new Reading(merged, nullable);
    }

    /** Gives every object of a choice the members that stand beside the choice. */
    Shape distribute(Shape.Choice union, MemberSet members, Origin origin) {
        List<Branch> branches = new ArrayList<>();
        for (Branch branch : union.branches()) {
            Shape shape = branch.shape();
            Origin place = new Origin(
                    branch.node().pointer(), shape.origin().annotations().titled(titleOf(shape.origin())));
            if (shape instanceof Shape.Structure structure) {
                branches.add(
                        members.isCoveredBy(structure)
                                ? branch
                                : new Branch(branch.node(), with(members, structure, place)));
            } else if (shape instanceof Shape.Choice inner) {
                branches.add(new Branch(branch.node(), distribute(inner, members, place)));
            } else {
                unmergeable(origin.pointer());
                return union;
            }
        }
        return new Shape.Choice(origin, branches, union.discriminator());
    }

    private static Shape with(MemberSet members, Shape.Structure structure, Origin place) {
        MemberSet all = new MemberSet();
        all.addAll(members.structure(place));
        all.addAll(structure);
        return all.structure(place);
    }

    private static String titleOf(Origin origin) {
        String component = Pointers.componentName(origin.pointer());
        return component == null ? origin.annotations().title() : component;
    }

    private static List<SchemaNode> branches(SchemaNode node) {
        boolean oneOf = Keywords.isFilled(node.schema().getOneOf());
        List<Schema<?>> listed = Keywords.schemas(
                oneOf ? node.schema().getOneOf() : node.schema().getAnyOf());
        List<SchemaNode> branches = new ArrayList<>();
        for (Schema<?> branch : listed) {
            branches.add(node.below(branch, oneOf ? "oneOf" : "anyOf", String.valueOf(branches.size())));
        }
        return branches;
    }

    private static @Nullable Discriminator discriminator(Schema<?> schema) {
        if (schema.getDiscriminator() == null || schema.getDiscriminator().getPropertyName() == null) {
            return null;
        }
        Map<String, String> pointers = new LinkedHashMap<>();
        if (schema.getDiscriminator().getMapping() != null) {
            schema.getDiscriminator()
                    .getMapping()
                    .forEach((value, target) -> pointers.put(value, References.mapped(target)));
        }
        return new Discriminator(schema.getDiscriminator().getPropertyName(), pointers);
    }

    private void duplicate(SchemaNode node, Branch first) {
        diagnostics.note(
                "duplicate-branch",
                node.pointer(),
                "The branch means the same schema as " + first.node().pointer(),
                "Remove one of them");
    }

    private void unmergeable(String pointer) {
        diagnostics.error(
                "properties-beside-union",
                pointer,
                "Properties stand beside a choice of which not every branch is an object",
                "Move the properties into the branches that they belong to");
    }
}
