package dev.parley.generator.emit.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.parley.generator.model.Declaration;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.EnumDeclaration;
import dev.parley.generator.model.Member;
import dev.parley.generator.model.Presence;
import dev.parley.generator.model.RequestDeclaration;
import dev.parley.generator.model.TypeRef;
import dev.parley.generator.naming.Identifier;
import dev.parley.generator.naming.JavaName;
import dev.parley.generator.naming.NameTable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Java types of references, and of names. */
final class JavaTypes {

    private static final AnnotationSpec NULLABLE =
            AnnotationSpec.builder(Library.NULLABLE).build();

    private final NameTable names;
    private final Map<DeclarationId, Declaration> declarations;
    private final SimpleNames simpleNames;
    private final @Nullable ClassName place;

    /**
     * Writes types in one place.
     *
     * @param place the type in whose header or body they are written, or {@code null} outside of all types of the models
     */
    JavaTypes(
            NameTable names,
            Map<DeclarationId, Declaration> declarations,
            SimpleNames simpleNames,
            @Nullable ClassName place) {
        this.names = names;
        this.declarations = declarations;
        this.simpleNames = simpleNames;
        this.place = place;
    }

    /** Returns the types as they are written inside of a type. */
    JavaTypes inside(ClassName type) {
        return new JavaTypes(names, declarations, simpleNames, type);
    }

    /** Returns the types as they are written around the type that they are written in. */
    JavaTypes around() {
        return new JavaTypes(names, declarations, simpleNames, place == null ? null : place.enclosingClassName());
    }

    static ClassName className(JavaName name) {
        List<String> path = name.path().stream().map(Identifier::text).toList();
        return ClassName.get(
                name.packageName(), path.get(0), path.subList(1, path.size()).toArray(String[]::new));
    }

    static TypeName nullable(TypeName type) {
        return type.box().annotated(NULLABLE);
    }

    ClassName declared(DeclarationId id) {
        return simpleNames.written(className(names.type(id)), place);
    }

    ClassName wrapper(DeclarationId union, int position) {
        return simpleNames.written(className(names.wrapper(union, position)), place);
    }

    ClassName codec(DeclarationId id) {
        return className(names.codec(id));
    }

    ClassName constraints(DeclarationId id) {
        return className(names.constraints(id));
    }

    /** Returns the class that holds a value of a type against the limits of the document. */
    ClassName checks(DeclarationId id) {
        return declarations.get(id) instanceof RequestDeclaration ? constraints(id) : codec(id);
    }

    boolean isEnum(TypeRef type) {
        return type instanceof TypeRef.Declared declared && declarations.get(declared.id()) instanceof EnumDeclaration;
    }

    /** Returns the type of a value that is there. */
    TypeName of(TypeRef type) {
        if (type instanceof TypeRef.Scalar scalar) {
            return scalar(scalar);
        }
        if (type instanceof TypeRef.FreeForm freeForm) {
            return freeForm == TypeRef.FreeForm.OBJECT ? Library.JSON_OBJECT : Library.JSON_VALUE;
        }
        if (type instanceof TypeRef.ListOf list) {
            return ParameterizedTypeName.get(Library.LIST, argument(list.element(), list.nullableElements()));
        }
        if (type instanceof TypeRef.MapOf map) {
            return ParameterizedTypeName.get(
                    Library.MAP, ClassName.get(String.class), argument(map.value(), map.nullableValues()));
        }
        return declared(((TypeRef.Declared) type).id());
    }

    /** Returns the type of a component: annotated where the value may be missing or {@code null}. */
    TypeName of(Member.Property property) {
        TypeName type = of(property.type());
        return property.presence() == Presence.REQUIRED ? type : nullable(type);
    }

    private TypeName argument(TypeRef type, boolean nullable) {
        TypeName boxed = of(type).box();
        return nullable ? nullable(boxed) : boxed;
    }

    private static TypeName scalar(TypeRef.Scalar scalar) {
        return switch (scalar) {
            case STRING -> ClassName.get(String.class);
            case LONG -> TypeName.LONG;
            case INT -> TypeName.INT;
            case DOUBLE -> TypeName.DOUBLE;
            case BOOLEAN -> TypeName.BOOLEAN;
            case FILE -> Library.FILE_CONTENT;
        };
    }
}
