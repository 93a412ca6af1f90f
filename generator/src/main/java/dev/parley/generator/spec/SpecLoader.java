package dev.parley.generator.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.diagnostic.GenerationException;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import io.swagger.v3.parser.util.OpenAPIDeserializer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/** Loads an OpenAPI document: file, overlays, checks, parser's model. The first stage of a run. */
public final class SpecLoader {

    /** What the parser says of a reference that it cannot follow. */
    private static final Pattern REFERENCE = Pattern.compile("\\.#/components/.* is missing$");

    private static final Pattern SUPPORTED = Pattern.compile("3\\.[01](?:\\.[0-9].*)?");

    /** What the parser says of a path parameter that nothing describes; the stage behind says it with its place. */
    private static final String UNDESCRIBED = "needs to be defined as a path parameter";

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
        return load(file, overlays, null, diagnostics);
    }

    /**
     * Loads a document.
     *
     * @param file a local YAML or JSON file
     * @param overlays OpenAPI Overlay documents, applied in this order; a folder stands for those in it, in the order of
     *     their names
     * @param referenceRoot the folder that references to other files may not lead out of, or {@code null} for that of
     *     the document
     * @param diagnostics takes what there is to say
     * @throws GenerationException if the document or an overlay cannot be used; carries all that was found by then
     */
    public static Document load(Path file, List<Path> overlays, @Nullable Path referenceRoot, Diagnostics diagnostics) {
        ReadBudget budget = new ReadBudget();
        ObjectNode tree = DocumentReader.read(file, file.toString(), budget, diagnostics);
        Set<Path> sources = new LinkedHashSet<>(List.of(absolute(file)));
        if (tree != null && checkVersion(file, tree, diagnostics)) {
            List<Path> changes = OverlayFiles.of(overlays, diagnostics);
            changes.forEach(overlay -> sources.add(absolute(overlay)));
            Overlays.apply(tree, file.getFileName().toString(), changes, diagnostics);
            sources.addAll(bundle(file, tree, referenceRoot, budget, diagnostics));
            ParserForms.rewrite(tree);
        }
        String javaPackage = tree == null ? null : javaPackage(tree, diagnostics);
        requireNoErrors(diagnostics);
        OpenAPI openApi = parse(Objects.requireNonNull(tree), diagnostics);
        requireNoErrors(diagnostics);
        return new Document(
                file.getFileName().toString(), Objects.requireNonNull(openApi), javaPackage, new ArrayList<>(sources));
    }

    /**
     * Loads a document of one file and without overlays, whose references all name components.
     *
     * @param name what the document is called
     * @param yaml what it holds
     * @param diagnostics takes what there is to say
     * @throws GenerationException if the document cannot be used
     */
    public static Document load(String name, String yaml, Diagnostics diagnostics) {
        ObjectNode tree = DocumentReader.read(name, yaml, diagnostics);
        if (tree != null) {
            ParserForms.rewrite(tree);
        }
        requireNoErrors(diagnostics);
        OpenAPI openApi = parse(Objects.requireNonNull(tree), diagnostics);
        requireNoErrors(diagnostics);
        return new Document(name, Objects.requireNonNull(openApi), null, List.of());
    }

    /** Returns the files that references lead to. */
    private static List<Path> bundle(
            Path file, ObjectNode tree, @Nullable Path referenceRoot, ReadBudget budget, Diagnostics diagnostics) {
        try {
            Sources sources = new Sources(file, tree, referenceRoot, budget, diagnostics);
            Bundle.make(sources, diagnostics);
            return sources.files().subList(1, sources.files().size());
        } catch (IOException e) {
            diagnostics.error(
                    "no-file",
                    String.valueOf(referenceRoot == null ? file : referenceRoot),
                    "the folder cannot be read",
                    "give a folder that is there");
            return List.of();
        }
    }

    private static Path absolute(Path file) {
        return file.toAbsolutePath().normalize();
    }

    private static boolean checkVersion(Path file, ObjectNode tree, Diagnostics diagnostics) {
        JsonNode version = tree.path("openapi");
        if (SUPPORTED.matcher(version.asText()).matches()) {
            tree.put("openapi", version.asText());
            return true;
        }
        String found = version.isMissingNode() ? "the member openapi is missing" : "openapi is " + version;
        String hint = "give an OpenAPI 3.0 or 3.1 document";
        if (tree.has("swagger")) {
            found = "this is a Swagger " + tree.path("swagger").asText() + " document";
            hint = "convert it to OpenAPI 3 first, for example with swagger2openapi";
        } else if (version.asText().startsWith("3.2")) {
            hint = "declare openapi: 3.1.0 if it uses nothing new of 3.2: no $self, mediaTypes, query operations,"
                    + " additionalOperations, itemSchema, defaultMapping or parameters in querystring";
        }
        diagnostics.error("openapi-version", file.toString(), found, hint);
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
        SwaggerParseResult result;
        try {
            // What OpenAPIV3Parser does with a tree, without the mappers that it makes for texts.
            result = new OpenAPIDeserializer().deserialize(tree, null, options, options.isOaiAuthor());
        } catch (RuntimeException | StackOverflowError e) {
            diagnostics.error("parser", "", "the parser fails: " + e, "check the document with a validator");
            return null;
        }
        List<String> messages = result.getMessages() == null
                ? List.of()
                : result.getMessages().stream()
                        .filter(message -> !message.contains(UNDESCRIBED))
                        .toList();
        for (String message : messages) {
            if (REFERENCE.matcher(message).find()) {
                continue; // every reference leads to a component by now; the parser stumbles over escapes in it
            }
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
