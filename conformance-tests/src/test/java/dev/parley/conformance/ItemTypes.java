package dev.parley.conformance;

import static java.util.Map.entry;

import dev.parley.openai.model.AdditionalTools;
import dev.parley.openai.model.ApplyPatchToolCall;
import dev.parley.openai.model.ApplyPatchToolCallOutput;
import dev.parley.openai.model.CodeInterpreterToolCall;
import dev.parley.openai.model.CompactionBody;
import dev.parley.openai.model.ComputerToolCall;
import dev.parley.openai.model.ComputerToolCallOutputResource;
import dev.parley.openai.model.ConversationItem;
import dev.parley.openai.model.CustomToolCall;
import dev.parley.openai.model.CustomToolCallOutput;
import dev.parley.openai.model.FileSearchToolCall;
import dev.parley.openai.model.FunctionShellCall;
import dev.parley.openai.model.FunctionShellCallOutput;
import dev.parley.openai.model.FunctionToolCallOutputResource;
import dev.parley.openai.model.FunctionToolCallResource;
import dev.parley.openai.model.ImageGenToolCall;
import dev.parley.openai.model.LocalShellToolCall;
import dev.parley.openai.model.LocalShellToolCallOutput;
import dev.parley.openai.model.MCPApprovalRequest;
import dev.parley.openai.model.MCPApprovalResponseResource;
import dev.parley.openai.model.MCPListTools;
import dev.parley.openai.model.MCPToolCall;
import dev.parley.openai.model.Message;
import dev.parley.openai.model.Program;
import dev.parley.openai.model.ProgramOutput;
import dev.parley.openai.model.ReasoningItem;
import dev.parley.openai.model.ToolSearchCall;
import dev.parley.openai.model.ToolSearchOutput;
import dev.parley.openai.model.WebSearchToolCall;
import java.util.Map;

/** The 28 item types of a conversation by their values on the wire. */
public final class ItemTypes {

    public static final Map<String, Class<? extends ConversationItem>> BY_WIRE_VALUE = Map.ofEntries(
            entry("message", Message.class),
            entry("function_call", FunctionToolCallResource.class),
            entry("function_call_output", FunctionToolCallOutputResource.class),
            entry("file_search_call", FileSearchToolCall.class),
            entry("web_search_call", WebSearchToolCall.class),
            entry("image_generation_call", ImageGenToolCall.class),
            entry("computer_call", ComputerToolCall.class),
            entry("computer_call_output", ComputerToolCallOutputResource.class),
            entry("tool_search_call", ToolSearchCall.class),
            entry("tool_search_output", ToolSearchOutput.class),
            entry("additional_tools", AdditionalTools.class),
            entry("reasoning", ReasoningItem.class),
            entry("program", Program.class),
            entry("program_output", ProgramOutput.class),
            entry("compaction", CompactionBody.class),
            entry("code_interpreter_call", CodeInterpreterToolCall.class),
            entry("local_shell_call", LocalShellToolCall.class),
            entry("local_shell_call_output", LocalShellToolCallOutput.class),
            entry("shell_call", FunctionShellCall.class),
            entry("shell_call_output", FunctionShellCallOutput.class),
            entry("apply_patch_call", ApplyPatchToolCall.class),
            entry("apply_patch_call_output", ApplyPatchToolCallOutput.class),
            entry("mcp_list_tools", MCPListTools.class),
            entry("mcp_approval_request", MCPApprovalRequest.class),
            entry("mcp_approval_response", MCPApprovalResponseResource.class),
            entry("mcp_call", MCPToolCall.class),
            entry("custom_tool_call", CustomToolCall.class),
            entry("custom_tool_call_output", CustomToolCallOutput.class));

    private ItemTypes() {}
}
