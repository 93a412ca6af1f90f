package dev.parley.generator.resolve;

import dev.parley.generator.model.Decision;
import dev.parley.generator.model.Decision.ByPresence;
import dev.parley.generator.model.JsonKind;
import dev.parley.generator.model.Member;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells objects apart by the members that must be there, then by the kind of such a member. */
final class PresenceDecisions {

    private final TypeKinds kinds;
    private final Ambiguities ambiguities;

    PresenceDecisions(TypeKinds kinds, Ambiguities ambiguities) {
        this.kinds = kinds;
        this.ambiguities = ambiguities;
    }

    /** Returns a decision for objects of which nothing is known yet: every required member is asked for. */
    Decision asking(List<Candidate> candidates) {
        return decide(candidates, Set.of());
    }

    /**
     * Returns a decision for objects whose tags speak for every candidate. What all of them require is not asked for:
     * if it is missing, reading the value says so better.
     */
    Decision afterTags(List<Candidate> candidates, Set<String> tags) {
        Set<String> common = new LinkedHashSet<>(candidates.get(0).required());
        candidates.forEach(candidate -> common.retainAll(candidate.required()));
        common.addAll(tags);
        return decide(candidates, common);
    }

    private Decision decide(List<Candidate> candidates, Set<String> given) {
        Map<Set<String>, List<Candidate>> byQuestion = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            Set<String> question = new LinkedHashSet<>(candidate.required());
            question.removeAll(given);
            byQuestion.computeIfAbsent(question, unused -> new ArrayList<>()).add(candidate);
        }
        List<ByPresence.Branch> branches = new ArrayList<>();
        for (Set<String> question : widestFirst(byQuestion.keySet())) {
            branches.add(new ByPresence.Branch(
                    Collections.unmodifiableSet(question), byKind(byQuestion.getOrDefault(question, List.of()))));
        }
        boolean unasked = branches.size() == 1 && branches.get(0).members().isEmpty();
        return unasked ? branches.get(0).then() : new ByPresence(List.copyOf(branches));
    }

    /** Keeps the order of the document but for sets that hold all of an earlier one: these are asked for before it. */
    private static List<Set<String>> widestFirst(Set<Set<String>> questions) {
        List<Set<String>> ordered = new ArrayList<>();
        for (Set<String> question : questions) {
            int position = 0;
            while (position < ordered.size() && !question.containsAll(ordered.get(position))) {
                position++;
            }
            ordered.add(position, question);
        }
        return ordered;
    }

    private Decision byKind(List<Candidate> candidates) {
        Set<String> required = candidates.get(0).required();
        for (String name : candidates.size() == 1 ? Set.<String>of() : required) {
            Map<JsonKind, Decision> branches = branches(candidates, name);
            if (branches != null) {
                return new Decision.ByMemberKind(name, branches, null);
            }
        }
        return ambiguities.first(candidates);
    }

    /** Returns a branch for each kind of the member, or {@code null} if two candidates share a kind. */
    private @Nullable Map<JsonKind, Decision> branches(List<Candidate> candidates, String name) {
        Map<JsonKind, Decision> branches = new EnumMap<>(JsonKind.class);
        for (Candidate candidate : candidates) {
            Member member = candidate.member(name);
            for (JsonKind kind : member == null ? Set.<JsonKind>of() : kinds.of(member)) {
                if (branches.put(kind, candidate.found()) != null) {
                    return null;
                }
            }
        }
        return Collections.unmodifiableMap(branches);
    }
}
