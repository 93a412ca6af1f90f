package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.ConstantValue;
import dev.parley.generator.model.Constraints;
import dev.parley.generator.model.Documentation;
import dev.parley.generator.model.JsonKind;
import dev.parley.generator.model.Member;
import dev.parley.generator.model.NameHint;
import dev.parley.generator.model.Presence;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Drafts records: members in the order of the document, their presence, their constants and their prose. */
final class RecordDrafts {

    private final Types types;
    private final Shapes shapes;
    private final Drafts drafts;
    private final Diagnostics diagnostics;
    private final StringSetters stringSetters;

    RecordDrafts(Types types, Shapes shapes, Drafts drafts, Diagnostics diagnostics) {
        this.types = types;
        this.shapes = shapes;
        this.drafts = drafts;
        this.diagnostics = diagnostics;
        this.stringSetters = new StringSetters(diagnostics);
    }

    Draft draft(Shape.Structure structure) {
        Origin origin = structure.origin();
        structure.required().stream()
                .filter(name -> !structure.properties().containsKey(name))
                .forEach(name -> diagnostics.warning(
                        "required-without-property",
                        origin.pointer(),
                        "The member '" + name + "' is required but no property describes it",
                        "Describe it among the properties or take it off the required list"));
        List<Member> members = new ArrayList<>();
        structure.properties().forEach((name, property) -> {
            members.add(member(name, property, structure.required().contains(name), origin));
        });
        return new Draft.OfRecord(
                origin.id(),
                origin.annotations().documentation(),
                origin.annotations().deprecated(),
                ClassFileLimits.withinOneRecord(members, origin, diagnostics));
    }

    /** What is said beside a reference counts, and what the schema that it leads to says. */
    private static Drafts.@Nullable Direction direction(SchemaNode node, Origin meant) {
        List<Schema<?>> said = new ArrayList<>(meant.annotations().limits());
        said.add(node.schema());
        if (said.stream().anyMatch(schema -> Boolean.TRUE.equals(schema.getReadOnly()))) {
            return Drafts.Direction.RECEIVED;
        }
        return said.stream().anyMatch(schema -> Boolean.TRUE.equals(schema.getWriteOnly()))
                ? Drafts.Direction.SENT
                : null;
    }

    private Member member(String name, Shape.Property declared, boolean required, Origin record) {
        Shape.Property property = effective(declared);
        if (!property.declaring().equals(record.pointer())) {
            drafts.inherit(property.declaring(), record.id());
        }
        SchemaNode node = property.node();
        TypeUse use = types.use(node, Site.nestedIn(Pointers.id(property.declaring()), name));
        Annotations own = Annotations.of(node.schema());
        Origin meant = use.reading().shape().origin();
        Drafts.Direction direction = direction(node, meant);
        if (direction != null) {
            drafts.direct(record.id(), name, direction);
        }
        boolean deprecated = own.deprecated()
                || (meant.pointer().equals(node.pointer())
                        && meant.annotations().deprecated());
        Documentation documentation = documentation(own, meant, node);
        NameHint hint = hint(name, own, use);
        @Nullable
        ConstantValue constant = use.reading().shape() instanceof Shape.Constant single ? single.value() : null;
        if (constant != null && required && !use.nullable()) {
            return new Member.Constant(name, hint, constant, documentation, deprecated);
        }
        return new Member.Property(
                name,
                hint,
                use.type(),
                presence(use, required),
                documentation,
                deprecated,
                constant,
                limits(declared),
                stringSetters.of(node, use));
    }

    /** Every part of an {@code allOf} limits a value. */
    private Constraints limits(Shape.Property property) {
        Constraints own = types.limits().of(property.node());
        return property.overridden() == null ? own : own.and(limits(property.overridden()));
    }

    private static Presence presence(TypeUse use, boolean required) {
        if (!required) {
            return Presence.OPTIONAL;
        }
        return use.nullable() ? Presence.REQUIRED_NULLABLE : Presence.REQUIRED;
    }

    /** A name that a person chose goes to the type if the schema becomes one here, else to the member. */
    private NameHint hint(String name, Annotations own, TypeUse use) {
        String chosen = own.javaName();
        if (chosen == null) {
            return NameHint.of(name);
        }
        Shape shape = use.reading().shape();
        boolean namesType =
                shape instanceof Shape.Structure || shape instanceof Shape.Choice || shape instanceof Shape.OpenEnum;
        boolean here = chosen.equals(shape.origin().annotations().javaName());
        return namesType && here ? NameHint.of(name) : NameHint.curated(chosen);
    }

    private static Documentation documentation(Annotations own, Origin meant, SchemaNode node) {
        if (!own.description().isEmpty()) {
            return own.documentation();
        }
        boolean written = meant.pointer().equals(node.pointer());
        return written
                ? meant.annotations().documentation()
                : meant.annotations().firstParagraph();
    }

    /** A later part of an {@code allOf} wins unless it says less than an earlier one; both must be able to hold. */
    private Shape.Property effective(Shape.Property property) {
        if (property.overridden() == null) {
            return property;
        }
        Shape.Property before = effective(property.overridden());
        Shape earlier = shapes.read(before.node()).shape();
        Shape later = shapes.read(property.node()).shape();
        Set<JsonKind> kinds = ShapeKinds.of(later);
        if (ShapeKinds.of(earlier).stream().noneMatch(kinds::contains)) {
            diagnostics.warning(
                    "conflicting-types",
                    property.node().pointer(),
                    "The property has another type in another part of allOf, at "
                            + before.node().pointer() + ", so it is read as JSON",
                    "Give it the same type in both, or rename one");
            return new Shape.Property(
                    new SchemaNode(property.node().pointer() + "/type", new Schema<>()), property.declaring(), null);
        }
        boolean saysLess = later instanceof Shape.Free || later instanceof Shape.Scalar;
        boolean saidMore = !(earlier instanceof Shape.Free || earlier instanceof Shape.Scalar);
        boolean anything = later instanceof Shape.Free && earlier instanceof Shape.Scalar;
        return (saysLess && saidMore) || anything ? before : property;
    }
}
