package dev.parley.generator.resolve;

import static dev.parley.generator.resolve.Resolution.declared;
import static dev.parley.generator.resolve.ThingsDocument.parameter;
import static dev.parley.generator.resolve.ThingsDocument.paths;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.generator.model.Answering;
import dev.parley.generator.model.Constraints;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.NameHint;
import dev.parley.generator.model.Operation;
import dev.parley.generator.model.Parameter.Location;
import dev.parley.generator.model.Placement;
import dev.parley.generator.model.RequestDeclaration;
import dev.parley.generator.model.TypeRef;
import dev.parley.generator.model.TypeRef.Scalar;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an operation takes and answers with. */
class OperationsTest {

    @Test
    void inlineBody_alone_isTheRequest() {
        Resolution resolution = paths("""
            /things/{id}/entries:
              parameters: [{name: id, in: path, required: true, schema: {type: string}}]
              post:
                requestBody: {required: true, content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}
                responses: {'200': {description: d}}
            """);

        DeclarationId body =
                new DeclarationId("/paths/~1things~1{id}~1entries/post/requestBody/content/application~1json/schema");
        Operation operation = resolution.operation(1, 0);
        assertThat(operation.request())
                .isEqualTo(
                        new Operation.Request(new TypeRef.Declared(body), List.of(), new TypeRef.Declared(body), true));
        assertThat(resolution.model().byId().get(body).name()).isEqualTo(NameHint.of("thing entry create request"));
        assertThat(resolution.model().byId().get(body).placement()).isEqualTo(new Placement.TopLevel());
        assertThat(operation.pathParameters()).containsExactly(parameter("id", Location.PATH, Scalar.STRING, true));
    }

    @Test
    void inlineBody_besideParameters_isNestedInTheRequest() {
        Resolution resolution = paths("""
            /things:
              post:
                parameters: [{name: X-Key, in: header, required: true, schema: {type: string}}]
                requestBody: {content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}
                responses: {'200': {description: d}}
            """);

        DeclarationId request = new DeclarationId("/paths/~1things/post");
        DeclarationId body = new DeclarationId("/paths/~1things/post/requestBody/content/application~1json/schema");
        RequestDeclaration declaration =
                (RequestDeclaration) resolution.model().byId().get(request);
        assertThat(declaration.body())
                .isEqualTo(new RequestDeclaration.Body(new TypeRef.Declared(body), false, Constraints.NONE));
        assertThat(resolution.model().byId().get(body).placement()).isEqualTo(new Placement.NestedIn(request));
        assertThat(resolution.model().byId().get(body).name()).isEqualTo(NameHint.of("body"));
        assertThat(resolution.operation(0, 0).request())
                .isEqualTo(new Operation.Request(
                        new TypeRef.Declared(request),
                        List.of(parameter("X-Key", Location.HEADER, Scalar.STRING, true)),
                        new TypeRef.Declared(body),
                        false));
    }

    @Test
    void bodyWithRequiredMembers_cannotBeLeftOut() {
        Resolution resolution = paths("""
            /things:
              post:
                requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
                responses: {'200': {description: d}}
            /others:
              post:
                requestBody: {$ref: '#/components/requestBodies/ThingBody'}
                responses: {'200': {description: d}}
            """);

        assertThat(resolution.operation(0, 0).request())
                .isEqualTo(new Operation.Request(declared("Thing"), List.of(), declared("Thing"), false));
        DeclarationId shared =
                new DeclarationId("/components/requestBodies/ThingBody/content/application~1json/schema");
        assertThat(resolution.operation(1, 0).request().optional()).isTrue();
        assertThat(resolution.model().byId().get(shared).name()).isEqualTo(NameHint.of("ThingBody"));
    }

    @Test
    void response_ofSeveralSuccesses_isAChoiceThatMayBeMissing() {
        Resolution resolution = paths("""
            /things:
              post:
                responses:
                  default: {description: d, content: {application/json: {schema: {type: object}}}}
                  '202': {description: d, content: {application/json: {schema: {type: boolean}}}}
                  '201': {description: d, content: {'application/problem+json; charset=utf-8': {schema: {type: string}}, text/plain: {schema: {type: string}}}}
                  '200': {description: d}
            """);

        assertThat(resolution.operation(0, 0).response()).isInstanceOf(TypeRef.Declared.class);
        assertThat(resolution.operation(0, 0).answering())
                .isEqualTo(new Answering(
                        Answering.Kind.JSON, true, "application/problem+json, application/json", List.of()));
        assertThat(resolution.reports())
                .containsExactly(
                        "NOTE media-type-ignored /paths/~1things/post/responses/201/content",
                        "NOTE answers-joined /paths/~1things/post/responses");
    }

    @Test
    void operationParameter_replacesThatOfThePath() {
        Resolution resolution = paths("""
            /things/{b}/{a}:
              parameters:
                - {name: a, in: path, required: true, schema: {type: string}}
                - {name: b, in: path, required: true, schema: {type: string}}
              get:
                parameters: [{name: a, in: path, required: true, schema: {type: integer}}]
                responses: {'200': {description: d}}
            """);

        assertThat(resolution.operation(0, 0).pathParameters())
                .containsExactly(
                        parameter("b", Location.PATH, Scalar.STRING, true),
                        parameter("a", Location.PATH, Scalar.LONG, true));
    }
}
