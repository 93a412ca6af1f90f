package dev.parley.generator.resolve;

import dev.parley.generator.model.Decision;
import dev.parley.generator.model.JsonKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells objects apart by the kinds of their members. Each kind leads to the candidates that can have it; what stays
 * together is asked about another member, until none tells.
 *
 * <p>A candidate does not describe every member, so that members that it leaves out tell nothing about it.
 */
final class KindDecisions {

    /** How many candidates may be looked at for one union: no document makes a tree of any size. */
    private static final int ROOM = 1_000_000;

    private static final int ROOM_OF_A_QUESTION = 5_000;

    private final Ambiguities ambiguities;
    private int room = ROOM;

    KindDecisions(Ambiguities ambiguities) {
        this.ambiguities = ambiguities;
    }

    /** What holds for candidates that are left when a member is of a kind that no likely one can have. */
    interface Rest {
        Decision of(List<CandidateKinds> candidates);
    }

    /**
     * Returns the decision between {@code likely}, which has at least one.
     *
     * @param others candidates that a value may be of if a member contradicts all likely ones
     * @param asked names of members that are known already
     */
    Decision between(List<CandidateKinds> likely, List<CandidateKinds> others, Set<String> asked, Rest rest) {
        return between(likely, others, new Known(asked, Map.of()), rest);
    }

    private Decision between(List<CandidateKinds> likely, List<CandidateKinds> others, Known known, Rest rest) {
        String member = question(likely, others, known.asked());
        if (member == null || room <= 0) {
            return ambiguities.first(
                    likely.stream().map(CandidateKinds::candidate).toList(), known.kinds());
        }
        room -= ROOM_OF_A_QUESTION;
        Narrowed nothing = narrowed(likely, others, one -> one.fitsNothing(member));
        Decision otherwise = decide(nothing, known.and(member, null), rest);
        Map<JsonKind, Decision> branches = new EnumMap<>(JsonKind.class);
        for (JsonKind kind : JsonKind.values()) {
            Narrowed left = narrowed(likely, others, one -> one.fits(member, kind));
            Decision then = left.equals(nothing) ? null : decide(left, known.and(member, kind), rest);
            if (then != null) {
                branches.put(kind, then);
            }
        }
        Set<Decision> outcomes = new LinkedHashSet<>(branches.values());
        if (otherwise != null) {
            outcomes.add(otherwise);
        }
        return outcomes.size() == 1
                ? outcomes.iterator().next()
                : new Decision.ByMemberKind(member, Collections.unmodifiableMap(branches), otherwise);
    }

    private @Nullable Decision decide(Narrowed left, Known known, Rest rest) {
        if (!left.likely().isEmpty()) {
            return between(left.likely(), left.others(), known, rest);
        }
        return left.others().isEmpty() ? null : rest.of(left.others());
    }

    private static Narrowed narrowed(
            List<CandidateKinds> likely, List<CandidateKinds> others, Predicate<CandidateKinds> fits) {
        return new Narrowed(
                likely.stream().filter(fits).toList(),
                others.stream().filter(fits).toList());
    }

    /** Returns the member to ask about: that which leaves the fewest together, or {@code null} if none tells. */
    private @Nullable String question(List<CandidateKinds> likely, List<CandidateKinds> others, Set<String> asked) {
        if (likely.size() == 1 && others.isEmpty()) {
            return null;
        }
        String best = null;
        int fewest = Integer.MAX_VALUE;
        for (String name : names(likely)) {
            room -= likely.size() + others.size();
            int most = asked.contains(name) || room <= 0 ? Integer.MAX_VALUE : together(likely, others, name);
            if (most < fewest) {
                best = name;
                fewest = most;
            }
        }
        return best;
    }

    /** Returns the members that one must have first, then, if there is more than one, those that several may have. */
    private static Set<String> names(List<CandidateKinds> likely) {
        Set<String> names = new LinkedHashSet<>();
        likely.forEach(one -> names.addAll(one.required()));
        Set<String> seen = new LinkedHashSet<>();
        likely.forEach(
                one -> one.named().stream().filter(name -> !seen.add(name)).forEach(names::add));
        return names;
    }

    /** Returns how many likely candidates a kind of the member leaves at most, very many if it does not tell. */
    private static int together(List<CandidateKinds> likely, List<CandidateKinds> others, String name) {
        int most = count(likely, one -> one.fitsNothing(name));
        boolean tells = most > 0 && most < likely.size();
        boolean expected = likely.stream().allMatch(one -> one.required().contains(name));
        for (JsonKind kind : JsonKind.values()) {
            int left = count(likely, one -> one.fits(name, kind));
            most = Math.max(most, left);
            tells |= left > 0 && left < likely.size();
            tells |= left == 0 && expected && count(others, one -> one.fits(name, kind)) > 0;
        }
        return tells ? most : Integer.MAX_VALUE;
    }

    private static int count(List<CandidateKinds> candidates, Predicate<CandidateKinds> fits) {
        return (int) candidates.stream().filter(fits).count();
    }

    /**
     * What is known of the members of a value.
     *
     * @param asked the names that need not be asked for
     * @param kinds the kinds of those that are there
     */
    private record Known(Set<String> asked, Map<String, JsonKind> kinds) {

        Known and(String member, @Nullable JsonKind kind) {
            Set<String> names = new LinkedHashSet<>(asked);
            names.add(member);
            Map<String, JsonKind> found = new LinkedHashMap<>(kinds);
            if (kind != null) {
                found.put(member, kind);
            }
            return new Known(names, found);
        }
    }

    private record Narrowed(List<CandidateKinds> likely, List<CandidateKinds> others) {}
}
