package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.Decision;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.JsonKind;
import dev.parley.generator.model.Variant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes how the variant of a value is found: by its JSON kind first; objects are told apart by {@link
 * ObjectDecisions}.
 */
final class UnionDecisions {

    private final Drafts drafts;
    private final Diagnostics diagnostics;

    UnionDecisions(Drafts drafts, Diagnostics diagnostics) {
        this.drafts = drafts;
        this.diagnostics = diagnostics;
    }

    /** Returns the decision of a union, down to the variants of the unions nested in it. */
    Decision of(Draft.OfUnion union) {
        Ambiguities ambiguities = new Ambiguities(drafts, union.id(), diagnostics);
        Map<JsonKind, List<Candidate>> byKind = new EnumMap<>(JsonKind.class);
        for (Candidate candidate : candidates(union)) {
            byKind.computeIfAbsent(kind(candidate), unused -> new ArrayList<>()).add(candidate);
        }
        Map<JsonKind, Decision> branches = new LinkedHashMap<>();
        byKind.forEach((kind, candidates) -> branches.put(
                kind,
                kind == JsonKind.OBJECT
                        ? new ObjectDecisions(drafts, union.discriminator(), ambiguities).of(candidates)
                        : ambiguities.first(candidates, Map.of())));
        Decision objects = branches.get(JsonKind.OBJECT);
        return branches.size() == 1 && objects != null
                ? objects
                : new Decision.ByKind(Collections.unmodifiableMap(branches));
    }

    /** Returns whether every value of the union is a JSON object. */
    boolean onlyObjects(Draft.OfUnion union) {
        return candidates(union).stream().allMatch(candidate -> kind(candidate) == JsonKind.OBJECT);
    }

    /** Returns the variants of a union and of those nested in it, in the order of the document, each record once. */
    List<Candidate> candidates(Draft.OfUnion union) {
        List<Candidate> all = new ArrayList<>();
        collect(union, List.of(), all);
        Map<Object, Candidate> distinct = new LinkedHashMap<>();
        all.forEach(candidate -> distinct.putIfAbsent(
                candidate.record() == null ? candidate : candidate.record().id(), candidate));
        return List.copyOf(distinct.values());
    }

    private void collect(Draft.OfUnion union, List<DeclarationId> around, List<Candidate> into) {
        if (around.contains(union.id())) {
            return; // reported as a cycle already
        }
        List<DeclarationId> path = new ArrayList<>(around);
        path.add(union.id());
        for (int i = 0; i < union.variants().size(); i++) {
            Variant variant = union.variants().get(i);
            if (variant instanceof Variant.Union inner) {
                Draft.OfUnion nested = drafts.union(inner.id());
                if (nested != null) {
                    collect(nested, path, into);
                }
            } else {
                Draft.OfRecord record = variant instanceof Variant.Record of ? drafts.record(of.id()) : null;
                into.add(new Candidate(List.copyOf(path), i, variant, record));
            }
        }
    }

    private static JsonKind kind(Candidate candidate) {
        return candidate.variant() instanceof Variant.Wrapper wrapper ? wrapper.kind() : JsonKind.OBJECT;
    }
}
