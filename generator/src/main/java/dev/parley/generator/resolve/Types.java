package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.TypeRef;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Turns what schemas mean into types, and what becomes a declaration into a draft. */
final class Types {

    private final Shapes shapes;
    private final Drafts drafts;
    private final Limits limits;
    private final RecordDrafts records;
    private final UnionDrafts unions;
    private final Diagnostics diagnostics;
    private final Set<String> underway = new HashSet<>();

    Types(Shapes shapes, Drafts drafts, Diagnostics diagnostics) {
        this.shapes = shapes;
        this.drafts = drafts;
        this.limits = new Limits(shapes);
        this.records = new RecordDrafts(this, shapes, drafts, diagnostics);
        this.unions = new UnionDrafts(this, new Params(this, shapes, diagnostics));
        this.diagnostics = diagnostics;
    }

    /** Returns the type of a schema that stands at {@code site}. */
    TypeUse use(SchemaNode node, Site site) {
        Reading reading = shapes.read(node);
        return new TypeUse(reading, of(reading.shape(), site));
    }

    /** Returns what a schema means, without making a type of it. */
    Shape shape(SchemaNode node) {
        return shapes.read(node).shape();
    }

    /** Returns what tells the limits of values. */
    Limits limits() {
        return limits;
    }

    /** Returns the type of a shape; a shape that becomes a declaration is drafted later. */
    TypeRef of(Shape shape, Site site) {
        if (shape instanceof Shape.Scalar scalar) {
            return scalar.type();
        }
        if (shape instanceof Shape.Constant constant) {
            return constant.value().type();
        }
        if (shape instanceof Shape.Free free) {
            return free.type();
        }
        if (shape instanceof Shape.Null) {
            return TypeRef.FreeForm.VALUE;
        }
        if (shape instanceof Shape.Sequence || shape instanceof Shape.Mapping) {
            return collection(shape, site);
        }
        return new TypeRef.Declared(drafts.reach(shape, site.of(shape.origin())));
    }

    /** Drafts every declaration that has been reached, and those that these reach. */
    void draftAll() {
        for (Shape shape = drafts.next(); shape != null; shape = drafts.next()) {
            drafts.add(draft(shape));
        }
    }

    private TypeRef collection(Shape shape, Site site) {
        Origin origin = shape.origin();
        if (!underway.add(origin.pointer())) {
            diagnostics.warning(
                    "recursive-collection",
                    origin.pointer(),
                    "An array or a map of nothing but itself has no type in Java, so it is read as JSON",
                    "Put a choice or an object with properties between the two");
            return TypeRef.FreeForm.VALUE;
        }
        TypeRef type;
        if (shape instanceof Shape.Sequence sequence) {
            TypeUse element = among(sequence.elements(), origin, "items", site.ofElement(origin));
            type = new TypeRef.ListOf(element.type(), element.nullable());
        } else {
            TypeUse value =
                    among(((Shape.Mapping) shape).values(), origin, "additionalProperties", site.ofValue(origin));
            type = new TypeRef.MapOf(value.type(), value.nullable());
        }
        underway.remove(origin.pointer());
        return type;
    }

    private Draft draft(Shape shape) {
        if (shape instanceof Shape.Structure structure) {
            return records.draft(structure);
        }
        if (shape instanceof Shape.Choice choice) {
            return unions.draft(choice);
        }
        Annotations annotations = shape.origin().annotations();
        return new Draft.OfEnum(
                shape.origin().id(),
                annotations.documentation(),
                annotations.deprecated(),
                ((Shape.OpenEnum) shape).values());
    }

    private TypeUse among(List<SchemaNode> nodes, Origin origin, String keyword, Site site) {
        if (nodes.size() == 1) {
            return use(nodes.get(0), site);
        }
        Origin merged = new Origin(Pointers.below(origin.pointer(), "anyOf", keyword), Annotations.NONE);
        Reading reading = nodes.isEmpty()
                ? new Reading(new Shape.Free(merged, TypeRef.FreeForm.VALUE), false)
                : shapes.oneOf(merged, nodes);
        return new TypeUse(reading, of(reading.shape(), site));
    }
}
