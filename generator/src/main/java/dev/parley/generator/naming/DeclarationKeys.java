package dev.parley.generator.naming;

import dev.parley.generator.model.Declaration;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.UnionDeclaration;
import dev.parley.generator.model.Variant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What declarations are called in a lock: their places, where a branch is known by its name and not by its position, so
 * that a branch put before it changes nothing.
 */
final class DeclarationKeys {

    private static final String BRANCH = "/(oneOf|anyOf|allOf|prefixItems)/\\d+";

    private final Map<DeclarationId, String> keys = new HashMap<>();
    private final Set<String> living = new HashSet<>();

    DeclarationKeys(List<Declaration> declarations) {
        for (Declaration declaration : declarations) {
            String key = unique(key(declaration));
            keys.put(declaration.id(), key);
            if (declaration instanceof UnionDeclaration union) {
                union.variants().stream()
                        .filter(Variant.Wrapper.class::isInstance)
                        .map(variant -> wrapper(union.id(), (Variant.Wrapper) variant))
                        .forEach(living::add);
            }
        }
    }

    /** Returns the key of a declaration. */
    String of(DeclarationId id) {
        String key = keys.get(id);
        return key == null ? id.pointer() : key;
    }

    /** Returns the key of a wrapper that a union declares. */
    String wrapper(DeclarationId union, Variant.Wrapper wrapper) {
        return of(union) + " " + wrapper.name().text();
    }

    /** Returns all keys. */
    Set<String> living() {
        return living;
    }

    private static String key(Declaration declaration) {
        String pointer = declaration.id().pointer();
        String place = pointer.replaceAll(BRANCH, "/$1/*");
        return place.equals(pointer)
                ? pointer
                : place + " " + declaration.name().text();
    }

    private String unique(String key) {
        String unique = key;
        for (int number = 2; !living.add(unique); number++) {
            unique = key + " " + number;
        }
        return unique;
    }
}
