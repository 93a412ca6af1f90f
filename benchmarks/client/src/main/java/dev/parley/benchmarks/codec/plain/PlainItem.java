package dev.parley.benchmarks.codec.plain;

import com.alibaba.fastjson2.PropertyNamingStrategy;
import com.alibaba.fastjson2.annotation.JSONType;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.parley.benchmarks.codec.plain.PlainValues.Action;
import dev.parley.benchmarks.codec.plain.PlainValues.FoundFile;
import dev.parley.benchmarks.codec.plain.PlainValues.Logs;
import dev.parley.benchmarks.codec.plain.PlainValues.Patch;
import dev.parley.benchmarks.codec.plain.PlainValues.Tool;
import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item of any of the 28 types, annotated for three libraries. It is simpler than what Parley generates: what is a choice
 * inside of an item is one record of all members, or an object of any type, since avaje-jsonb wants members of one name to
 * have one type in all items; enums are strings, and nothing is kept that is not declared.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonSubTypes({
    @JsonSubTypes.Type(value = PlainItem.Message.class, name = "message"),
    @JsonSubTypes.Type(value = PlainItem.FunctionCall.class, name = "function_call"),
    @JsonSubTypes.Type(value = PlainItem.FunctionCallOutput.class, name = "function_call_output"),
    @JsonSubTypes.Type(value = PlainItem.FileSearchCall.class, name = "file_search_call"),
    @JsonSubTypes.Type(value = PlainItem.WebSearchCall.class, name = "web_search_call"),
    @JsonSubTypes.Type(value = PlainItem.ImageGenerationCall.class, name = "image_generation_call"),
    @JsonSubTypes.Type(value = PlainItem.ComputerCall.class, name = "computer_call"),
    @JsonSubTypes.Type(value = PlainItem.ComputerCallOutput.class, name = "computer_call_output"),
    @JsonSubTypes.Type(value = PlainItem.ToolSearchCall.class, name = "tool_search_call"),
    @JsonSubTypes.Type(value = PlainItem.ToolSearchOutput.class, name = "tool_search_output"),
    @JsonSubTypes.Type(value = PlainItem.AdditionalTools.class, name = "additional_tools"),
    @JsonSubTypes.Type(value = PlainItem.Reasoning.class, name = "reasoning"),
    @JsonSubTypes.Type(value = PlainItem.Program.class, name = "program"),
    @JsonSubTypes.Type(value = PlainItem.ProgramOutput.class, name = "program_output"),
    @JsonSubTypes.Type(value = PlainItem.Compaction.class, name = "compaction"),
    @JsonSubTypes.Type(value = PlainItem.CodeInterpreterCall.class, name = "code_interpreter_call"),
    @JsonSubTypes.Type(value = PlainItem.LocalShellCall.class, name = "local_shell_call"),
    @JsonSubTypes.Type(value = PlainItem.LocalShellCallOutput.class, name = "local_shell_call_output"),
    @JsonSubTypes.Type(value = PlainItem.ShellCall.class, name = "shell_call"),
    @JsonSubTypes.Type(value = PlainItem.ShellCallOutput.class, name = "shell_call_output"),
    @JsonSubTypes.Type(value = PlainItem.ApplyPatchCall.class, name = "apply_patch_call"),
    @JsonSubTypes.Type(value = PlainItem.ApplyPatchCallOutput.class, name = "apply_patch_call_output"),
    @JsonSubTypes.Type(value = PlainItem.McpListTools.class, name = "mcp_list_tools"),
    @JsonSubTypes.Type(value = PlainItem.McpApprovalRequest.class, name = "mcp_approval_request"),
    @JsonSubTypes.Type(value = PlainItem.McpApprovalResponse.class, name = "mcp_approval_response"),
    @JsonSubTypes.Type(value = PlainItem.McpCall.class, name = "mcp_call"),
    @JsonSubTypes.Type(value = PlainItem.CustomToolCall.class, name = "custom_tool_call"),
    @JsonSubTypes.Type(value = PlainItem.CustomToolCallOutput.class, name = "custom_tool_call_output")
})
@Json(typeProperty = "type", naming = Json.Naming.LowerUnderscore)
@Json.SubType(type = PlainItem.Message.class, name = "message")
@Json.SubType(type = PlainItem.FunctionCall.class, name = "function_call")
@Json.SubType(type = PlainItem.FunctionCallOutput.class, name = "function_call_output")
@Json.SubType(type = PlainItem.FileSearchCall.class, name = "file_search_call")
@Json.SubType(type = PlainItem.WebSearchCall.class, name = "web_search_call")
@Json.SubType(type = PlainItem.ImageGenerationCall.class, name = "image_generation_call")
@Json.SubType(type = PlainItem.ComputerCall.class, name = "computer_call")
@Json.SubType(type = PlainItem.ComputerCallOutput.class, name = "computer_call_output")
@Json.SubType(type = PlainItem.ToolSearchCall.class, name = "tool_search_call")
@Json.SubType(type = PlainItem.ToolSearchOutput.class, name = "tool_search_output")
@Json.SubType(type = PlainItem.AdditionalTools.class, name = "additional_tools")
@Json.SubType(type = PlainItem.Reasoning.class, name = "reasoning")
@Json.SubType(type = PlainItem.Program.class, name = "program")
@Json.SubType(type = PlainItem.ProgramOutput.class, name = "program_output")
@Json.SubType(type = PlainItem.Compaction.class, name = "compaction")
@Json.SubType(type = PlainItem.CodeInterpreterCall.class, name = "code_interpreter_call")
@Json.SubType(type = PlainItem.LocalShellCall.class, name = "local_shell_call")
@Json.SubType(type = PlainItem.LocalShellCallOutput.class, name = "local_shell_call_output")
@Json.SubType(type = PlainItem.ShellCall.class, name = "shell_call")
@Json.SubType(type = PlainItem.ShellCallOutput.class, name = "shell_call_output")
@Json.SubType(type = PlainItem.ApplyPatchCall.class, name = "apply_patch_call")
@Json.SubType(type = PlainItem.ApplyPatchCallOutput.class, name = "apply_patch_call_output")
@Json.SubType(type = PlainItem.McpListTools.class, name = "mcp_list_tools")
@Json.SubType(type = PlainItem.McpApprovalRequest.class, name = "mcp_approval_request")
@Json.SubType(type = PlainItem.McpApprovalResponse.class, name = "mcp_approval_response")
@Json.SubType(type = PlainItem.McpCall.class, name = "mcp_call")
@Json.SubType(type = PlainItem.CustomToolCall.class, name = "custom_tool_call")
@Json.SubType(type = PlainItem.CustomToolCallOutput.class, name = "custom_tool_call_output")
@JSONType(
        typeKey = "type",
        seeAlso = {
            PlainItem.Message.class,
            PlainItem.FunctionCall.class,
            PlainItem.FunctionCallOutput.class,
            PlainItem.FileSearchCall.class,
            PlainItem.WebSearchCall.class,
            PlainItem.ImageGenerationCall.class,
            PlainItem.ComputerCall.class,
            PlainItem.ComputerCallOutput.class,
            PlainItem.ToolSearchCall.class,
            PlainItem.ToolSearchOutput.class,
            PlainItem.AdditionalTools.class,
            PlainItem.Reasoning.class,
            PlainItem.Program.class,
            PlainItem.ProgramOutput.class,
            PlainItem.Compaction.class,
            PlainItem.CodeInterpreterCall.class,
            PlainItem.LocalShellCall.class,
            PlainItem.LocalShellCallOutput.class,
            PlainItem.ShellCall.class,
            PlainItem.ShellCallOutput.class,
            PlainItem.ApplyPatchCall.class,
            PlainItem.ApplyPatchCallOutput.class,
            PlainItem.McpListTools.class,
            PlainItem.McpApprovalRequest.class,
            PlainItem.McpApprovalResponse.class,
            PlainItem.McpCall.class,
            PlainItem.CustomToolCall.class,
            PlainItem.CustomToolCallOutput.class
        })
public sealed interface PlainItem {

    /** {@code message}. */
    @JSONType(typeName = "message", naming = PropertyNamingStrategy.SnakeCase)
    record Message(
            String id,
            @Nullable String status,
            String role,
            List<PlainPart> content,
            @Nullable String phase) implements PlainItem {}

    /** {@code function_call}. */
    @JSONType(typeName = "function_call", naming = PropertyNamingStrategy.SnakeCase)
    record FunctionCall(
            String id,
            @Nullable String status,
            Object arguments,
            String callId,
            String name,
            @Nullable Object caller,
            @Nullable String namespace,
            @Nullable String createdBy)
            implements PlainItem {}

    /** {@code function_call_output}. */
    @JSONType(typeName = "function_call_output", naming = PropertyNamingStrategy.SnakeCase)
    record FunctionCallOutput(
            String id,
            @Nullable String status,
            String callId,
            Object output,
            @Nullable Object caller,
            @Nullable String name,
            @Nullable String namespace,
            @Nullable String createdBy)
            implements PlainItem {}

    /** {@code file_search_call}. */
    @JSONType(typeName = "file_search_call", naming = PropertyNamingStrategy.SnakeCase)
    record FileSearchCall(
            String id,
            String status,
            List<String> queries,
            @Nullable List<FoundFile> results) implements PlainItem {}

    /** {@code web_search_call}. */
    @JSONType(typeName = "web_search_call", naming = PropertyNamingStrategy.SnakeCase)
    record WebSearchCall(String id, String status, Action action) implements PlainItem {}

    /** {@code image_generation_call}. */
    @JSONType(typeName = "image_generation_call", naming = PropertyNamingStrategy.SnakeCase)
    record ImageGenerationCall(
            String id, @Nullable String status, @Nullable String result) implements PlainItem {}

    /** {@code computer_call}. */
    @JSONType(typeName = "computer_call", naming = PropertyNamingStrategy.SnakeCase)
    record ComputerCall(
            String id,
            String status,
            @Nullable Action action,
            @Nullable List<Action> actions,
            String callId,
            List<Object> pendingSafetyChecks)
            implements PlainItem {}

    /** {@code computer_call_output}. */
    @JSONType(typeName = "computer_call_output", naming = PropertyNamingStrategy.SnakeCase)
    record ComputerCallOutput(
            String id,
            String status,
            String callId,
            Object output,
            @Nullable List<Object> acknowledgedSafetyChecks,
            @Nullable String createdBy)
            implements PlainItem {}

    /** {@code tool_search_call}. */
    @JSONType(typeName = "tool_search_call", naming = PropertyNamingStrategy.SnakeCase)
    record ToolSearchCall(
            String id,
            String status,
            @Nullable Object arguments,
            @Nullable String callId,
            String execution,
            @Nullable String createdBy)
            implements PlainItem {}

    /** {@code tool_search_output}. */
    @JSONType(typeName = "tool_search_output", naming = PropertyNamingStrategy.SnakeCase)
    record ToolSearchOutput(
            String id,
            String status,
            @Nullable String callId,
            String execution,
            List<Tool> tools,
            @Nullable String createdBy)
            implements PlainItem {}

    /** {@code additional_tools}. */
    @JSONType(typeName = "additional_tools", naming = PropertyNamingStrategy.SnakeCase)
    record AdditionalTools(String id, String role, List<Tool> tools) implements PlainItem {}

    /** {@code reasoning}. */
    @JSONType(typeName = "reasoning", naming = PropertyNamingStrategy.SnakeCase)
    record Reasoning(
            String id,
            List<PlainPart> summary,
            @Nullable String encryptedContent,
            @Nullable List<PlainPart> content,
            @Nullable String status)
            implements PlainItem {}

    /** {@code program}. */
    @JSONType(typeName = "program", naming = PropertyNamingStrategy.SnakeCase)
    record Program(String id, String callId, String code, String fingerprint) implements PlainItem {}

    /** {@code program_output}. */
    @JSONType(typeName = "program_output", naming = PropertyNamingStrategy.SnakeCase)
    record ProgramOutput(String id, String status, String callId, String result) implements PlainItem {}

    /** {@code compaction}. */
    @JSONType(typeName = "compaction", naming = PropertyNamingStrategy.SnakeCase)
    record Compaction(
            String id, String encryptedContent, @Nullable String createdBy) implements PlainItem {}

    /** {@code code_interpreter_call}. */
    @JSONType(typeName = "code_interpreter_call", naming = PropertyNamingStrategy.SnakeCase)
    record CodeInterpreterCall(
            String id,
            String status,
            @Nullable String code,
            String containerId,
            @Nullable List<Logs> outputs) implements PlainItem {}

    /** {@code local_shell_call}. */
    @JSONType(typeName = "local_shell_call", naming = PropertyNamingStrategy.SnakeCase)
    record LocalShellCall(String id, String status, Action action, String callId) implements PlainItem {}

    /** {@code local_shell_call_output}. */
    @JSONType(typeName = "local_shell_call_output", naming = PropertyNamingStrategy.SnakeCase)
    record LocalShellCallOutput(
            String id, @Nullable String status, @Nullable String callId, Object output) implements PlainItem {}

    /** {@code shell_call}. */
    @JSONType(typeName = "shell_call", naming = PropertyNamingStrategy.SnakeCase)
    record ShellCall(
            String id,
            String status,
            Action action,
            String callId,
            @Nullable Object environment,
            @Nullable Object caller,
            @Nullable String createdBy)
            implements PlainItem {}

    /** {@code shell_call_output}. */
    @JSONType(typeName = "shell_call_output", naming = PropertyNamingStrategy.SnakeCase)
    record ShellCallOutput(
            String id,
            String status,
            String callId,
            @Nullable Long maxOutputLength,
            Object output,
            @Nullable Object caller,
            @Nullable String createdBy)
            implements PlainItem {}

    /** {@code apply_patch_call}. */
    @JSONType(typeName = "apply_patch_call", naming = PropertyNamingStrategy.SnakeCase)
    record ApplyPatchCall(
            String id,
            String status,
            String callId,
            Patch operation,
            @Nullable Object caller,
            @Nullable String createdBy)
            implements PlainItem {}

    /** {@code apply_patch_call_output}. */
    @JSONType(typeName = "apply_patch_call_output", naming = PropertyNamingStrategy.SnakeCase)
    record ApplyPatchCallOutput(
            String id,
            String status,
            String callId,
            @Nullable Object output,
            @Nullable Object caller,
            @Nullable String createdBy)
            implements PlainItem {}

    /** {@code mcp_list_tools}. */
    @JSONType(typeName = "mcp_list_tools", naming = PropertyNamingStrategy.SnakeCase)
    record McpListTools(
            String id,
            String serverLabel,
            List<Tool> tools,
            @Nullable Object error) implements PlainItem {}

    /** {@code mcp_approval_request}. */
    @JSONType(typeName = "mcp_approval_request", naming = PropertyNamingStrategy.SnakeCase)
    record McpApprovalRequest(String id, Object arguments, String name, String serverLabel) implements PlainItem {}

    /** {@code mcp_approval_response}. */
    @JSONType(typeName = "mcp_approval_response", naming = PropertyNamingStrategy.SnakeCase)
    record McpApprovalResponse(
            String id,
            String approvalRequestId,
            boolean approve,
            @Nullable String reason) implements PlainItem {}

    /** {@code mcp_call}. */
    @JSONType(typeName = "mcp_call", naming = PropertyNamingStrategy.SnakeCase)
    record McpCall(
            String id,
            @Nullable String approvalRequestId,
            Object arguments,
            @Nullable Object error,
            String name,
            @Nullable Object output,
            String serverLabel,
            @Nullable String status)
            implements PlainItem {}

    /** {@code custom_tool_call}. */
    @JSONType(typeName = "custom_tool_call", naming = PropertyNamingStrategy.SnakeCase)
    record CustomToolCall(
            @Nullable String id,
            String callId,
            String input,
            String name,
            @Nullable Object caller,
            @Nullable String namespace)
            implements PlainItem {}

    /** {@code custom_tool_call_output}. */
    @JSONType(typeName = "custom_tool_call_output", naming = PropertyNamingStrategy.SnakeCase)
    record CustomToolCallOutput(
            @Nullable String id,
            String callId,
            Object output,
            @Nullable Object caller) implements PlainItem {}
}
