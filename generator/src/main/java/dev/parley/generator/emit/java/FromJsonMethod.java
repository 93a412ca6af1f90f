package dev.parley.generator.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import javax.lang.model.element.Modifier;

/** The method that reads a value from text. */
final class FromJsonMethod {

    private FromJsonMethod() {}

    /**
     * Emits
     *
     * <pre>
     * public static Message fromJson(String json) {
     *     return JsonReader.decode(json, MessageCodec::read);
     * }
     * </pre>
     *
     * @param type what is read
     * @param javadoc what the method says of itself
     * @param value the expression that makes the value of {@code json}
     */
    static MethodSpec of(TypeName type, CodeBlock javadoc, CodeBlock value) {
        return MethodSpec.methodBuilder("fromJson")
                .addJavadoc(javadoc)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(type)
                .addParameter(String.class, "json")
                .addStatement("return $L", value)
                .build();
    }
}
