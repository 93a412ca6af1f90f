package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.Decision;
import dev.parley.generator.model.DeclarationId;
import java.util.List;
import java.util.stream.Collectors;

/** Settles what nothing in a value decides, and says so. */
final class Ambiguities {

    private final DeclarationId union;
    private final Diagnostics diagnostics;

    Ambiguities(DeclarationId union, Diagnostics diagnostics) {
        this.union = union;
        this.diagnostics = diagnostics;
    }

    /** Returns the first declared of the candidates; reports the others if there are any. */
    Decision first(List<Candidate> candidates) {
        if (candidates.size() > 1) {
            diagnostics.note(
                    "ambiguous-union",
                    union.pointer(),
                    "Some values fit "
                            + candidates.stream().map(Candidate::pointer).collect(Collectors.joining(" and "))
                            + " alike, so the first of these in the document is read",
                    "Give each a required constant with a value of its own, or put first what should be read");
        }
        return candidates.get(0).found();
    }
}
