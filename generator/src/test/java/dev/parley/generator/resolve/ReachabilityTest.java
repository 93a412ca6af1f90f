package dev.parley.generator.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReachabilityTest {

    @Test
    void declarations_ofSchemasInAnyOrder_areTheReachedOnesInTheOrderOfTheDocument() {
        Resolution resolution = Resolution.ofSchemas("""
            Third: {type: object, properties: {}}
            Unused: {type: object, properties: {}}
            Root: {type: object, properties: {b: {$ref: '#/components/schemas/First'}, a: {$ref: '#/components/schemas/Third'}}}
            First: {type: object, properties: {inner: {type: object, properties: {}}}}
            """);

        assertThat(resolution.pointers())
                .containsExactly(
                        "/components/schemas/Third",
                        "/components/schemas/Root",
                        "/components/schemas/First",
                        "/components/schemas/First/properties/inner");
        assertThat(resolution.diagnostics()).isEmpty();
    }

    @Test
    void declarations_ofErrorResponses_areLeftOut() {
        Resolution resolution = Resolution.of("""
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /things:
                delete:
                  responses:
                    '204': {description: gone}
                    '404': {description: no, content: {application/json: {schema: {$ref: '#/components/schemas/Error'}}}}
            components:
              schemas:
                Error: {type: object, properties: {message: {type: string}}}
            """);

        assertThat(resolution.pointers()).isEmpty();
        assertThat(resolution.operation(0, 0).response()).isNull();
    }
}
