package dev.parley.generator.resolve;

import dev.parley.generator.model.Decision;
import dev.parley.generator.model.Decision.ByPresence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells objects apart by the members that must be there, then by the kinds of members.
 *
 * <p>That such a member is there speaks for a candidate unless it is of a kind that this one does not allow and a later
 * one does.
 */
final class PresenceDecisions {

    private final TypeKinds kinds;
    private final KindDecisions byKind;

    PresenceDecisions(TypeKinds kinds, Ambiguities ambiguities) {
        this.kinds = kinds;
        this.byKind = new KindDecisions(ambiguities);
    }

    /** Returns a decision for objects of which no member but {@code tags} is known: every required one is asked for. */
    Decision asking(List<Candidate> candidates, Set<String> tags) {
        return decide(described(candidates), Set.of(), tags);
    }

    /**
     * Returns a decision for objects whose tags speak for every candidate. What all of them require is not asked for:
     * if it is missing, reading the value says so better.
     */
    Decision afterTags(List<Candidate> candidates, Set<String> tags) {
        Set<String> common = new LinkedHashSet<>(candidates.get(0).required());
        candidates.forEach(candidate -> common.retainAll(candidate.required()));
        common.addAll(tags);
        return decide(described(candidates), common, tags);
    }

    private List<CandidateKinds> described(List<Candidate> candidates) {
        return candidates.stream()
                .map(candidate -> new CandidateKinds(candidate, kinds))
                .toList();
    }

    private Decision decide(List<CandidateKinds> candidates, Set<String> given, Set<String> tags) {
        Map<Question, List<CandidateKinds>> byQuestion = new LinkedHashMap<>();
        for (CandidateKinds candidate : candidates) {
            Set<String> members = new LinkedHashSet<>(candidate.required());
            members.removeAll(given);
            byQuestion
                    .computeIfAbsent(new Question(members, candidate.isMap()), unused -> new ArrayList<>())
                    .add(candidate);
        }
        List<Question> questions = widestFirst(byQuestion.keySet());
        List<ByPresence.Branch> branches = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            List<CandidateKinds> others = new ArrayList<>();
            questions
                    .subList(i + 1, questions.size())
                    .forEach(later -> byQuestion.getOrDefault(later, List.of()).stream()
                            .filter(one -> one.describes(question.members()))
                            .forEach(others::add));
            Set<String> known = new LinkedHashSet<>(given);
            known.addAll(question.members());
            Decision then = byKind.between(
                    byQuestion.getOrDefault(question, List.of()), others, tags, left -> decide(left, known, tags));
            branches.add(new ByPresence.Branch(Collections.unmodifiableSet(question.members()), then));
            if (question.members().isEmpty()) {
                break; // holds always
            }
        }
        boolean unasked = branches.size() == 1 && branches.get(0).members().isEmpty();
        return unasked ? branches.get(0).then() : new ByPresence(List.copyOf(branches));
    }

    /**
     * Keeps the order of the document but for sets that hold all of an earlier one: these are asked for before it. Maps
     * come last.
     */
    private static List<Question> widestFirst(Set<Question> questions) {
        List<Question> ordered = new ArrayList<>();
        for (Question question : questions) {
            int position = 0;
            while (position < ordered.size() && !question.isBefore(ordered.get(position))) {
                position++;
            }
            ordered.add(position, question);
        }
        return ordered;
    }

    /**
     * What is asked.
     *
     * @param members the names that must be there
     * @param map whether it is asked for maps, which take what no record fits
     */
    private record Question(Set<String> members, boolean map) {

        boolean isBefore(Question other) {
            return !map && (other.map || members.containsAll(other.members));
        }
    }
}
