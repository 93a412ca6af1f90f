package dev.parley.generator.spec;

import io.swagger.v3.oas.models.OpenAPI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An OpenAPI 3.0 or 3.1 document, overlays applied, made of all its files: every reference names a component.
 *
 * @param name the file name, for headers and messages
 * @param openApi the document as the parser left it: references unresolved, nothing flattened
 * @param javaPackage the package that the document asks for with {@code x-java-package}, or {@code null}
 * @param sources the files that were read, absolute: the document, the overlays in their order, then the files that
 *     references lead to
 */
public record Document(
        String name, OpenAPI openApi, @Nullable String javaPackage, List<Path> sources) {

    public Document {
        sources = List.copyOf(sources);
    }
}
