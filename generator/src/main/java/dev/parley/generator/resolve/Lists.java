package dev.parley.generator.resolve;

import dev.parley.generator.model.ConstantValue;
import dev.parley.generator.model.Operation.Backwards;
import dev.parley.generator.model.Operation.Paging;
import dev.parley.generator.model.Parameter;
import dev.parley.generator.model.Parameter.Location;
import dev.parley.generator.model.TypeRef;
import dev.parley.generator.model.TypeRef.Scalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recognises answers that are lists, and those that come in pages. */
final class Lists {

    private static final String AFTER = "after";
    private static final String BEFORE = "before";
    private static final String FIRST_ID = "first_id";
    private static final String HAS_MORE = "has_more";
    private static final String LAST_ID = "last_id";

    private final Shapes shapes;
    private final Types types;

    Lists(Shapes shapes, Types types) {
        this.shapes = shapes;
        this.types = types;
    }

    /** Returns whether a body is an array, or an object that says {@code list} or {@code has_more} around one. */
    boolean isList(Shape body) {
        if (body instanceof Shape.Sequence) {
            return true;
        }
        if (!(body instanceof Shape.Structure structure) || items(structure) == null) {
            return false;
        }
        return isScalar(structure, HAS_MORE, Scalar.BOOLEAN) || isListConstant(shape(structure, "object"));
    }

    /** Returns how the pages of an operation follow each other, or {@code null} if it has none. */
    @Nullable
    Paging paging(OperationSource operation, List<Parameter> parameters, Shape body) {
        if (!takesCursor(parameters, AFTER)
                || Boolean.FALSE.equals(operation.extension("x-java-paging"))
                || !(body instanceof Shape.Structure page)
                || !isScalar(page, HAS_MORE, Scalar.BOOLEAN)
                || !isScalar(page, LAST_ID, Scalar.STRING)) {
            return null;
        }
        String items = items(page);
        if (items == null) {
            return null;
        }
        Shape.Property list = page.properties().get(items);
        Site site = Site.nestedIn(Pointers.id(list.declaring()), items);
        TypeRef.ListOf type = (TypeRef.ListOf) types.use(list.node(), site).type();
        return new Paging(
                page.origin().id(), items, type.element(), HAS_MORE, LAST_ID, AFTER, backwards(parameters, page));
    }

    private @Nullable Backwards backwards(List<Parameter> parameters, Shape.Structure page) {
        return takesCursor(parameters, BEFORE) && isScalar(page, FIRST_ID, Scalar.STRING)
                ? new Backwards(FIRST_ID, BEFORE)
                : null;
    }

    private static boolean takesCursor(List<Parameter> parameters, String name) {
        return parameters.stream()
                .anyMatch(parameter -> parameter.wireName().equals(name)
                        && parameter.location() == Location.QUERY
                        && parameter.type() == Scalar.STRING);
    }

    /** Returns the name of the list in an object: {@code data} before others, or {@code null} if there is none. */
    private @Nullable String items(Shape.Structure structure) {
        if (shape(structure, "data") instanceof Shape.Sequence) {
            return "data";
        }
        return structure.properties().keySet().stream()
                .filter(name -> shape(structure, name) instanceof Shape.Sequence)
                .findFirst()
                .orElse(null);
    }

    private boolean isScalar(Shape.Structure structure, String name, Scalar type) {
        return shape(structure, name) instanceof Shape.Scalar scalar && scalar.type() == type;
    }

    private static boolean isListConstant(@Nullable Shape shape) {
        return shape instanceof Shape.Constant constant && constant.value().equals(new ConstantValue.Text("list"));
    }

    private @Nullable Shape shape(Shape.Structure structure, String name) {
        Shape.Property property = structure.properties().get(name);
        return property == null ? null : shapes.read(property.node()).shape();
    }
}
