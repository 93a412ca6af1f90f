package dev.parley.generator.emit.java;

import com.palantir.javapoet.TypeSpec;
import dev.parley.generator.model.Declaration;
import dev.parley.generator.model.EnumDeclaration;
import dev.parley.generator.model.Placement;
import dev.parley.generator.model.RecordDeclaration;
import dev.parley.generator.model.RequestDeclaration;
import dev.parley.generator.model.UnionDeclaration;
import javax.lang.model.element.Modifier;

/** Emits the type of any declaration: its own members first, then the types nested in it, then its builder. */
final class TypeEmitter implements Declaration.Visitor<TypeSpec.Builder> {

    private final EmitContext context;

    TypeEmitter(EmitContext context) {
        this.context = context;
    }

    TypeSpec emit(Declaration declaration) {
        return new TypeEmitter(
                        context.inside(JavaTypes.className(context.names().type(declaration.id()))))
                .here(declaration);
    }

    private TypeSpec here(Declaration declaration) {
        TypeSpec.Builder type = declaration.accept(this).addModifiers(Modifier.PUBLIC);
        if (declaration.placement() instanceof Placement.TopLevel) {
            type.addAnnotation(Library.GENERATED_BY_PARLEY);
            context.simpleNames()
                    .inFile(JavaTypes.className(context.names().type(declaration.id())))
                    .forEach(type::alwaysQualify);
        } else {
            type.addModifiers(Modifier.STATIC);
        }
        addNested(type, new Placement.NestedIn(declaration.id()));
        if (declaration instanceof RecordDeclaration record) {
            type.addType(new RecordBuilderEmitter(context).emit(record));
        } else if (declaration instanceof RequestDeclaration request) {
            type.addType(new RequestBuilderEmitter(context).emit(request));
        }
        return type.build();
    }

    /** Emits what stands inside a type. */
    void addNested(TypeSpec.Builder type, Placement placement) {
        for (Declaration inner : context.nestedIn(placement)) {
            type.addType(emit(inner));
        }
    }

    @Override
    public TypeSpec.Builder visit(RecordDeclaration declaration) {
        return new RecordEmitter(context).emit(declaration);
    }

    @Override
    public TypeSpec.Builder visit(UnionDeclaration declaration) {
        return new UnionEmitter(context, this).emit(declaration);
    }

    @Override
    public TypeSpec.Builder visit(EnumDeclaration declaration) {
        return new EnumEmitter(context).emit(declaration);
    }

    @Override
    public TypeSpec.Builder visit(RequestDeclaration declaration) {
        return new RequestEmitter(context).emit(declaration);
    }
}
