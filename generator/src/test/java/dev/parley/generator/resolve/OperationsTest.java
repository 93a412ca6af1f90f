package dev.parley.generator.resolve;

import static dev.parley.generator.resolve.Resolution.component;
import static dev.parley.generator.resolve.Resolution.declared;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.generator.model.Answering;
import dev.parley.generator.model.Constraints;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.Documentation;
import dev.parley.generator.model.NameHint;
import dev.parley.generator.model.Operation;
import dev.parley.generator.model.Parameter;
import dev.parley.generator.model.Parameter.Location;
import dev.parley.generator.model.Placement;
import dev.parley.generator.model.RequestDeclaration;
import dev.parley.generator.model.Service;
import dev.parley.generator.model.TypeRef;
import dev.parley.generator.model.TypeRef.ListOf;
import dev.parley.generator.model.TypeRef.Scalar;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationsTest {

    private static final String HEAD = """
        openapi: 3.1.0
        info: {title: T, version: '1'}
        tags: [{name: Things, description: All things.}]
        """;

    private static final String COMPONENTS = """
        components:
          parameters:
            Order: {name: order, in: query, schema: {enum: [asc, desc]}}
          requestBodies:
            ThingBody: {content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}
          responses:
            ThingList: {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/List'}}}}
          schemas:
            Thing: {type: object, required: [id], properties: {id: {type: string}}}
            List:
              type: object
              properties:
                data: {type: array, items: {$ref: '#/components/schemas/Thing'}}
                has_more: {type: boolean}
                last_id: {type: [string, 'null']}
        """;

    private static final String PATH_ID = "parameters: [{name: id, in: path, required: true, schema: {type: string}}]";

    private static Resolution paths(String paths) {
        return Resolution.of(HEAD + "paths:\n" + paths.indent(2) + COMPONENTS);
    }

    private static Parameter parameter(String name, Location location, TypeRef type, boolean required) {
        return new Parameter(
                name,
                NameHint.of(name),
                location,
                Parameter.Style.PLAIN,
                false,
                type,
                required,
                Documentation.NONE,
                false,
                Constraints.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "/things, post, create, things",
        "/things, get, retrieve, things",
        "/things/{id}, get, retrieve, things",
        "/things/{id}, post, update, things",
        "/things/{id}, put, update, things",
        "/things/{id}, patch, update, things",
        "/things/{id}, delete, delete, things",
        "/things/{id}/parts, post, create, things.parts",
        "/things/{id}/parts, get, retrieve, things.parts",
        "/things/{id}/cancel, post, cancel, things",
        "/things/{id}/content, get, retrieve, things.content",
        "/a/b/{id}, get, retrieve, a.b"
    })
    void resourceAndVerb_comeFromPathAndMethod(String path, String method, String verb, String resource) {
        String own = path.contains("{id}") ? PATH_ID + ", " : "";
        Resolution resolution = paths(path + ": {" + own + method + ": {responses: {'200': {description: d}}}}\n");

        Service service =
                resolution.model().services().get(resolution.model().services().size() - 1);
        assertThat(String.join(".", service.resource())).isEqualTo(resource);
        assertThat(service.operations()).extracting(Operation::verb).containsExactly(verb);
    }

    @Test
    void action_behindAnotherPath_isAVerbOfThatResource() {
        Resolution resolution = paths("""
            /things: {get: {responses: {'200': {description: d}}}}
            /things/compact: {post: {responses: {'200': {description: d}}}}
            /things/edits: {post: {responses: {'200': {description: d}}}}
            """);

        assertThat(resolution.model().services())
                .extracting(Service::resource)
                .containsExactly(List.of("things"), List.of("things", "edits"));
        assertThat(resolution.operation(0, 1).verb()).isEqualTo("compact");
    }

    @Test
    void verbCollision_fallsBackToTheOperationIdWithANote() {
        Resolution resolution = paths("""
            /things: {get: {operationId: getThings, responses: {'200': {description: d}}}}
            /things/{id}: {%s, get: {operationId: getThing, responses: {'200': {description: d}}}}
            """.replace("%s", PATH_ID));

        assertThat(resolution.model().services().get(0).operations())
                .extracting(Operation::verb)
                .containsExactly("retrieve", "getThing");
        assertThat(resolution.reports()).containsExactly("NOTE verb-collision /paths/~1things~1{id}/get");
    }

    @Test
    void verbCollision_withoutOperationId_isNamedByMethodAndPath() {
        Resolution resolution = paths("""
            /things: {get: {responses: {'200': {description: d}}}}
            /things/{id}:
              %s
              get: {responses: {'200': {description: d}}}
              put: {responses: {'200': {description: d}}}
              patch: {responses: {'200': {description: d}}}
            /things/: {get: {responses: {'200': {description: d}}}}
            /{id}/things: {%s, get: {responses: {'200': {description: d}}}}
            """.replace("%s", PATH_ID));

        assertThat(resolution.model().services().get(0).operations())
                .extracting(Operation::verb)
                .containsExactly("retrieve", "retrieveById", "update", "patch", "getThings", "getThingsById");
        assertThat(resolution.reports())
                .containsExactly(
                        "NOTE verb-collision /paths/~1things~1{id}/get",
                        "NOTE verb-collision /paths/~1things~1{id}/patch",
                        "NOTE verb-collision /paths/~1things~1/get",
                        "NOTE verb-collision /paths/~1{id}~1things/get");
    }

    @Test
    void verbCollision_withAChosenVerb_givesWay() {
        Resolution resolution = paths("""
            /things: {get: {responses: {'200': {description: d}}}}
            /things/{id}: {%s, get: {x-java-verb: retrieve, responses: {'200': {description: d}}}}
            """.replace("%s", PATH_ID));

        assertThat(resolution.model().services().get(0).operations())
                .extracting(Operation::verb)
                .containsExactly("getThings", "retrieve");
    }

    @Test
    void verbCollision_ofTwoChosenVerbs_isAnError() {
        Resolution resolution = paths("""
            /things: {get: {x-java-verb: find, responses: {'200': {description: d}}}}
            /things/{id}: {%s, get: {x-java-verb: find, responses: {'200': {description: d}}}}
            """.replace("%s", PATH_ID));

        assertThat(resolution.reports()).containsExactly("ERROR verb-collision /paths/~1things~1{id}/get");
    }

    @ParameterizedTest
    @CsvSource({
        "/things/{id}:cancel, post, cancel, things",
        "/things:batchGet, get, batchGet, things",
        "/things/{id}.json, get, retrieve, things",
        "/report.{id}, get, retrieve, report",
        "/Things('{id}'), get, retrieve, Things",
        "/things/?beta=true, post, create, beta.things",
        "/things/{id}/cancel?beta=true&x, post, cancel, beta.x.things",
        "/things, head, head, things",
        "/things, options, options, things"
    })
    void path_ofAnotherKind_isNamedAsPeopleWould(String path, String method, String verb, String resource) {
        String own = path.contains("{id}") ? PATH_ID + ", " : "";
        Resolution resolution =
                paths("\"" + path + "\": {" + own + method + ": {responses: {'200': {description: d}}}}\n");
        Service service =
                resolution.model().services().get(resolution.model().services().size() - 1);

        assertThat(String.join(".", service.resource())).isEqualTo(resource);
        assertThat(service.operations()).extracting(Operation::verb).containsExactly(verb);
        assertThat(service.operations()).extracting(Operation::path).containsExactly(path);
        assertThat(resolution.diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/a, /api/v1/b/{id}, a b",
        "/v1/a, /v2/a, v1.a v2.a",
        "/api/v1/a, /feeds/b/{id}, a feeds.b",
        "/api/v1/a, /a/{id}, api.v1.a a",
        "/rest/a, /b/{id}, rest.a b",
        "/2010-04-01/a, /2010-04-01/b/{id}, a b",
        "/a, /a/{id}/b, a a.b",
        "/users/a, /users/b, users.a users.b"
    })
    void prefixOfPaths_thatIsAVersion_isNoResource(String one, String two, String resources) {
        Resolution resolution = paths("""
            %s: {post: {responses: {'200': {description: d}}}}
            %s: {%s, get: {responses: {'200': {description: d}}}}
            """.formatted(one, two, two.contains("{id}") ? PATH_ID : "summary: s"));

        assertThat(resolution.model().services().stream()
                        .filter(service -> !service.operations().isEmpty())
                        .map(service -> String.join(".", service.resource())))
                .containsExactly(resources.split(" "));
    }

    @Test
    void extensions_overrideResourceAndVerb() {
        Resolution resolution = paths(
                "/v1/things: {post: {x-java-resource: all.things, x-java-verb: make, responses: {'200': {description:"
                        + " d}}}}\n");

        assertThat(resolution.model().services())
                .extracting(Service::resource)
                .containsExactly(List.of("all"), List.of("all", "things"));
        assertThat(resolution.operation(1, 0).verb()).isEqualTo("make");
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

    private static Operation.Streaming streaming(Resolution resolution) {
        return resolution.operation(0, 0).streaming();
    }

    @Test
    void events_besideJson_areAFormWithAFlagInTheBody() {
        Resolution resolution = paths("""
            /things:
              post:
                parameters: [{name: stream, in: query, schema: {type: boolean}}]
                requestBody: {content: {application/json: {schema: {type: object, properties: {stream: {type: [boolean, 'null']}}}}}}
                responses:
                  '200':
                    description: d
                    content:
                      application/json: {schema: {$ref: '#/components/schemas/Thing'}}
                      text/event-stream: {schema: {$ref: '#/components/schemas/List'}}
            """);

        DeclarationId body = new DeclarationId("/paths/~1things/post/requestBody/content/application~1json/schema");
        assertThat(streaming(resolution))
                .isEqualTo(new Operation.Streaming(
                        declared("List"), NameHint.of("stream"), new Operation.Flag.Member(body, "stream")));
        assertThat(resolution.operation(0, 0).response()).isEqualTo(declared("Thing"));
        assertThat(resolution.operation(0, 0).streamsOnly()).isFalse();
        assertThat(resolution.reports()).isEmpty();
    }

    @Test
    void events_ofAnotherVerb_areAFormWithAFlagInTheQuery() {
        Resolution resolution = paths("""
            /things/{id}:
              get:
                parameters:
                  - {name: id, in: path, required: true, schema: {type: string}}
                  - {name: stream, in: query, schema: {type: boolean}}
                responses:
                  '200':
                    description: d
                    content:
                      application/json: {schema: {$ref: '#/components/schemas/Thing'}}
                      text/event-stream;charset=utf-8: {schema: {type: object, properties: {a: {type: string}}}}
            """);

        DeclarationId event = new DeclarationId(
                "/paths/~1things~1{id}/get/responses/200/content/text~1event-stream;charset=utf-8/schema");
        assertThat(streaming(resolution))
                .isEqualTo(new Operation.Streaming(
                        new TypeRef.Declared(event),
                        NameHint.of("retrieve stream"),
                        new Operation.Flag.Query("stream")));
        assertThat(resolution.model().byId().get(event).name()).isEqualTo(NameHint.of("thing retrieve event"));
    }

    @Test
    void events_alone_areTheOperation() {
        Resolution resolution = paths("""
            /things:
              post:
                responses: {'200': {description: d, content: {text/event-stream: {schema: {$ref: '#/components/schemas/Thing'}}}}}
            """);

        assertThat(streaming(resolution))
                .isEqualTo(new Operation.Streaming(declared("Thing"), NameHint.of("create"), null));
        assertThat(resolution.operation(0, 0).streamsOnly()).isTrue();
        assertThat(resolution.reports()).isEmpty();
    }

    @Test
    void events_withoutASchemaBeforeJson_leaveTheJsonAsTheAnswer() {
        String content = "{text/event-stream: {}, application/json: {schema: {$ref: '#/components/schemas/Thing'}}}";
        Resolution resolution =
                paths("/things: {post: {responses: {'200': {description: d, content: %s}}}}\n".formatted(content));

        assertThat(resolution.operation(0, 0).response()).isEqualTo(declared("Thing"));
        assertThat(resolution.reports())
                .containsExactly("NOTE media-type-ignored /paths/~1things/post/responses/200/content");
    }

    @Test
    void events_namedByTheDocument_areCalledSo() {
        String content = "content: {application/json: {}, text/event-stream: {schema: {type: object}}}";
        Resolution resolution =
                paths("/things: {post: {x-java-stream: watch, responses: {'200': {description: d, %s}}}}\n"
                        .formatted(content));
        Resolution malformed = paths(
                "/things: {post: {x-java-stream: 1, responses: {'200': {description: d, %s}}}}\n".formatted(content));

        assertThat(streaming(resolution).name()).isEqualTo(NameHint.of("watch"));
        assertThat(malformed.reports()).containsExactly("ERROR malformed-extension /paths/~1things/post");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{type: string}", "{const: true}", "{type: array, items: {type: boolean}}"})
    void events_withAMemberThatIsNoFlag_areAskedForByNothing(String member) {
        Resolution resolution = paths("""
            /things:
              post:
                requestBody: {content: {application/json: {schema: {type: object, properties: {stream: %s}}}}}
                responses:
                  '200': {description: d, content: {application/json: {}, text/event-stream: {schema: {type: object}}}}
            """.replace("%s", member));

        assertThat(streaming(resolution).flag()).isNull();
    }

    @Test
    void events_withoutASchema_areLeftOutBesideJsonAndBytesAlone() {
        Resolution beside = paths(
                "/things: {post: {responses: {'200': {description: d, content: {application/json: {}, text/event-stream: {}}}}}}\n");
        Resolution alone =
                paths("/things: {post: {responses: {'200': {description: d, content: {text/event-stream: {}}}}}}\n");

        assertThat(streaming(beside)).isNull();
        assertThat(beside.reports())
                .containsExactly("NOTE media-type-ignored /paths/~1things/post/responses/200/content");
        assertThat(alone.reports()).isEmpty();
        assertThat(alone.operation(0, 0).answering().kind()).isEqualTo(Answering.Kind.CONTENT);
    }

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
