package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.diagnostic.GenerationException;
import dev.parley.generator.model.JsonKind;
import dev.parley.generator.model.TypeRef.FreeForm;
import dev.parley.generator.resolve.Shape.Branch;
import dev.parley.generator.resolve.Shape.Discriminator;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code oneOf} and {@code anyOf}: drops {@code null} and duplicates, unwraps what has one branch left, merges
 * what JSON cannot tell apart.
 */
final class Choices {

    /** How many types members may make that stand beside one choice; choices of choices double them with each level. */
    private static final int COPIES = 2_000;

    /** How many ways may lead from a choice to what is no choice; they double with each level of shared choices. */
    private static final int WAYS = 10_000;

    private final Shapes shapes;
    private final BranchMerging merging;
    private final Diagnostics diagnostics;

    Choices(Shapes shapes, Diagnostics diagnostics) {
        this.shapes = shapes;
        this.merging = new BranchMerging(diagnostics);
        this.diagnostics = diagnostics;
    }

    /** Returns whether nothing but remarks stands beside the one choice of a schema. */
    static boolean isAll(Schema<?> schema) {
        boolean both = Keywords.isFilled(schema.getOneOf()) && Keywords.isFilled(schema.getAnyOf());
        return !both
                && schema.getProperties() == null
                && Keywords.types(schema).isEmpty()
                && schema.getEnum() == null
                && schema.getConst() == null
                && !PlainShapes.hasElements(schema)
                && !PlainShapes.isMap(schema);
    }

    /** Reads the choice of a schema, whatever stands beside it. */
    Reading between(SchemaNode node) {
        return between(node, Keywords.isFilled(node.schema().getOneOf()) ? "oneOf" : "anyOf");
    }

    /** Reads one of the choices of a schema. */
    Reading between(SchemaNode node, String keyword) {
        List<SchemaNode> branches = branches(node, keyword);
        if (branches.stream().allMatch(branch -> Keywords.isConstraint(branch.schema()))) {
            diagnostics.note(
                    "constraint-ignored",
                    node.pointer(),
                    "Which members must be there together is no part of the type",
                    "Nothing is lost: the server judges it");
            return new Reading(new Shape.Free(Origin.of(node), FreeForm.VALUE), true);
        }
        return between(Origin.of(node), branches, discriminator(node.schema()));
    }

    /** Reads the choice between schemas, wherever they come from. */
    Reading between(Origin origin, List<SchemaNode> nodes, @Nullable Discriminator discriminator) {
        boolean nullable = false;
        Map<String, Branch> branches = new LinkedHashMap<>();
        for (SchemaNode node : nodes) {
            Reading reading = shapes.read(node);
            if (Boolean.FALSE.equals(node.schema().getBooleanSchemaValue()) && nodes.size() > 1) {
                continue;
            }
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
        if (merged instanceof Shape.Choice choice && ways(choice, 0, WAYS) > WAYS) {
            diagnostics.error(
                    "nested-choices",
                    origin.pointer(),
                    "More than " + WAYS + " ways lead through choices within the choice",
                    "List the schemas that are meant, each once, or take the choice out with an overlay");
            throw new GenerationException(diagnostics.all());
        }
        return new Reading(merged, nullable);
    }

    /** Returns a choice without the branches of other kinds; what is left may be one branch. */
    Shape narrow(Shape.Choice union, Set<JsonKind> kinds) {
        if (kinds.containsAll(ShapeKinds.of(union))) {
            return union;
        }
        List<Branch> branches = new ArrayList<>();
        for (Branch branch : union.branches()) {
            Shape shape = branch.shape() instanceof Shape.Choice inner ? narrow(inner, kinds) : branch.shape();
            if (ShapeKinds.of(shape).stream().anyMatch(kinds::contains)) {
                branches.add(new Branch(branch.node(), shape));
            }
        }
        return branches.size() == 1
                ? new Reading(branches.get(0).shape(), false)
                        .ownedBy(union.origin(), branches.get(0).node())
                        .shape()
                : new Shape.Choice(union.origin(), branches, union.discriminator());
    }

    /** Gives every object of a choice the members that stand beside the choice. */
    Shape distribute(Shape.Choice union, MemberSet members, Origin origin) {
        if (ways(union, 0, COPIES) > COPIES) {
            diagnostics.error(
                    "choice-too-large",
                    origin.pointer(),
                    "The members beside the choice would make more than " + COPIES + " types of its branches",
                    "Move the members into the branches, or take out with an overlay what you do not need");
            throw new GenerationException(diagnostics.all()); // no memory would hold what later stages make of it
        }
        return distributed(union, members, origin);
    }

    /** Counts the ways to what is no choice, on top of {@code before}; stops beyond the limit. */
    private static int ways(Shape.Choice union, int before, int limit) {
        int count = before;
        for (Branch branch : union.branches()) {
            count = branch.shape() instanceof Shape.Choice inner ? ways(inner, count, limit) : count + 1;
            if (count > limit) {
                break;
            }
        }
        return count;
    }

    private Shape distributed(Shape.Choice union, MemberSet members, Origin origin) {
        List<Branch> branches = new ArrayList<>();
        Map<String, String> moved = new LinkedHashMap<>();
        boolean values = false;
        for (Branch branch : union.branches()) {
            Shape shape = branch.shape();
            SchemaNode node = below(branch.node(), origin, branches.size());
            Origin place =
                    new Origin(node.pointer(), shape.origin().annotations().titled(titleOf(shape.origin())));
            if (shape instanceof Shape.Structure structure) {
                if (members.isCoveredBy(structure)) {
                    branches.add(branch);
                } else {
                    moved.put(structure.origin().pointer(), place.pointer());
                    branches.add(new Branch(node, with(members, structure, place)));
                }
            } else if (shape instanceof Shape.Choice inner) {
                moved.put(inner.origin().pointer(), place.pointer());
                branches.add(new Branch(node, distributed(inner, members, place)));
            } else if (shape instanceof Shape.Mapping || shape instanceof Shape.Free) {
                branches.add(new Branch(node, members.structure(place)));
            } else {
                values = true;
                branches.add(branch);
            }
        }
        if (values) {
            diagnostics.note(
                    "properties-beside-union",
                    origin.pointer(),
                    "Properties stand beside a choice of which not every branch is an object; those that are get them",
                    "Move the properties into the branches that they belong to");
        }
        return new Shape.Choice(origin, branches, moved(union.discriminator(), moved));
    }

    /** A choice that a reference leads to may get members in several places; its branches become types in each. */
    private static SchemaNode below(SchemaNode branch, Origin origin, int index) {
        return branch.pointer().startsWith(origin.pointer() + "/")
                ? branch
                : new SchemaNode(Pointers.below(origin.pointer(), "oneOf", String.valueOf(index)), branch.schema());
    }

    /** What a discriminator says of a schema, it says of the one that takes the place of it. */
    private static @Nullable Discriminator moved(@Nullable Discriminator written, Map<String, String> places) {
        if (written == null || places.isEmpty()) {
            return written;
        }
        Map<String, String> pointers = new LinkedHashMap<>();
        written.pointers().forEach((value, target) -> pointers.put(value, places.getOrDefault(target, target)));
        places.forEach((target, place) -> {
            String name = Pointers.componentName(target);
            if (name != null && !written.pointers().containsValue(target)) {
                pointers.putIfAbsent(name, place);
            }
        });
        return new Discriminator(written.member(), pointers);
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

    private static List<SchemaNode> branches(SchemaNode node, String keyword) {
        List<Schema<?>> listed = Keywords.schemas(
                keyword.equals("oneOf")
                        ? node.schema().getOneOf()
                        : node.schema().getAnyOf());
        List<SchemaNode> branches = new ArrayList<>();
        for (Schema<?> branch : listed) {
            branches.add(node.below(branch, keyword, String.valueOf(branches.size())));
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
}
