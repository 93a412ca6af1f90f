package dev.parley.generator.emit.java;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.parley.generator.model.DeclarationId;
import javax.lang.model.element.Modifier;

/** Makes a type that a call takes one that can be asked for its violations. */
final class ValidateMethod {

    private final EmitContext context;

    ValidateMethod(EmitContext context) {
        this.context = context;
    }

    /**
     * Adds the method, if a call takes the type.
     *
     * <pre>
     * public List&lt;Violation&gt; validate() {
     *     return Violations.of(this, ConversationCreateRequestConstraints::check);
     * }
     * </pre>
     */
    void addTo(TypeSpec.Builder type, DeclarationId id) {
        if (!context.validation().requests().contains(id)) {
            return;
        }
        MethodSpec.Builder method = MethodSpec.methodBuilder("validate")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(Library.LIST, Library.VIOLATION));
        if (context.validation().checked().contains(id)) {
            method.addStatement(
                    "return $T.of(this, $T::check)",
                    Library.VIOLATIONS,
                    context.types().checks(id));
        } else {
            method.addStatement("return $T.of()", Library.LIST);
        }
        type.addSuperinterface(Library.VALIDATABLE).addMethod(method.build());
    }
}
