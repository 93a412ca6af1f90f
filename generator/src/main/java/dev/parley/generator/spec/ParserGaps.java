package dev.parley.generator.spec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.generator.diagnostic.Diagnostics;
import java.util.List;

/** Reports what the parser (2.1.48) would drop without a word. */
final class ParserGaps {

    private static final List<String> COMPOSITIONS = List.of("allOf", "anyOf", "oneOf");

    private ParserGaps() {}

    /** Reports the gaps that {@code document} falls into. */
    static void check(ObjectNode document, Diagnostics diagnostics) {
        DocumentWalk.walk(document, Pointer.ROOT, (object, pointer) -> {
            if (object.has("items") && COMPOSITIONS.stream().anyMatch(object::has)) {
                diagnostics.error(
                        "items-beside-composition",
                        pointer.toString(),
                        "items stands beside allOf, anyOf or oneOf, of which the parser keeps only items",
                        "move type and items into a branch of allOf");
            }
        });
    }
}
