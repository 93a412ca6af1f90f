package dev.parley.generator.resolve;

import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.Documentation;
import dev.parley.generator.model.EnumDeclaration.EnumValue;
import dev.parley.generator.model.Member;
import dev.parley.generator.model.Parameter;
import dev.parley.generator.model.RequestDeclaration;
import dev.parley.generator.model.Variant;
import dev.parley.generator.resolve.Shape.Discriminator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one schema alone says about a declaration; what others say about it (unions, decisions) is added by {@link
 * Assembly}.
 */
sealed interface Draft {

    DeclarationId id();

    Documentation documentation();

    boolean deprecated();

    /** Draft of a record. */
    record OfRecord(DeclarationId id, Documentation documentation, boolean deprecated, List<Member> members)
            implements Draft {}

    /** Draft of an open enum. */
    record OfEnum(DeclarationId id, Documentation documentation, boolean deprecated, List<EnumValue> values)
            implements Draft {}

    /**
     * Draft of a union.
     *
     * @param param what the document names as the union that values are sent back as, or {@code null}
     */
    record OfUnion(
            DeclarationId id,
            Documentation documentation,
            boolean deprecated,
            List<Variant> variants,
            @Nullable Discriminator discriminator,
            @Nullable DeclarationId param)
            implements Draft {}

    /** Draft of the request of an operation. */
    record OfRequest(
            DeclarationId id,
            Documentation documentation,
            boolean deprecated,
            List<Parameter> parameters,
            RequestDeclaration.@Nullable Body body)
            implements Draft {}
}
