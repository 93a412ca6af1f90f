package dev.parley.generator.openapitools;

import dev.parley.generator.Settings;
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
    static final String NAME_LOCK = "nameLock";
    private static final String REFERENCE_ROOT = "referenceRoot";
    private static final String DEFAULT_SOURCE_FOLDER = "src/main/java";

    private final Map<String, Object> properties;
    private final @Nullable Settings settings;

    /**
     * Takes the properties that the caller goes on filling.
     *
     * @param settings what to take instead of the properties, or {@code null}
     */
    CodegenOptions(Map<String, Object> properties, @Nullable Settings settings) {
        this.properties = properties;
        this.settings = settings;
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
        return descriptions;
    }

    /**
     * Returns the choices of the user.
     *
     * @throws IllegalArgumentException if one has no sense
     */
    Settings settings() {
        if (settings != null) {
            return settings;
        }
        String templates = text(CodegenConstants.TEMPLATE_DIR);
        return new Settings(
                text(CodegenConstants.PACKAGE_NAME), new Templates(templates == null ? null : Path.of(templates)));
    }

    /** Returns the overlay files; a relative path starts at the working directory. */
    List<Path> overlays() {
        String overlays = text(OVERLAYS);
        return overlays == null
                ? List.of()
                : Arrays.stream(overlays.split("[,;]"))
                        .map(String::strip)
                        .filter(path -> !path.isEmpty())
                        .map(Path::of)
                        .toList();
    }

    /** Returns the file that keeps the chosen names, or {@code null} if none does. */
    @Nullable
    NameLockFile nameLock() {
        String file = text(NAME_LOCK);
        return file == null ? null : new NameLockFile(Path.of(file));
    }

    /** Returns the folder that references may not lead out of, or {@code null} for that of the document. */
    @Nullable
    Path referenceRoot() {
        String folder = text(REFERENCE_ROOT);
        return folder == null ? null : Path.of(folder);
    }

    /** Returns where the sources stand below the output folder, with {@code /} between the names. */
    String sourceFolder() {
        String folder = text(CodegenConstants.SOURCE_FOLDER);
        return folder == null ? DEFAULT_SOURCE_FOLDER : folder.replace('\\', '/');
    }

    private @Nullable String text(String name) {
        Object value = properties.get(name);
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }
}
