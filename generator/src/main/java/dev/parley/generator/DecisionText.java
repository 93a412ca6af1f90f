package dev.parley.generator;

import dev.parley.generator.model.Decision;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says in words which questions a decision tree asks, each question once, outer ones first. */
final class DecisionText {

    private final Set<String> questions = new LinkedHashSet<>();

    private DecisionText() {}

    /** Returns the questions of a tree, such as {@code tag 'type', then tag 'role'}. */
    static String of(Decision decision) {
        DecisionText text = new DecisionText();
        text.add(decision);
        return text.questions.isEmpty() ? "its only variant" : String.join(", then ", text.questions);
    }

    private void add(@Nullable Decision decision) {
        if (decision instanceof Decision.ByKind byKind) {
            questions.add("JSON kind");
            byKind.branches().values().forEach(this::add);
        } else if (decision instanceof Decision.ByTag byTag) {
            questions.add("tag '" + byTag.member() + "'");
            byTag.values().values().forEach(this::add);
            add(byTag.absent());
            add(byTag.otherwise());
        } else if (decision instanceof Decision.ByMemberKind byMemberKind) {
            questions.add("JSON kind of '" + byMemberKind.member() + "'");
            byMemberKind.branches().values().forEach(this::add);
            add(byMemberKind.otherwise());
        } else if (decision instanceof Decision.ByPresence byPresence) {
            questions.add("members present");
            byPresence.branches().forEach(branch -> add(branch.then()));
        }
    }
}
