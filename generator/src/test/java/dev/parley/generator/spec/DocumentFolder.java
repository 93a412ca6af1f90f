package dev.parley.generator.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.generator.diagnostic.Diagnostic;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.diagnostic.GenerationException;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A folder with the document of a test and the files beside it, and what loading it had to say. */
final class DocumentFolder {

    /** How a document of OpenAPI 3.1 without paths begins. */
    static final String HEAD = """
        openapi: 3.1.0
        info: {title: Example, version: 1.0}
        paths: {}
        """;

    private final Path folder;
    private final Diagnostics diagnostics = new Diagnostics();

    DocumentFolder(Path folder) {
        this.folder = folder;
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    Diagnostics diagnostics() {
        return diagnostics;
    }

    Path write(String name, String text) throws IOException {
        Path file = path(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** Writes {@code openapi.yaml} and loads it. */
    Document load(String text) throws IOException {
        return SpecLoader.load(write("openapi.yaml", text), List.of(), diagnostics);
    }

    /** Returns how the loading of a document fails. */
    GenerationException failure(String text) {
        GenerationException failure = catchThrowableOfType(GenerationException.class, () -> load(text));
        assertThat(failure).isNotNull();
        return failure;
    }

    /** Returns the one diagnostic with which a document is refused. */
    Diagnostic refusal(String text) {
        failure(text);
        assertThat(diagnostics.all()).hasSize(1);
        return diagnostics.all().get(0);
    }

    /** Returns the components of a document that are schemas. */
    static Map<String, Schema<?>> schemas(Document document) {
        Map<String, Schema<?>> schemas = new LinkedHashMap<>();
        document.openApi().getComponents().getSchemas().forEach((name, schema) -> schemas.put(name, schema));
        return schemas;
    }

    /** Returns the schema of a member of a component. */
    static Schema<?> property(Document document, String schema, String name) {
        return (Schema<?>) document.openApi()
                .getComponents()
                .getSchemas()
                .get(schema)
                .getProperties()
                .get(name);
    }
}
