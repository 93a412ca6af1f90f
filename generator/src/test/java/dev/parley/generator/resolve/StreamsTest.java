package dev.parley.generator.resolve;

import static dev.parley.generator.resolve.Resolution.declared;
import static dev.parley.generator.resolve.ThingsDocument.paths;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.generator.model.Answering;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.NameHint;
import dev.parley.generator.model.Operation;
import dev.parley.generator.model.TypeRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which operations answer with events, and what asks for them. */
class StreamsTest {

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

    private static Operation.Streaming streaming(Resolution resolution) {
        return resolution.operation(0, 0).streaming();
    }
}
