package dev.parley.generator.resolve;

import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Knows the unions that a declaration is a variant of, in the order of the document. */
final class Memberships {

    private final Map<DeclarationId, List<DeclarationId>> unions = new LinkedHashMap<>();

    /** Reads the unions in the given order. */
    Memberships(List<Draft.OfUnion> inOrder) {
        for (Draft.OfUnion union : inOrder) {
            for (Variant variant : union.variants()) {
                if (variant instanceof Variant.Record record) {
                    add(record.id(), union.id());
                } else if (variant instanceof Variant.Union inner) {
                    add(inner.id(), union.id());
                }
            }
        }
    }

    private void add(DeclarationId member, DeclarationId union) {
        List<DeclarationId> list = unions.computeIfAbsent(member, unused -> new ArrayList<>());
        if (!list.contains(union)) {
            list.add(union);
        }
    }

    /** Returns the unions that declare {@code id} as a variant. */
    List<DeclarationId> of(DeclarationId id) {
        return unions.getOrDefault(id, List.of());
    }
}
