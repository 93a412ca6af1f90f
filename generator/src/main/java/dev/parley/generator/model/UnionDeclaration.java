package dev.parley.generator.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A choice between schemas: becomes a sealed interface, its variants and an unknown variant.
 *
 * @param variants the choices, in the order of the document
 * @param tag the member that names the variant, for an accessor on the interface; {@code null} if there is none that every variant has as a string
 * @param objects whether every variant is a JSON object
 * @param decision how the variant of a value is found
 * @param unions the unions that this one is a variant of, in the order of the document
 */
public record UnionDeclaration(
        DeclarationId id,
        NameHint name,
        Placement placement,
        Documentation documentation,
        boolean deprecated,
        List<Variant> variants,
        @Nullable Tag tag,
        boolean objects,
        Decision decision,
        List<DeclarationId> unions)
        implements Declaration {

    public UnionDeclaration {
        variants = List.copyOf(variants);
        unions = List.copyOf(unions);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }

    /**
     * The member that names the variant.
     *
     * @param wireName the name in JSON
     * @param nullable whether some variant may lack it
     */
    public record Tag(String wireName, boolean nullable) {}
}
