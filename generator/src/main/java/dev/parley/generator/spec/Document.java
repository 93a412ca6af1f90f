package dev.parley.generator.spec;

import io.swagger.v3.oas.models.OpenAPI;
import org.jspecify.annotations.Nullable;

/**
 * An OpenAPI 3.0 or 3.1 document, overlays applied, every {@code $ref} known to end within it.
 *
 * @param name the file name, for headers and messages
 * @param openApi the document as the parser left it: references unresolved, nothing flattened
 * @param javaPackage the package that the document asks for with {@code x-java-package}, or {@code null}
 */
public record Document(
        String name, OpenAPI openApi, @Nullable String javaPackage) {}
