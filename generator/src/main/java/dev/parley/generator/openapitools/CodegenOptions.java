package dev.parley.generator.openapitools;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenConstants;

/** What the user set through {@code configOptions} or {@code --additional-properties}, read when asked for. */
final class CodegenOptions {

    private static final String OVERLAYS = "overlays";
    private static final String NAME_LOCK = "nameLock";
    private static final String REFERENCE_ROOT = "referenceRoot";
    private static final String OVERWRITE = "parleyOverwrite";

    private final Map<String, Object> properties;

    /** Takes the properties that the caller goes on filling. */
    CodegenOptions(Map<String, Object> properties) {
        this.properties = properties;
    }

    /** Returns the options that there are, with what they mean. */
    static Map<String, String> descriptions() {
        Map<String, String> descriptions = new LinkedHashMap<>();
        descriptions.put(
                CodegenConstants.PACKAGE_NAME,
                "base package of the client (default: the document's x-java-package, else client)");
        descriptions.put(
                OVERLAYS, "OpenAPI Overlay files or folders, applied in this order, separated by commas or semicolons");
        descriptions.put(
                NAME_LOCK,
                "file that keeps the chosen names from run to run; written if it is missing (default: none)");
        descriptions.put(
                REFERENCE_ROOT,
                "folder that $ref to other files may not lead out of (default: the folder of the document)");
        descriptions.put(CodegenConstants.SOURCE_FOLDER, "where sources stand in the output (default: src/main/java)");
        descriptions.put(OVERWRITE, "true: overwrite and delete files of the output that were edited by hand");
        return descriptions;
    }

    /**
     * Returns the choices of the user.
     *
     * @param document the document, which is no option
     */
    RunOptions of(Path document) {
        return new RunOptions(
                document,
                overlays(),
                text(CodegenConstants.PACKAGE_NAME),
                path(CodegenConstants.TEMPLATE_DIR),
                path(REFERENCE_ROOT),
                path(NAME_LOCK),
                sourceFolder(),
                Boolean.parseBoolean(text(OVERWRITE)));
    }

    /** Returns the overlay files; a relative path starts at the working directory. */
    private List<Path> overlays() {
        String overlays = text(OVERLAYS);
        return overlays == null
                ? List.of()
                : Arrays.stream(overlays.split("[,;]"))
                        .map(String::strip)
                        .filter(path -> !path.isEmpty())
                        .map(Path::of)
                        .toList();
    }

    private String sourceFolder() {
        String folder = text(CodegenConstants.SOURCE_FOLDER);
        return folder == null ? RunOptions.DEFAULT_SOURCE_FOLDER : folder.replace('\\', '/');
    }

    private @Nullable Path path(String name) {
        String path = text(name);
        return path == null ? null : Path.of(path);
    }

    private @Nullable String text(String name) {
        Object value = properties.get(name);
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }
}
