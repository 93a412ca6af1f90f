package dev.parley.generator.resolve;

import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.Documentation;
import dev.parley.generator.model.JsonKind;
import dev.parley.generator.model.NameHint;
import dev.parley.generator.model.TypeRef;
import dev.parley.generator.model.TypeRef.Declared;
import dev.parley.generator.model.Variant;
import dev.parley.generator.resolve.Shape.Branch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Drafts unions: objects are variants themselves, unions are nested, everything else gets a wrapper with a name. */
final class UnionDrafts {

    private final Types types;
    private final Params params;

    UnionDrafts(Types types, Params params) {
        this.types = types;
        this.params = params;
    }

    Draft draft(Shape.Choice choice) {
        DeclarationId id = choice.origin().id();
        List<Variant> variants = new ArrayList<>();
        Set<String> wrappers = new HashSet<>();
        List<NameHint> names = choice.branches().stream()
                .map(branch -> isDeclared(branch.shape()) ? NameHint.of("") : wrapperName(branch, wrappers))
                .toList();
        VariantNames inline = new VariantNames(types, choice, wrappers);
        for (Branch branch : choice.branches()) {
            variants.add(variant(branch, choice.origin(), variants.size(), names.get(variants.size()), inline));
        }
        Annotations annotations = choice.origin().annotations();
        return new Draft.OfUnion(
                id,
                annotations.documentation(),
                annotations.deprecated(),
                List.copyOf(variants),
                choice.discriminator(),
                params.of(choice.origin()));
    }

    private static boolean isDeclared(Shape shape) {
        return shape instanceof Shape.Structure || shape instanceof Shape.Choice;
    }

    private Variant variant(Branch branch, Origin choice, int index, NameHint wrapper, VariantNames inline) {
        DeclarationId union = choice.id();
        Shape shape = branch.shape();
        if (isDeclared(shape)) {
            Site site = Site.nestedIn(union, inline.of(index));
            DeclarationId id = ((Declared) types.of(shape, site)).id();
            return shape instanceof Shape.Structure ? new Variant.Record(id) : new Variant.Union(id);
        }
        JsonKind kind = ShapeKinds.of(shape).iterator().next();
        TypeRef value = types.of(withoutName(shape, branch), Site.wrapped(union, index));
        Annotations own = Annotations.of(branch.node().schema());
        Documentation documentation =
                own.description().isEmpty() ? shape.origin().annotations().firstParagraph() : own.documentation();
        return new Variant.Wrapper(
                wrapper, kind, value, documentation, types.limits().of(branch, choice));
    }

    /** A name that a person gives an inline branch is the wrapper's, not that of the enum inside. */
    private static Shape withoutName(Shape shape, Branch branch) {
        if (!branch.inline()) {
            return shape;
        }
        return shape.at(new Origin(
                shape.origin().pointer(), shape.origin().annotations().unnamed()));
    }

    private static NameHint wrapperName(Branch branch, Set<String> taken) {
        Annotations own = Annotations.of(branch.node().schema());
        Shape shape = branch.shape();
        Origin meant = shape.origin();
        String chosen = shape instanceof Shape.OpenEnum && !branch.inline()
                ? own.javaName()
                : own.or(meant.annotations()).javaName();
        if (chosen != null) {
            taken.add(chosen);
            return NameHint.curated(chosen);
        }
        String alias = Pointers.componentName(meant.pointer());
        String name = alias != null && !(shape instanceof Shape.OpenEnum) ? alias : kindName(shape);
        String title = meant.annotations().title();
        if (!taken.add(name) && !title.isEmpty()) {
            taken.add(title);
            return NameHint.of(title);
        }
        return NameHint.of(name);
    }

    private static String kindName(Shape shape) {
        if (shape instanceof Shape.Scalar scalar && scalar.type() == TypeRef.Scalar.FILE) {
            return "File";
        }
        return switch (ShapeKinds.of(shape).iterator().next()) {
            case STRING -> "Text";
            case BOOLEAN -> "Flag";
            case ARRAY -> "Items";
            case OBJECT -> "Members";
            case NUMBER -> isWhole(shape) ? "Integral" : "Numeric";
        };
    }

    private static boolean isWhole(Shape shape) {
        return shape instanceof Shape.Constant
                || (shape instanceof Shape.Scalar scalar && scalar.type() != TypeRef.Scalar.DOUBLE);
    }
}
