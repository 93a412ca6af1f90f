package dev.parley.testkit;

import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import java.util.Arrays;
import java.util.List;

/** The item types that the service knows: how their identifiers begin, what an input must say, what is filled in. */
enum ItemKind {
    MESSAGE("message", "msg", Status.FILLED, List.of("role", "content")),
    FUNCTION_CALL("function_call", "fc", Status.FILLED, List.of("call_id", "name", "arguments")),
    FUNCTION_CALL_OUTPUT("function_call_output", "fc", Status.FILLED, List.of("call_id", "output")),
    FILE_SEARCH_CALL("file_search_call", "fs", Status.FILLED, List.of("queries"), "results"),
    WEB_SEARCH_CALL("web_search_call", "ws", Status.FILLED, List.of("action")),
    IMAGE_GENERATION_CALL("image_generation_call", "ig", Status.FILLED, List.of("result")),
    COMPUTER_CALL("computer_call", "cu", Status.FILLED, List.of("call_id", "pending_safety_checks")),
    COMPUTER_CALL_OUTPUT("computer_call_output", "cuo", Status.FILLED, List.of("call_id", "output")),
    TOOL_SEARCH_CALL("tool_search_call", "tsc", Status.FILLED, List.of("arguments"), "call_id"),
    TOOL_SEARCH_OUTPUT("tool_search_output", "tso", Status.FILLED, List.of("tools"), "call_id"),
    ADDITIONAL_TOOLS("additional_tools", "at", Status.AS_SENT, List.of("role", "tools")),
    REASONING("reasoning", "rs", Status.AS_SENT, List.of("summary")),
    PROGRAM("program", "cm", Status.AS_SENT, List.of("call_id", "code", "fingerprint")),
    PROGRAM_OUTPUT("program_output", "cmo", Status.FILLED, List.of("call_id", "result")),
    COMPACTION("compaction", "cmp", Status.AS_SENT, List.of("encrypted_content")),
    CODE_INTERPRETER_CALL("code_interpreter_call", "ci", Status.FILLED, List.of("container_id", "code"), "outputs"),
    LOCAL_SHELL_CALL("local_shell_call", "lsh", Status.FILLED, List.of("call_id", "action")),
    LOCAL_SHELL_CALL_OUTPUT("local_shell_call_output", "lsho", Status.AS_SENT, List.of("output")),
    SHELL_CALL("shell_call", "sh", Status.FILLED, List.of("call_id", "action"), "environment"),
    SHELL_CALL_OUTPUT("shell_call_output", "sho", Status.FILLED, List.of("call_id", "output"), "max_output_length"),
    APPLY_PATCH_CALL("apply_patch_call", "apc", Status.FILLED, List.of("call_id", "operation")),
    APPLY_PATCH_CALL_OUTPUT("apply_patch_call_output", "apco", Status.FILLED, List.of("call_id")),
    MCP_LIST_TOOLS("mcp_list_tools", "mcpl", Status.AS_SENT, List.of("server_label", "tools")),
    MCP_APPROVAL_REQUEST("mcp_approval_request", "mcpr", Status.AS_SENT, List.of("server_label", "name", "arguments")),
    MCP_APPROVAL_RESPONSE("mcp_approval_response", "mcpa", Status.AS_SENT, List.of("approval_request_id", "approve")),
    MCP_CALL(
            "mcp_call",
            "mcp",
            Status.AS_SENT,
            List.of("server_label", "name", "arguments"),
            "approval_request_id",
            "error",
            "output"),
    CUSTOM_TOOL_CALL("custom_tool_call", "ctc", Status.AS_SENT, List.of("call_id", "name", "input")),
    CUSTOM_TOOL_CALL_OUTPUT("custom_tool_call_output", "ctco", Status.AS_SENT, List.of("call_id", "output")),
    /** A type that this server has never heard of: a team's own, or one newer than this server. */
    OTHER("", "item", Status.AS_SENT, List.of());

    private enum Status {
        FILLED,
        AS_SENT
    }

    private final String type;
    private final String idPrefix;
    private final Status status;
    private final List<String> required;
    private final List<String> nullByDefault;

    ItemKind(String type, String idPrefix, Status status, List<String> required, String... nullByDefault) {
        this.type = type;
        this.idPrefix = idPrefix;
        this.status = status;
        this.required = required;
        this.nullByDefault = List.of(nullByDefault);
    }

    /** The kind of a stored item. */
    static ItemKind of(JsonObject item) {
        return item.get("type") instanceof JsonString type ? of(type.value()) : OTHER;
    }

    /** The kind of items of that type. */
    static ItemKind of(String type) {
        return Arrays.stream(values())
                .filter(kind -> kind.type.equals(type))
                .findFirst()
                .orElse(OTHER);
    }

    /** How identifiers of such items begin, without the underscore. */
    String idPrefix() {
        return idPrefix;
    }

    /** Whether the service calls an item completed when the input says nothing about its status. */
    boolean fillsStatus() {
        return status == Status.FILLED;
    }

    /** The members that an input item must have besides its type. */
    List<String> required() {
        return required;
    }

    /** The members that the service answers as null when the input does not have them. */
    List<String> nullByDefault() {
        return nullByDefault;
    }
}
