package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.Decision;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.JsonKind;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Settles what nothing in a value decides, and says so. */
final class Ambiguities {

    private static final int MOST_COMPARED = 50;

    private final Holding holding;
    private final DeclarationId union;
    private final Diagnostics diagnostics;

    Ambiguities(Drafts drafts, DeclarationId union, Diagnostics diagnostics) {
        this.holding = new Holding(drafts);
        this.union = union;
        this.diagnostics = diagnostics;
    }

    /**
     * Returns the first of the candidates that can hold every value of the others, or the first if none can. Reports the
     * others if there are any.
     *
     * @param kinds the kinds of members that are known
     */
    Decision first(List<Candidate> candidates, Map<String, JsonKind> kinds) {
        if (candidates.size() == 1) {
            return candidates.get(0).found();
        }
        Candidate chosen = candidates.stream()
                .limit(MOST_COMPARED)
                .filter(one -> candidates.stream().allMatch(other -> holding.holds(one, other, kinds)))
                .findFirst()
                .orElse(candidates.get(0));
        boolean first = chosen.equals(candidates.get(0));
        diagnostics.note(
                "ambiguous-union",
                union.pointer(),
                "Some values fit "
                        + candidates.stream().map(Candidate::pointer).collect(Collectors.joining(" and "))
                        + " alike, so "
                        + (first
                                ? "the first of these in the document is read"
                                : chosen.pointer() + " is read, which can hold them all"),
                "Give each a required constant with a value of its own, or put first what should be read");
        return chosen.found();
    }
}
