package dev.parley.conformance.report;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why a cell of the report has nothing to show. */
final class NotApplicable {

    private static final Set<String> SEQUENCES =
            Set.of("conversations.items.list", "responses.create", "responses.retrieve", "responses.input_items.list");

    private static final String UNKNOWN = Matrix.UNKNOWN_TYPE;

    private static final Set<String> WITHOUT_STATUS = Set.of(
            "additional_tools",
            "program",
            "compaction",
            "mcp_list_tools",
            "mcp_approval_request",
            "mcp_approval_response",
            "custom_tool_call",
            "custom_tool_call_output",
            UNKNOWN);

    private static final Set<String> WITHOUT_RECORDING = Set.of(
            "function_call",
            "tool_search_call",
            "tool_search_output",
            "additional_tools",
            "program",
            "program_output",
            "local_shell_call",
            "local_shell_call_output",
            "shell_call",
            "shell_call_output",
            "custom_tool_call",
            "custom_tool_call_output",
            UNKNOWN);

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
            case ITEM_STATUS -> WITHOUT_STATUS.contains(row) ? "it has no status" : null;
            case ITEM_PRESENCE -> row.equals(UNKNOWN) ? "it is kept as it came: it has no members to know of" : null;
            case ITEM_RECORDING -> WITHOUT_RECORDING.contains(row) ? "no real item of the type is at hand" : null;
            case ITEM_REMOVED -> row.equals(UNKNOWN) ? "no document has it, so that none can be without it" : null;
            default -> null;
        };
    }
}
