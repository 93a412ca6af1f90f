package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.ConstantValue;
import dev.parley.generator.model.Documentation;
import dev.parley.generator.model.EnumDeclaration.EnumValue;
import dev.parley.generator.model.JsonKind;
import dev.parley.generator.model.NameHint;
import dev.parley.generator.model.TypeRef;
import dev.parley.generator.model.TypeRef.FreeForm;
import dev.parley.generator.model.TypeRef.Scalar;
import dev.parley.generator.resolve.Shape.Branch;
import dev.parley.generator.resolve.Shape.Discriminator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes one branch of those that nothing in JSON tells apart: strings, numbers, booleans, arrays and maps. A string
 * beside an enum is an open enum, which is what every enum is anyway.
 */
final class BranchMerging {

    private final Diagnostics diagnostics;

    BranchMerging(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /**
     * Returns the choice between branches, or what is left if they are one after all.
     *
     * @param branches two at least, none of them {@code null}
     */
    Shape merge(Origin origin, List<Branch> branches, @Nullable Discriminator discriminator) {
        if (branches.stream().anyMatch(branch -> isAnything(branch.shape()))) {
            diagnostics.note(
                    "union-with-anything",
                    origin.pointer(),
                    "A branch fits every value, so the choice says nothing",
                    "Describe the branch if it is meant to be narrower");
            return new Shape.Free(origin, FreeForm.VALUE);
        }
        Map<Object, List<Branch>> groups = new LinkedHashMap<>();
        for (Branch branch : branches) {
            JsonKind kind = mergeableKind(branch.shape());
            groups.computeIfAbsent(kind == null ? branch.node().pointer() : kind, unused -> new ArrayList<>())
                    .add(branch);
        }
        List<Branch> merged = new ArrayList<>();
        groups.values().forEach(group -> merged.add(group.size() == 1 ? group.get(0) : mergeGroup(origin, group)));
        if (merged.size() > 1) {
            return new Shape.Choice(origin, merged, discriminator);
        }
        Branch only = merged.get(0);
        return new Reading(only.shape(), false).ownedBy(origin, only.node()).shape();
    }

    private static boolean isFile(Branch branch) {
        return branch.shape() instanceof Shape.Scalar scalar && scalar.type() == Scalar.FILE;
    }

    private static boolean isAnything(Shape shape) {
        return shape instanceof Shape.Free free && free.type() == FreeForm.VALUE;
    }

    /**
     * Returns the kind under which a branch is merged with others of the kind, or {@code null} if it stands for itself.
     */
    private static @Nullable JsonKind mergeableKind(Shape shape) {
        if (shape instanceof Shape.Scalar scalar) {
            return JsonKinds.of(scalar.type());
        }
        if (shape instanceof Shape.Constant constant) {
            return JsonKinds.of(constant.value().type());
        }
        if (shape instanceof Shape.OpenEnum) {
            return JsonKind.STRING;
        }
        if (shape instanceof Shape.Sequence) {
            return JsonKind.ARRAY;
        }
        return shape instanceof Shape.Mapping || shape instanceof Shape.Free ? JsonKind.OBJECT : null;
    }

    private Branch mergeGroup(Origin origin, List<Branch> group) {
        Branch first = group.get(0);
        SchemaNode place = first.node();
        Origin at = new Origin(place.pointer(), Annotations.of(place.schema()).unlimited());
        Shape shape = first.shape();
        JsonKind kind = mergeableKind(shape);
        if (kind == JsonKind.STRING && group.stream().noneMatch(BranchMerging::isFile)) {
            return strings(group, at);
        }
        diagnostics.note(
                "merged-branches",
                origin.pointer(),
                "Several branches are a JSON " + String.valueOf(kind).toLowerCase(Locale.ROOT) + " each and become one",
                "Nothing to do: a value of each of them fits what they become");
        return new Branch(
                place,
                switch (kind == null ? JsonKind.OBJECT : kind) {
                    case STRING -> new Shape.Scalar(at, Scalar.FILE); // which a text can be, too
                    case NUMBER -> new Shape.Scalar(at, widest(group));
                    case BOOLEAN -> new Shape.Scalar(at, Scalar.BOOLEAN);
                    case ARRAY -> new Shape.Sequence(at, elements(group));
                    default -> map(at, group);
                });
    }

    private static Branch strings(List<Branch> group, Origin at) {
        Map<String, EnumValue> values = new LinkedHashMap<>();
        List<Branch> listing = group.stream()
                .filter(branch -> !(branch.shape() instanceof Shape.Scalar))
                .toList();
        if (listing.isEmpty()) {
            return new Branch(group.get(0).node(), new Shape.Scalar(at, Scalar.STRING));
        }
        if (listing.size() == 1 && listing.get(0).shape() instanceof Shape.OpenEnum) {
            return listing.get(0);
        }
        for (Branch branch : listing) {
            values(branch.shape()).forEach(value -> values.putIfAbsent(value.wireValue(), value));
        }
        return new Branch(group.get(0).node(), new Shape.OpenEnum(at, List.copyOf(values.values())));
    }

    private static List<EnumValue> values(Shape shape) {
        if (shape instanceof Shape.Constant constant && constant.value() instanceof ConstantValue.Text text) {
            NameHint name = NameHint.of(text.value().isEmpty() ? "empty" : text.value());
            return List.of(new EnumValue(text.value(), name, Documentation.NONE));
        }
        return shape instanceof Shape.OpenEnum open ? open.values() : List.of();
    }

    private static TypeRef.Scalar widest(List<Branch> group) {
        List<TypeRef> types = group.stream()
                .map(branch -> branch.shape() instanceof Shape.Constant constant
                        ? constant.value().type()
                        : ((Shape.Scalar) branch.shape()).type())
                .toList();
        if (types.contains(Scalar.DOUBLE)) {
            return Scalar.DOUBLE;
        }
        return types.contains(Scalar.LONG) ? Scalar.LONG : Scalar.INT;
    }

    /** An array of one type or of another becomes an array of both; an array of anything stays one. */
    private static List<SchemaNode> elements(List<Branch> group) {
        List<List<SchemaNode>> all = group.stream()
                .map(branch -> ((Shape.Sequence) branch.shape()).elements())
                .toList();
        return all.stream().anyMatch(List::isEmpty)
                ? List.of()
                : all.stream().flatMap(List::stream).toList();
    }

    private static Shape map(Origin at, List<Branch> group) {
        List<SchemaNode> values = new ArrayList<>();
        for (Branch branch : group) {
            if (!(branch.shape() instanceof Shape.Mapping mapping)) {
                return new Shape.Free(at, FreeForm.OBJECT);
            }
            values.addAll(mapping.values());
        }
        return new Shape.Mapping(at, values);
    }
}
