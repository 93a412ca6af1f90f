package dev.parley.generator.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one call of an operation sends beside its path: query, header and cookie parameters, and a body beside them.
 *
 * <p>Emitted only for an operation with such parameters; an operation with a body alone takes the body's record as its request.
 *
 * @param parameters the query, header and cookie parameters, in the order of the document
 * @param body the body, or {@code null} if the operation has none
 */
public record RequestDeclaration(
        DeclarationId id,
        NameHint name,
        Placement placement,
        Documentation documentation,
        boolean deprecated,
        List<Parameter> parameters,
        @Nullable Body body)
        implements Declaration {

    public RequestDeclaration {
        parameters = List.copyOf(parameters);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }

    /**
     * The body of a request.
     *
     * @param type the type of the JSON value
     * @param required whether a call without a body does not fit
     * @param constraints what the value must keep to
     */
    public record Body(TypeRef type, boolean required, Constraints constraints) {}
}
