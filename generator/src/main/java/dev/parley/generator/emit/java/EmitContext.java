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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
 * @param validation what can be checked before it is sent
 * @param nested the declarations inside another one's type, by where they stand
 */
record EmitContext(
        NameTable names,
        JavaTypes types,
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
        return new EmitContext(
                names,
                new JavaTypes(names, declarations),
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
        unions.stream().map(types::declared).sorted().forEach(interfaces::add);
        if (interfaces.isEmpty()) {
            interfaces.add(Library.JSON_WRITABLE);
        }
        String type = names.type(id).nestedName();
        if (mixins.contains(type)) {
            interfaces.add(ClassName.get(names.packages().model(), type + "Mixin"));
        }
        return interfaces;
    }

    /**
     * Returns the simple names of the types that a type inherits from its unions. Inside the type they mean these, so that
     * another type of the same name has to be written in full.
     */
    Set<String> inheritedTypes(List<DeclarationId> unions) {
        Set<String> inherited = new LinkedHashSet<>();
        unions.forEach(union -> addInherited((UnionDeclaration) declaration(union), inherited));
        return inherited;
    }

    private void addInherited(UnionDeclaration union, Set<String> inherited) {
        inherited.add("Unknown");
        for (int i = 0; i < union.variants().size(); i++) {
            if (union.variants().get(i) instanceof Variant.Wrapper) {
                inherited.add(names.wrapper(union.id(), i).simpleName().text());
            }
        }
        for (Declaration inner : nestedIn(new Placement.NestedIn(union.id()))) {
            inherited.add(names.type(inner.id()).simpleName().text());
        }
        union.unions().forEach(outer -> addInherited((UnionDeclaration) declaration(outer), inherited));
    }

    /** Returns the type of one choice of a union. */
    ClassName variantType(UnionDeclaration union, int position) {
        Variant variant = union.variants().get(position);
        if (variant instanceof Variant.Record record) {
            return types.declared(record.id());
        }
        return variant instanceof Variant.Union inner
                ? types.declared(inner.id())
                : JavaTypes.className(names.wrapper(union.id(), position));
    }

    List<Declaration> nestedIn(Placement placement) {
        return nested.getOrDefault(placement, List.of());
    }
}
