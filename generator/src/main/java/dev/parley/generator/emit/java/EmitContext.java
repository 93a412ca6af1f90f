package dev.parley.generator.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.parley.generator.model.ApiModel;
import dev.parley.generator.model.Declaration;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.Placement;
import dev.parley.generator.model.UnionDeclaration;
import dev.parley.generator.model.Validation;
import dev.parley.generator.model.Variant;
import dev.parley.generator.naming.NameTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What every emitter reads.
 *
 * @param names every Java name
 * @param types Java types of references, as one place writes them
 * @param simpleNames what simple names mean inside of types
 * @param documentName the file name of the document
 * @param mixins the types that implement a mixin, by their name inside the package of the models
 * @param declarations every declaration by its identity
 * @param validation what can be checked before it is sent
 * @param nested the declarations inside another one's type, by where they stand
 */
record EmitContext(
        NameTable names,
        JavaTypes types,
        SimpleNames simpleNames,
        String documentName,
        Set<String> mixins,
        Map<DeclarationId, Declaration> declarations,
        Validation validation,
        Map<Placement, List<Declaration>> nested) {

    static EmitContext of(ApiModel model, NameTable names, String documentName, Set<String> mixins) {
        Map<Placement, List<Declaration>> nested = new LinkedHashMap<>();
        for (Declaration declaration : model.declarations()) {
            nested.computeIfAbsent(declaration.placement(), placement -> new ArrayList<>())
                    .add(declaration);
        }
        Map<DeclarationId, Declaration> declarations = model.byId();
        SimpleNames simpleNames = SimpleNames.of(model, names);
        return new EmitContext(
                names,
                new JavaTypes(names, declarations, simpleNames, null),
                simpleNames,
                documentName,
                Set.copyOf(mixins),
                declarations,
                model.validation(),
                nested);
    }

    Declaration declaration(DeclarationId id) {
        Declaration declaration = declarations.get(id);
        if (declaration == null) {
            throw new IllegalStateException("nothing is declared at " + id.pointer());
        }
        return declaration;
    }

    /**
     * Returns what a type implements: its unions by name, whatever their order in the document, and what a template adds.
     */
    List<TypeName> superinterfaces(DeclarationId id, List<DeclarationId> unions) {
        List<TypeName> interfaces = new ArrayList<>();
        unions.stream()
                .sorted(Comparator.comparing(union -> names.type(union).qualifiedName()))
                .map(types.around()::declared)
                .forEach(interfaces::add);
        if (interfaces.isEmpty()) {
            interfaces.add(Library.JSON_WRITABLE);
        }
        String type = names.type(id).nestedName();
        if (mixins.contains(type)) {
            interfaces.add(ClassName.get(names.packages().model(), type + "Mixin"));
        }
        return interfaces;
    }

    /** Returns the same for what is written inside of a type. */
    EmitContext inside(ClassName type) {
        return new EmitContext(
                names, types.inside(type), simpleNames, documentName, mixins, declarations, validation, nested);
    }

    /** Returns the type of one choice of a union. */
    ClassName variantType(UnionDeclaration union, int position) {
        return variantType(union, position, types);
    }

    /** Returns the type of one choice of a union as the header of the union writes it. */
    ClassName permittedType(UnionDeclaration union, int position) {
        return variantType(union, position, types.around());
    }

    private static ClassName variantType(UnionDeclaration union, int position, JavaTypes types) {
        Variant variant = union.variants().get(position);
        if (variant instanceof Variant.Record record) {
            return types.declared(record.id());
        }
        return variant instanceof Variant.Union inner
                ? types.declared(inner.id())
                : types.wrapper(union.id(), position);
    }

    List<Declaration> nestedIn(Placement placement) {
        return nested.getOrDefault(placement, List.of());
    }
}
