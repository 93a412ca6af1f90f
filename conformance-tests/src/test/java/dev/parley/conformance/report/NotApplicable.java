package dev.parley.conformance.report;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why a cell of the report has nothing to show. */
final class NotApplicable {

    private static final Set<String> SEQUENCES =
            Set.of("conversations.items.list", "responses.create", "responses.retrieve", "responses.input_items.list");

    private NotApplicable() {}

    static @Nullable String reason(String row, Check check) {
        return switch (check) {
            case OPERATION_SEQUENCE ->
                SEQUENCES.contains(row) ? null : "its answer is one value, neither a page nor a stream of events";
            case OPERATION_RECORDING ->
                row.startsWith("responses.") || row.equals("conversations.items.delete")
                        ? "no real exchange of it is at hand that could be replayed"
                        : null;
            case OPERATION_VECTOR ->
                row.startsWith("responses.") && !row.equals("responses.create")
                        ? "the vectors of the Node client have no call of it"
                        : null;
            default -> null;
        };
    }
}
