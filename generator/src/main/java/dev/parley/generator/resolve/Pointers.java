package dev.parley.generator.resolve;

import dev.parley.generator.model.DeclarationId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON pointers (RFC 6901) into the document. */
final class Pointers {

    private static final String SCHEMAS = "/components/schemas/";

    private Pointers() {}

    /** Returns the pointer to what lies below {@code pointer} along {@code tokens}, which are escaped here. */
    static String below(String pointer, String... tokens) {
        StringBuilder result = new StringBuilder(pointer);
        for (String token : tokens) {
            result.append('/').append(token.replace("~", "~0").replace("/", "~1"));
        }
        return result.toString();
    }

    /** Returns the pointer of the component schema with this name. */
    static String component(String name) {
        return below("/components/schemas", name);
    }

    /** Returns the name of the component schema that {@code pointer} is, or {@code null} if it is none. */
    static @Nullable String componentName(String pointer) {
        String enclosing = enclosingComponent(pointer);
        return enclosing != null && component(enclosing).equals(pointer) ? enclosing : null;
    }

    /** Returns the name of the component schema that {@code pointer} lies in or is, or {@code null}. */
    static @Nullable String enclosingComponent(String pointer) {
        if (!pointer.startsWith(SCHEMAS)) {
            return null;
        }
        int end = pointer.indexOf('/', SCHEMAS.length());
        return unescape(pointer.substring(SCHEMAS.length(), end < 0 ? pointer.length() : end));
    }

    /** Returns the tokens of a pointer, unescaped. */
    static List<String> tokens(String pointer) {
        if (pointer.isEmpty()) {
            return List.of();
        }
        return List.of(pointer.substring(1).split("/", -1)).stream()
                .map(Pointers::unescape)
                .toList();
    }

    /** Returns the last token of a pointer, unescaped. */
    static String last(String pointer) {
        return unescape(pointer.substring(pointer.lastIndexOf('/') + 1));
    }

    static DeclarationId id(String pointer) {
        return new DeclarationId(pointer);
    }

    private static String unescape(String token) {
        return token.replace("~1", "/").replace("~0", "~");
    }
}
