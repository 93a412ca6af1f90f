package dev.parley.generator.resolve;

import static dev.parley.generator.resolve.Resolution.component;
import static dev.parley.generator.resolve.Resolution.declared;
import static dev.parley.generator.resolve.ThingsDocument.parameter;
import static dev.parley.generator.resolve.ThingsDocument.paths;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.generator.model.Constraints;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.Documentation;
import dev.parley.generator.model.NameHint;
import dev.parley.generator.model.Operation;
import dev.parley.generator.model.Parameter;
import dev.parley.generator.model.Parameter.Location;
import dev.parley.generator.model.Placement;
import dev.parley.generator.model.RequestDeclaration;
import dev.parley.generator.model.TypeRef;
import dev.parley.generator.model.TypeRef.ListOf;
import dev.parley.generator.model.TypeRef.Scalar;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which operations list in pages, and how. */
class PagingTest {

    @Test
    void listInPages_isRecognised() {
        Resolution resolution = paths("""
            /things:
              get:
                tags: [Things]
                summary: Lists things.
                parameters:
                  - {name: after, in: query, schema: {type: string}}
                  - {$ref: '#/components/parameters/Order'}
                  - {name: include, in: query, schema: {type: array, items: {enum: [a, b]}}}
                responses:
                  '200': {$ref: '#/components/responses/ThingList'}
            """);

        DeclarationId request = new DeclarationId("/paths/~1things/get");
        Operation operation = resolution.operation(0, 0);
        assertThat(operation.verb()).isEqualTo("list");
        assertThat(operation.documentation()).isEqualTo(new Documentation("Lists things."));
        assertThat(operation.response()).isEqualTo(declared("List"));
        assertThat(operation.paging())
                .isEqualTo(new Operation.Paging(
                        component("List"), "data", declared("Thing"), "has_more", "last_id", "after", null));
        TypeRef order = new TypeRef.Declared(new DeclarationId("/components/parameters/Order/schema"));
        TypeRef include = new TypeRef.Declared(new DeclarationId("/paths/~1things/get/parameters/2/schema/items"));
        List<Parameter> parameters = List.of(
                parameter("after", Location.QUERY, Scalar.STRING, false),
                parameter("order", Location.QUERY, order, false),
                new Parameter(
                        "include",
                        NameHint.of("include"),
                        Location.QUERY,
                        Parameter.Style.FORM_EXPLODED,
                        false,
                        new ListOf(include, false),
                        false,
                        Documentation.NONE,
                        false,
                        Constraints.NONE));
        assertThat(operation.request())
                .isEqualTo(new Operation.Request(new TypeRef.Declared(request), parameters, null, true));
        assertThat(resolution.model().byId().get(request))
                .isEqualTo(new RequestDeclaration(
                        request,
                        NameHint.of("thing list request"),
                        new Placement.TopLevel(),
                        new Documentation("Lists things."),
                        false,
                        parameters,
                        null));
        assertThat(resolution
                        .model()
                        .byId()
                        .get(((TypeRef.Declared) include).id())
                        .placement())
                .isEqualTo(new Placement.NestedIn(request));
        assertThat(resolution
                        .model()
                        .byId()
                        .get(((TypeRef.Declared) order).id())
                        .placement())
                .isEqualTo(new Placement.TopLevel());
        assertThat(resolution.model().services().get(0).documentation()).isEqualTo(new Documentation("All things."));
    }

    @Test
    void listInPages_withTheOtherCursor_leadsBackwards() {
        Resolution resolution = paths("""
            /things:
              get:
                parameters:
                  - {name: after, in: query, schema: {type: string}}
                  - {name: before, in: query, schema: {type: string}}
                responses:
                  '200':
                    description: Some things.
                    content:
                      application/json:
                        schema:
                          type: object
                          properties:
                            data: {type: array, items: {type: string}}
                            has_more: {type: boolean}
                            first_id: {type: string}
                            last_id: {type: string}
            """);

        assertThat(resolution.operation(0, 0).paging().backwards())
                .isEqualTo(new Operation.Backwards("first_id", "before"));
    }

    @Test
    void paging_canBeSwitchedOff() {
        Resolution resolution = paths("""
            /things:
              get:
                x-java-paging: false
                parameters: [{name: after, in: query, schema: {type: string}}]
                responses: {'200': {$ref: '#/components/responses/ThingList'}}
            """);

        assertThat(resolution.operation(0, 0).paging()).isNull();
        assertThat(resolution.operation(0, 0).verb()).isEqualTo("list");
    }
}
