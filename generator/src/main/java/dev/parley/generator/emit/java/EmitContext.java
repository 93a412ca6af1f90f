package dev.parley.generator.emit.java;

import dev.parley.generator.model.ApiModel;
import dev.parley.generator.model.Declaration;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.Placement;
import dev.parley.generator.naming.NameTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What every emitter reads.
 *
 * @param names every Java name
 * @param types Java types of references
 * @param documentName the file name of the document
 * @param mixins the types that implement a mixin, by their name inside the package of the models
 * @param declarations every declaration by its identity
 * @param nested the declarations inside another one's type, by where they stand
 */
record EmitContext(
        NameTable names,
        JavaTypes types,
        String documentName,
        Set<String> mixins,
        Map<DeclarationId, Declaration> declarations,
        Map<Placement, List<Declaration>> nested) {

    static EmitContext of(ApiModel model, NameTable names, String documentName, Set<String> mixins) {
        Map<Placement, List<Declaration>> nested = new LinkedHashMap<>();
        for (Declaration declaration : model.declarations()) {
            nested.computeIfAbsent(declaration.placement(), placement -> new ArrayList<>()).add(declaration);
        }
        Map<DeclarationId, Declaration> declarations = model.byId();
        return new EmitContext(
                names, new JavaTypes(names, declarations), documentName, Set.copyOf(mixins), declarations, nested);
    }

    Declaration declaration(DeclarationId id) {
        Declaration declaration = declarations.get(id);
        if (declaration == null) {
            throw new IllegalStateException("nothing is declared at " + id.pointer());
        }
        return declaration;
    }

    List<Declaration> nestedIn(Placement placement) {
        return nested.getOrDefault(placement, List.of());
    }
}
