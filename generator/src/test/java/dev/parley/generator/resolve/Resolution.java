package dev.parley.generator.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.generator.diagnostic.Diagnostic;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.ApiModel;
import dev.parley.generator.model.ConstantValue;
import dev.parley.generator.model.Constraints;
import dev.parley.generator.model.Decision;
import dev.parley.generator.model.Declaration;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.Documentation;
import dev.parley.generator.model.EnumDeclaration;
import dev.parley.generator.model.Member;
import dev.parley.generator.model.NameHint;
import dev.parley.generator.model.Operation;
import dev.parley.generator.model.Presence;
import dev.parley.generator.model.RecordDeclaration;
import dev.parley.generator.model.TypeRef;
import dev.parley.generator.model.UnionDeclaration;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.List;
import java.util.Set;

/** A document of a test, resolved, and short ways to say what is expected of it. */
record Resolution(ApiModel model, List<Diagnostic> diagnostics) {

    /** The component {@code Root} as a union of {@code A} and {@code B}. */
    static final String A_OR_B =
            "Root: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}\n";

    /** Resolves a whole document. */
    static Resolution of(String yaml) {
        ParseOptions options = new ParseOptions();
        options.setResolve(false);
        OpenAPI document =
                new OpenAPIV3Parser().readContents(yaml, null, options).getOpenAPI();
        assertThat(document).as("a document that can be parsed").isNotNull();
        Diagnostics diagnostics = new Diagnostics();
        return new Resolution(Resolver.resolve(document, diagnostics), diagnostics.all());
    }

    /** Resolves component schemas of an OpenAPI 3.1 document; an operation answers with the one named {@code Root}. */
    static Resolution ofSchemas(String schemas) {
        return ofSchemas("3.1.0", schemas);
    }

    static Resolution ofSchemas(String version, String schemas) {
        return of("""
            openapi: VERSION
            info: {title: Test API, version: '1'}
            paths:
              /roots:
                get:
                  responses:
                    '200':
                      description: OK
                      content: {application/json: {schema: {$ref: '#/components/schemas/Root'}}}
            components:
              schemas:
            """.replace("VERSION", version) + schemas.indent(4));
    }

    /** Resolves one property named {@code it}, not required, of the component {@code Root}. */
    static Resolution ofProperty(String schema) {
        return ofSchemas("Root: {type: object, properties: {it: " + schema + "}}");
    }

    static DeclarationId component(String name) {
        return new DeclarationId("/components/schemas/" + name);
    }

    static TypeRef declared(String path) {
        return new TypeRef.Declared(component(path));
    }

    static Decision found(String union, int variant) {
        return new Decision.Found(component(union), variant);
    }

    static Decision.ByPresence.Branch branch(Set<String> members, Decision then) {
        return new Decision.ByPresence.Branch(members, then);
    }

    static Member property(String name, TypeRef type, Presence presence) {
        return new Member.Property(
                name, NameHint.of(name), type, presence, Documentation.NONE, false, null, Constraints.NONE, null);
    }

    static Member preset(String name, Presence presence, ConstantValue value) {
        return new Member.Property(
                name,
                NameHint.of(name),
                value.type(),
                presence,
                Documentation.NONE,
                false,
                value,
                Constraints.NONE,
                null);
    }

    static Member constant(String name, String value) {
        return constant(name, new ConstantValue.Text(value));
    }

    static Member constant(String name, ConstantValue value) {
        return new Member.Constant(name, NameHint.of(name), value, Documentation.NONE, false);
    }

    Declaration declaration(String path) {
        Declaration declaration = model.byId().get(component(path));
        assertThat(declaration).as(path + " among " + pointers()).isNotNull();
        return declaration;
    }

    RecordDeclaration record(String path) {
        return (RecordDeclaration) declaration(path);
    }

    UnionDeclaration union(String path) {
        return (UnionDeclaration) declaration(path);
    }

    EnumDeclaration openEnum(String path) {
        return (EnumDeclaration) declaration(path);
    }

    /** Returns the wire values of an open enum. */
    List<String> values(String path) {
        return openEnum(path).values().stream()
                .map(EnumDeclaration.EnumValue::wireValue)
                .toList();
    }

    /** Returns the member named {@code it} of {@code Root}. */
    Member it() {
        return record("Root").members().get(0);
    }

    TypeRef itsType() {
        return ((Member.Property) it()).type();
    }

    List<String> pointers() {
        return model.declarations().stream()
                .map(declaration -> declaration.id().pointer())
                .toList();
    }

    Operation operation(int service, int operation) {
        return model.services().get(service).operations().get(operation);
    }

    /** Returns severity, code and place of what was reported, such as {@code ERROR cyclic-schema /components/…}. */
    List<String> reports() {
        return diagnostics.stream()
                .map(diagnostic -> diagnostic.severity() + " " + diagnostic.code() + " " + diagnostic.pointer())
                .toList();
    }
}
