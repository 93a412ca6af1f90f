package dev.parley.generator.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
                "{name: p, in: query, schema: {type: array, items: {type: object}}} | WARNING parameter-left-out",
                "{name: p, in: query, required: true, schema: {type: array, items: {type: object}}} | ERROR"
                        + " unsupported-parameter",
                "{name: p, in: query, content: {image/png: {}}} | WARNING parameter-left-out",
                "{name: p, in: header, style: form, schema: {type: object}} | WARNING parameter-left-out",
                "{name: p, in: header, style: form, schema: {type: string}} | WARNING undefined-style",
                "{name: p, in: query, style: pipeDelimited, explode: true, schema: {type: array}} | WARNING"
                        + " undefined-style",
                "{name: p, in: query, style: deepObject, schema: {type: array}} | NOTE undefined-style",
                "{name: 'a b', in: cookie, required: true, schema: {type: string}} | ERROR unsupported-parameter",
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
                        + " {description: d}}} | NOTE form-without-members"
                        + " /paths/~1things/post/requestBody/content/multipart~1form-data/schema",
                "post: {requestBody: {content: {multipart/form-data: {schema: {type: string}}}}, responses: {'200':"
                        + " {description: d}}} | ERROR unsupported-media-type"
                        + " /paths/~1things/post/requestBody/content/multipart~1form-data/schema",
                "get: {responses: {'200': {description: d, content: {json: {schema: {type: string}}}}}}"
                        + " | ERROR unsupported-media-type /paths/~1things/get/responses/200/content/json",
                "trace: {responses: {'200': {description: d}}} | WARNING method-left-out /paths/~1things/trace",
                "post: {callbacks: {c: {'{$url}': {post: {responses: {'200': {description: d}}}}}}, responses: {'200':"
                        + " {description: d}}} | NOTE payload-ignored /paths/~1things/post/callbacks/c/{$url}/post",
                "get: {servers: [{url: '/b'}], responses: {'200': {description: d}}}"
                        + " | WARNING servers-ignored /paths/~1things/get/servers"
            })
    void operation_withMoreThanJson_isReported(String operation, String report) {
        assertThat(document("paths: {/things: {" + operation + "}}\n").reports())
                .containsExactly(report);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'/things?beta={x}' | ERROR unsupported-path /paths/~1things?beta={x}",
                "'/things#beta' | ERROR unsupported-path /paths/~1things#beta",
                "'/things?be ta' | ERROR unsupported-path /paths/~1things?be ta",
                "'/' | NOTE no-resource /paths/~1/get",
                "'/things/{id}' | WARNING undeclared-path-parameter /paths/~1things~1{id}/get"
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
            security: [{Digest: []}, {Missing: []}, {Tls: []}]
            components:
              securitySchemes:
                Bearer: {type: http, scheme: bearer}
                Digest: {type: http, scheme: digest}
                Tls: {type: mutualTLS}
                Host: {type: apiKey, in: header, name: Host}
            """);

        assertThat(resolution.reports())
                .containsExactly(
                        "WARNING unsupported-security /components/securitySchemes/Digest",
                        "NOTE mutual-tls /components/securitySchemes/Tls",
                        "WARNING unsupported-security /components/securitySchemes/Host",
                        "WARNING unsupported-security /security",
                        "NOTE payload-ignored /webhooks/changed/post",
                        "NOTE security-unused /components/securitySchemes/Bearer");
        assertThat(resolution.model().client().needed()).containsExactly(List.of());
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
