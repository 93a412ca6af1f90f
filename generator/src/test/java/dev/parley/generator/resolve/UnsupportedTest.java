package dev.parley.generator.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnsupportedTest {

    private static Resolution document(String rest) {
        return Resolution.of("openapi: 3.1.0\ninfo: {title: T, version: '1'}\n" + rest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{name: a, in: cookie, required: true, schema: {type: string}} | ERROR unsupported-parameter",
                "{name: a, in: cookie, schema: {type: string}} | WARNING parameter-left-out",
                "{name: a, in: query, style: deepObject, schema: {type: string}} | ERROR unsupported-parameter",
                "{name: a, in: query, schema: {type: object}} | ERROR unsupported-parameter",
                "{name: a, in: query, schema: {oneOf: [{type: string}, {type: array}]}} | ERROR unsupported-parameter",
                "{name: a, in: query, explode: false, schema: {type: array, items: {type: string}}} | ERROR"
                        + " unsupported-parameter",
                "{name: a, in: header, schema: {type: array, items: {type: string}}} | ERROR unsupported-parameter",
                "{name: a, in: query, content: {application/json: {schema: {type: string}}}} | ERROR"
                        + " unsupported-parameter",
                "{name: Authorization, in: header, schema: {type: string}} | NOTE parameter-left-out",
                "{$ref: '#/components/parameters/None'} | ERROR unresolved-reference"
            })
    void parameter_thatCannotBeSent_isReported(String parameter, String report) {
        Resolution resolution = document(
                "paths: {/things: {get: {parameters: [" + parameter + "], responses: {'200': {description: d}}}}}\n");

        assertThat(resolution.reports()).containsExactly(report + " /paths/~1things/get/parameters/0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "post: {requestBody: {content: {multipart/form-data: {schema: {type: object}}}}, responses: {'200':"
                        + " {description: d}}} | ERROR unsupported-media-type /paths/~1things/post/requestBody/content",
                "get: {responses: {'200': {description: d, content: {text/plain: {schema: {type: string}}}}}}"
                        + " | ERROR unsupported-media-type /paths/~1things/get/responses/200/content",
                "head: {responses: {'200': {description: d}}} | WARNING method-left-out /paths/~1things/head",
                "post: {callbacks: {c: {'{$url}': {post: {responses: {'200': {description: d}}}}}}, responses: {'200':"
                        + " {description: d}}} | NOTE callback-ignored /paths/~1things/post/callbacks",
                "get: {servers: [{url: 'https://b.example'}], responses: {'200': {description: d}}}"
                        + " | WARNING servers-ignored /paths/~1things/get"
            })
    void operation_withMoreThanJson_isReported(String operation, String report) {
        assertThat(document("paths: {/things: {" + operation + "}}\n").reports())
                .containsExactly(report);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'/things?beta=true' | ERROR unsupported-path /paths/~1things?beta=true",
                "'/' | ERROR no-resource /paths/~1/get",
                "'/things/{id}' | ERROR undeclared-path-parameter /paths/~1things~1{id}/get"
            })
    void path_thatCannotBeCalled_isReported(String path, String report) {
        assertThat(document("paths: {" + quoted(path) + ": {get: {responses: {'200': {description: d}}}}}\n")
                        .reports())
                .containsExactly(report);
    }

    @Test
    void webhooksAndOtherSecurity_areReported() {
        Resolution resolution = document("""
            paths: {}
            webhooks: {changed: {post: {responses: {'200': {description: d}}}}}
            components:
              securitySchemes:
                Bearer: {type: http, scheme: bearer}
                Key: {type: apiKey, in: header, name: X-Key}
            """);

        assertThat(resolution.reports())
                .containsExactly(
                        "NOTE webhook-ignored /webhooks/changed",
                        "WARNING unsupported-security /components/securitySchemes/Key");
    }

    @Test
    void emptyDocument_isAnEmptyModel() {
        Resolution resolution = document("paths: {}\n");

        assertThat(resolution.model().declarations()).isEmpty();
        assertThat(resolution.model().services()).isEmpty();
        assertThat(resolution.diagnostics()).isEmpty();
    }

    private static String quoted(String path) {
        return "'" + path + "'";
    }
}
