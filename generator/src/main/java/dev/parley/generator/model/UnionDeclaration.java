package dev.parley.generator.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A choice between schemas: becomes a sealed interface, its variants and an unknown variant.
 *
 * @param variants the choices, in the order of the document
 * @param tag the member that names the variant, for an accessor on the interface; {@code null} if there is none that every variant has as a string
 * @param objects whether every variant is a JSON object
 * @param decision how the variant of a value is found
 * @param unions the unions that this one is a variant of, in the order of the document
 * @param shared the members, beside the tag, that every variant has with one type, in the order of the first variant; empty unless
 *     every variant is a record
 * @param param how a value is sent back, or {@code null} if the document does not say
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
        List<DeclarationId> unions,
        List<Shared> shared,
        @Nullable Param param)
        implements Declaration {

    public UnionDeclaration {
        variants = List.copyOf(variants);
        unions = List.copyOf(unions);
        shared = List.copyOf(shared);
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

    /**
     * A member that every variant has.
     *
     * @param wireName the name in JSON
     * @param type {@link TypeRef.Scalar#STRING} or an open enum
     */
    public record Shared(String wireName, TypeRef type) {}

    /**
     * The union that a value is sent back as.
     *
     * @param union a union of records
     * @param left for each variant of the union at hand, and of those nested in it: what is left out when a value is sent back
     */
    public record Param(DeclarationId union, Map<DeclarationId, Set<String>> left) {}
}
