package dev.parley.generator.resolve;

import static dev.parley.generator.resolve.Resolution.declared;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.generator.model.JsonKind;
import dev.parley.generator.model.TypeRef;
import dev.parley.generator.model.TypeRef.FreeForm;
import dev.parley.generator.model.TypeRef.ListOf;
import dev.parley.generator.model.TypeRef.MapOf;
import dev.parley.generator.model.TypeRef.Scalar;
import dev.parley.generator.model.Variant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlainShapesTest {

    static Stream<Arguments> types() {
        return Stream.of(
                Arguments.of("{type: string}", Scalar.STRING),
                Arguments.of("{type: string, format: date-time}", Scalar.STRING),
                Arguments.of("{type: string, format: binary}", Scalar.STRING),
                Arguments.of("{type: integer}", Scalar.LONG),
                Arguments.of("{type: integer, format: int64}", Scalar.LONG),
                Arguments.of("{type: integer, format: int32}", Scalar.INT),
                Arguments.of("{type: number}", Scalar.DOUBLE),
                Arguments.of("{type: number, format: float}", Scalar.DOUBLE),
                Arguments.of("{type: boolean}", Scalar.BOOLEAN),
                Arguments.of("{}", FreeForm.VALUE),
                Arguments.of("true", FreeForm.VALUE),
                Arguments.of("{description: Anything.}", FreeForm.VALUE),
                Arguments.of("{type: object}", FreeForm.OBJECT),
                Arguments.of("{type: object, additionalProperties: true}", FreeForm.OBJECT),
                Arguments.of("{type: object, additionalProperties: {}}", FreeForm.OBJECT),
                Arguments.of("{additionalProperties: true}", FreeForm.OBJECT),
                Arguments.of("{type: object, additionalProperties: {type: string}}", new MapOf(Scalar.STRING, false)),
                Arguments.of(
                        "{additionalProperties: {type: array, items: {type: number}}}",
                        new MapOf(new ListOf(Scalar.DOUBLE, false), false)),
                Arguments.of("{type: object, properties: {}}", declared("Root/properties/it")),
                Arguments.of("{properties: {a: {type: string}}}", declared("Root/properties/it")),
                Arguments.of("{type: object, additionalProperties: false}", declared("Root/properties/it")),
                Arguments.of("{type: array}", new ListOf(FreeForm.VALUE, false)),
                Arguments.of("{type: array, items: true}", new ListOf(FreeForm.VALUE, false)),
                Arguments.of("{items: {type: string}}", new ListOf(Scalar.STRING, false)),
                Arguments.of("{type: [string, 'null']}", Scalar.STRING),
                Arguments.of("{type: [integer, number]}", Scalar.DOUBLE));
    }

    @ParameterizedTest
    @MethodSource("types")
    void schema_hasItsType(String schema, TypeRef type) {
        assertThat(Resolution.ofProperty(schema).itsType()).isEqualTo(type);
    }

    @Test
    void severalTypes_areAUnionByKind() {
        Resolution resolution = Resolution.ofProperty("{type: [string, integer, array], items: {type: string}}");

        assertThat(resolution.union("Root/properties/it").variants())
                .extracting(variant -> ((Variant.Wrapper) variant).kind())
                .containsExactly(JsonKind.STRING, JsonKind.NUMBER, JsonKind.ARRAY);
    }

    @Test
    void unknownType_isAnError() {
        assertThat(Resolution.ofProperty("{type: file}").reports())
                .containsExactly("ERROR unknown-type /components/schemas/Root/properties/it");
    }

    @Test
    void tuple_isAListOfAnything() {
        Resolution resolution = Resolution.ofProperty("{type: array, prefixItems: [{type: string}]}");

        assertThat(resolution.itsType()).isEqualTo(new ListOf(FreeForm.VALUE, false));
        assertThat(resolution.reports()).containsExactly("NOTE tuple-untyped /components/schemas/Root/properties/it");
    }
}
