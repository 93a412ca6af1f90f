package dev.parley.generator.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.diagnostic.GenerationException;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/** Loads an OpenAPI document: file, overlays, checks, parser's model. The first stage of a run. */
public final class SpecLoader {

    private static final Pattern SUPPORTED = Pattern.compile("3\\.[01](?:\\.[0-9].*)?");

    private SpecLoader() {}

    /**
     * Loads a document.
     *
     * @param file a local YAML or JSON file
     * @param overlays OpenAPI Overlay documents, applied in this order; a folder stands for those in it, in the order of
     *     their names
     * @param diagnostics takes what there is to say
     * @throws GenerationException if the document or an overlay cannot be used; carries all that was found by then
     */
    public static Document load(Path file, List<Path> overlays, Diagnostics diagnostics) {
        ObjectNode tree = DocumentReader.read(file, diagnostics);
        if (tree != null && checkVersion(file, tree, diagnostics)) {
            Overlays.apply(tree, OverlayFiles.of(overlays, diagnostics), diagnostics);
            RecursiveReferences.rewrite(tree, diagnostics);
            References.check(tree, diagnostics);
            ParserGaps.check(tree, diagnostics);
        }
        String javaPackage = tree == null ? null : javaPackage(tree, diagnostics);
        requireNoErrors(diagnostics);
        OpenAPI openApi = parse(Objects.requireNonNull(tree), diagnostics);
        requireNoErrors(diagnostics);
        return new Document(file.getFileName().toString(), Objects.requireNonNull(openApi), javaPackage);
    }

    private static boolean checkVersion(Path file, ObjectNode tree, Diagnostics diagnostics) {
        JsonNode version = tree.path("openapi");
        if (SUPPORTED.matcher(version.asText()).matches()) {
            tree.put("openapi", version.asText());
            return true;
        }
        String found = tree.has("swagger")
                ? "this is a Swagger " + tree.path("swagger").asText() + " document"
                : version.isMissingNode() ? "the member openapi is missing" : "openapi is " + version;
        diagnostics.error("openapi-version", file.toString(), found, "give an OpenAPI 3.0 or 3.1 document");
        return false;
    }

    private static @Nullable String javaPackage(ObjectNode tree, Diagnostics diagnostics) {
        JsonNode name = tree.get("x-java-package");
        if (name == null) {
            return null;
        }
        if (!name.isTextual() || !SourceVersion.isName(name.textValue())) {
            diagnostics.error(
                    "java-package",
                    "/x-java-package",
                    "this is no name of a Java package",
                    "write one such as com.example.api");
        }
        return name.asText();
    }

    private static @Nullable OpenAPI parse(ObjectNode tree, Diagnostics diagnostics) {
        ParseOptions options = new ParseOptions();
        options.setResolve(false);
        options.setValidateInternalRefs(false);
        options.setOaiAuthor(true);
        SwaggerParseResult result = new OpenAPIV3Parser().parseJsonNode(null, tree, options);
        List<String> messages = result.getMessages() == null ? List.of() : result.getMessages();
        for (String message : messages) {
            String hint = "compare this place with the OpenAPI specification";
            if (result.getOpenAPI() == null) {
                diagnostics.error("parser", "", message, hint);
            } else {
                diagnostics.warning("parser", "", message, hint);
            }
        }
        if (result.getOpenAPI() == null && messages.isEmpty()) {
            diagnostics.error("parser", "", "the parser yields no document", "check the document with a validator");
        }
        return result.getOpenAPI();
    }

    private static void requireNoErrors(Diagnostics diagnostics) {
        if (diagnostics.hasErrors()) {
            throw new GenerationException(diagnostics.all());
        }
    }
}
