package dev.parley.conformance.report;

import dev.parley.conformance.report.Evidence.Outcome;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What was shown of one row by one check.
 *
 * @param row the operation's name or the item type's tag
 * @param check the column
 * @param shown the proofs that held, sorted, each once
 * @param failed the proofs that did not
 * @param skipped the proofs that could not be made on this machine
 */
record Cell(String row, Check check, List<String> shown, List<String> failed, List<String> skipped) {

    /** What a cell says at a glance; each has a sign of its own, so that no colour is needed to tell them apart. */
    enum State {
        /** Everything held. */
        SHOWN("✓"),
        /** Something did not. */
        FAILED("✗"),
        /** What it takes is not on this machine. */
        SKIPPED("○"),
        /** There is nothing to show, for a reason. */
        NOT_APPLICABLE("–"),
        /** Nothing was shown, and there is no reason for that. */
        MISSING("?");

        private final String sign;

        State(String sign) {
            this.sign = sign;
        }
    }

    static Cell of(String row, Check check, Collection<Evidence> evidence) {
        return new Cell(
                row,
                check,
                proofs(evidence, Outcome.SHOWN),
                proofs(evidence, Outcome.FAILED),
                proofs(evidence, Outcome.SKIPPED));
    }

    State state() {
        if (!failed.isEmpty()) {
            return State.FAILED;
        }
        if (!shown.isEmpty()) {
            return State.SHOWN;
        }
        if (!skipped.isEmpty()) {
            return State.SKIPPED;
        }
        return reason().isPresent() ? State.NOT_APPLICABLE : State.MISSING;
    }

    /** Why nothing is shown, if that is so on purpose. */
    Optional<String> reason() {
        return Optional.ofNullable(NotApplicable.reason(row, check));
    }

    /** The sign and, where proofs were made, how many held; of failures, how many did not. */
    String text() {
        return switch (state()) {
            case SHOWN -> State.SHOWN.sign + " " + shown.size();
            case FAILED -> State.FAILED.sign + " " + failed.size() + " of " + (failed.size() + shown.size());
            case SKIPPED, NOT_APPLICABLE, MISSING -> state().sign;
        };
    }

    private static List<String> proofs(Collection<Evidence> evidence, Outcome outcome) {
        return evidence.stream()
                .filter(each -> each.outcome() == outcome)
                .map(Evidence::proof)
                .distinct()
                .sorted()
                .toList();
    }
}
