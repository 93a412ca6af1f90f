package dev.parley.generator.resolve;

import dev.parley.generator.model.Constraints;
import dev.parley.generator.model.Documentation;
import dev.parley.generator.model.NameHint;
import dev.parley.generator.model.Parameter;
import dev.parley.generator.model.Parameter.Location;
import dev.parley.generator.model.TypeRef;

/** A document about things, whose paths a test writes. */
final class ThingsDocument {

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

    /** The parameter of a path with {@code {id}} in it, as a member of the path item. */
    static final String PATH_ID = "parameters: [{name: id, in: path, required: true, schema: {type: string}}]";

    private ThingsDocument() {}

    /** Resolves a document with these paths. */
    static Resolution paths(String paths) {
        return Resolution.of(HEAD + "paths:\n" + paths.indent(2) + COMPONENTS);
    }

    /** Returns a plain parameter without documentation and limits. */
    static Parameter parameter(String name, Location location, TypeRef type, boolean required) {
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
}
