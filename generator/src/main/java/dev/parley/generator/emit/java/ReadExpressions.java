package dev.parley.generator.emit.java;

import com.palantir.javapoet.CodeBlock;
import dev.parley.generator.emit.ReaderMethods;
import dev.parley.generator.model.TypeRef;
import java.util.function.UnaryOperator;

/** Expressions that read a value from a {@code JsonReader}, for generated codecs. */
final class ReadExpressions {

    private final EmitContext context;
    private final UnaryOperator<String> variables;

    /**
     * Takes what the expressions are for.
     *
     * @param variables makes a name of its own out of one that the place may use already
     */
    ReadExpressions(EmitContext context, UnaryOperator<String> variables) {
        this.context = context;
        this.variables = variables;
    }

    /** Returns an expression that reads the value at hand from the reader called {@code reader}. */
    CodeBlock of(TypeRef type, String reader) {
        if (type == TypeRef.Scalar.FILE) {
            return CodeBlock.of("$T.read($L)", Library.FILE_CONTENT, reader);
        }
        if (type instanceof TypeRef.Scalar scalar) {
            return CodeBlock.of("$L.$L()", reader, ReaderMethods.of(scalar));
        }
        if (type instanceof TypeRef.FreeForm freeForm) {
            return CodeBlock.of("$L.$L()", reader, ReaderMethods.of(freeForm));
        }
        if (type instanceof TypeRef.ListOf list) {
            return CodeBlock.of("$L.$L($L)", reader, ReaderMethods.of(list), decoder(list.element(), reader));
        }
        if (type instanceof TypeRef.MapOf map) {
            return CodeBlock.of("$L.$L($L)", reader, ReaderMethods.of(map), decoder(map.value(), reader));
        }
        TypeRef.Declared declared = (TypeRef.Declared) type;
        return context.types().isEnum(type)
                ? CodeBlock.of("$T.of($L.readWord())", context.types().declared(declared.id()), reader)
                : CodeBlock.of("$T.read($L)", context.types().codec(declared.id()), reader);
    }

    /** Returns a decoder of elements: a method reference where there is a method, else a lambda. */
    private CodeBlock decoder(TypeRef type, String reader) {
        if (type == TypeRef.Scalar.FILE) {
            return CodeBlock.of("$T::read", Library.FILE_CONTENT);
        }
        if (type instanceof TypeRef.Scalar scalar) {
            return CodeBlock.of("$T::$L", Library.JSON_READER, ReaderMethods.of(scalar));
        }
        if (type instanceof TypeRef.FreeForm freeForm) {
            return CodeBlock.of("$T::$L", Library.JSON_READER, ReaderMethods.of(freeForm));
        }
        if (type instanceof TypeRef.Declared declared && !context.types().isEnum(type)) {
            return CodeBlock.of("$T::read", context.types().codec(declared.id()));
        }
        String element = variables.apply(reader.startsWith("element") ? reader + "Element" : "element");
        return CodeBlock.of("$L -> $L", element, of(type, element));
    }
}
