package dev.parley.benchmarks.codec.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One item of each of the 28 types, in the shape of the fixtures; {@code #} stands for an identifier. */
final class ItemTexts {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<String> TEXTS = List.of(
            """
            {"type": "message", "id": "msg_#", "status": "completed", "role": "assistant", "content": [{"type":
            "output_text", "annotations": [], "logprobs": [], "text": "The museum opens at ten and closes at six. On Sundays it opens at noon."}]}""",
            """
            {"type": "function_call", "id": "fc_#", "status": "completed", "arguments": "{\\"city\\":\\"Bergen\\"}",
            "call_id": "call_#", "name": "get_forecast"}""",
            """
            {"type": "function_call_output", "id": "fco_#", "status": "completed", "call_id": "call_#",
            "output": "{\\"low\\":-4,\\"high\\":2,\\"sky\\":\\"sleet\\"}"}""",
            """
            {"type": "file_search_call", "id": "fs_#", "status": "completed", "queries": ["warranty period"],
            "results": [{"file_id": "file_#", "filename": "terms.pdf", "score": 0.875, "text": "The warranty runs for two years from the day of delivery.",
            "attributes": {"year": "2026"}}]}""",
            """
            {"type": "web_search_call", "id": "ws_#", "status": "completed", "action": {"type": "search", "queries":
            ["ferry Kiel Oslo timetable"], "query": "ferry Kiel Oslo timetable"}}""",
            """
            {"type": "image_generation_call", "id": "ig_#", "status": "completed",
            "result": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="}""",
            """
            {"type": "computer_call", "id": "cu_#", "status": "completed", "action": {"type": "click", "button": "left",
            "x": 410, "y": 96}, "call_id": "call_#", "pending_safety_checks": []}""",
            """
            {"type": "computer_call_output", "id": "cuo_#", "status": "completed", "call_id": "call_#", "output":
            {"type": "computer_screenshot", "image_url": "https://example.com/shots/410.png"}}""",
            """
            {"type": "tool_search_call", "id": "tsc_#", "status": "completed", "arguments": {"paths": ["maps.*"]},
            "call_id": null, "execution": "server"}""",
            """
            {"type": "tool_search_output", "id": "tso_#", "status": "completed", "call_id": null, "execution": "server",
            "tools": [{"type": "function", "name": "find_route", "description": "Finds the shortest route between two places.", "parameters": {"type":
            "object", "properties": {"to": {"type": "string"}}}, "strict": true}]}""",
            """
            {"type": "additional_tools", "id": "at_#", "role": "developer", "tools": [{"type": "function", "name":
            "find_berth", "description": "Finds a free berth in a harbour for tonight.", "parameters": {"type": "object", "properties": {"harbour":
            {"type": "string"}}}, "strict": true}]}""",
            """
            {"type": "reasoning", "id": "rs_#", "summary": [{"type": "summary_text", "text": "Compares the ferries to Oslo by price and by the time of day, and leaves out those with a stop."}]}""",
            """
            {"type": "program", "id": "cm_#", "call_id": "call_#", "code": "const days = await forecast({days: 3});\\nreturn days.length;\\n",
            "fingerprint": "fp_24baf2ae3dbad787"}""",
            """
            {"type": "program_output", "id": "cmo_#", "status": "completed", "call_id": "call_#", "result": "2"}""",
            """
            {"type": "compaction", "id": "cmp_#", "encrypted_content": "gAAAAABotze4LUESLKXl66oBWKBm7aAxsc9-eelzliffhmmTiJdIjKF1AWlfSRI6lJfoL37gWkTr2vtVYpanXDI_IQKkIbc3uC1BEiyl5euqAVigZu2gMbHPfn"}""",
            """
            {"type": "code_interpreter_call", "id": "ci_#", "status": "completed", "code": "sum(range(1, 101))",
            "container_id": "cntr_#", "outputs": [{"type": "logs", "logs": "5050"}]}""",
            """
            {"type": "local_shell_call", "id": "lsh_#", "status": "completed", "action": {"type": "exec", "command":
            ["git", "status"], "env": {}}, "call_id": "call_#"}""",
            """
            {"type": "local_shell_call_output", "id": "lsho_#", "status": "completed", "call_id": "call_#",
            "output": "{\\"stdout\\":\\" M README.md\\\\n\\"}"}""",
            """
            {"type": "shell_call", "id": "sh_#", "status": "completed", "action": {"commands": ["du -sh /var/log"],
            "max_output_length": 4096, "timeout_ms": null}, "call_id": "call_#", "environment": null}""",
            """
            {"type": "shell_call_output", "id": "sho_#", "status": "completed", "call_id": "call_#",
            "max_output_length": 4096, "output": [{"outcome": {"type": "exit", "exit_code": 0}, "stderr": "",
            "stdout": "84M\\t/var/log\\n"}]}""",
            """
            {"type": "apply_patch_call", "id": "apc_#", "status": "completed", "call_id": "call_#", "operation": {"type":
            "update_file", "diff": "@@\\n-timeout = 3\\n+timeout = 30\\n", "path": "conf/app.toml"}}""",
            """
            {"type": "apply_patch_call_output", "id": "apco_#", "status": "completed", "call_id": "call_#",
            "output": "Patched conf/app.toml"}""",
            """
            {"type": "mcp_list_tools", "id": "mcpl_#", "server_label": "library", "tools": [{"annotations": null,
            "description": "Finds books by title or author.", "input_schema": {"type": "object", "properties": {"q": {"type": "string"}}},
            "name": "find_books"}]}""",
            """
            {"type": "mcp_approval_request", "id": "mcpr_#", "arguments": "{\\"isbn\\":\\"9788202123457\\"}",
            "name": "reserve_book", "server_label": "library"}""",
            """
            {"type": "mcp_approval_response", "id": "mcpa_#", "approval_request_id": "mcpr_#", "approve": true,
            "reason": null}""",
            """
            {"type": "mcp_call", "id": "mcp_#", "approval_request_id": null, "arguments": "{\\"q\\":\\"lighthouses\\"}",
            "error": null, "name": "find_books", "output": "[{\\"title\\":\\"To the Lighthouse\\",\\"shelf\\":12}]", "server_label": "library"}""",
            """
            {"type": "custom_tool_call", "id": "ctc_#", "call_id": "call_#", "input": "SELECT count(*) FROM loans WHERE due < now()",
            "name": "run_sql"}""",
            """
            {"type": "custom_tool_call_output", "id": "ctco_#", "call_id": "call_#", "output": "17"}""");

    private static final Map<String, String> BY_TYPE = byType();

    private ItemTexts() {}

    /** Returns all types, in an order that never changes. */
    static List<String> types() {
        return List.copyOf(BY_TYPE.keySet());
    }

    /**
     * Returns an item.
     *
     * @param type one of {@link #types()}
     * @param number makes the identifiers in it
     */
    static ObjectNode item(String type, int number) {
        long bits = (number + 1) * 0x9E3779B97F4A7C15L;
        String id = String.format(Locale.ROOT, "%016x%016x%016x", bits, bits ^ 0x5DEECE66DL, Long.reverse(bits));
        return (ObjectNode) JSON.readTree(BY_TYPE.get(type).replace("#", id));
    }

    private static Map<String, String> byType() {
        Map<String, String> byType = new LinkedHashMap<>();
        for (String text : TEXTS) {
            byType.put(JSON.readTree(text).get("type").asString(), text);
        }
        return byType;
    }
}
