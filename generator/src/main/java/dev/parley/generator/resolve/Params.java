package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.TypeRef.Declared;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Reads which union the values of a union are sent back as ({@code x-java-param}). */
final class Params {

    private static final String EXTENSION = "x-java-param";

    private final Types types;
    private final Shapes shapes;
    private final Diagnostics diagnostics;

    Params(Types types, Shapes shapes, Diagnostics diagnostics) {
        this.types = types;
        this.shapes = shapes;
        this.diagnostics = diagnostics;
    }

    /** Returns the union that the schema of a union names; reached by that, whether or not an operation uses it. */
    @Nullable
    DeclarationId of(Origin union) {
        String reference = union.annotations().param();
        if (reference == null) {
            return null;
        }
        SchemaNode node = new SchemaNode(Pointers.below(union.pointer(), EXTENSION), new Schema<>().$ref(reference));
        Reading reading = reference.startsWith("#/components/schemas/") ? shapes.read(node) : null;
        if (reading == null || !(reading.shape() instanceof Shape.Choice choice)) {
            diagnostics.error(
                    "malformed-extension",
                    union.pointer(),
                    EXTENSION + " is no reference to a component that is a choice",
                    "Refer to the schema that takes such values in requests: '#/components/schemas/InputItem'");
            return null;
        }
        return ((Declared) types.of(
                        choice, Site.topLevel(Pointers.last(choice.origin().pointer()))))
                .id();
    }
}
