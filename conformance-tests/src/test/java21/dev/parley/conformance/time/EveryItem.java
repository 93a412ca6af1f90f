package dev.parley.conformance.time;

import dev.parley.openai.model.AdditionalTools;
import dev.parley.openai.model.ApplyPatchToolCall;
import dev.parley.openai.model.ApplyPatchToolCallOutput;
import dev.parley.openai.model.CodeInterpreterToolCall;
import dev.parley.openai.model.CompactionBody;
import dev.parley.openai.model.ComputerToolCall;
import dev.parley.openai.model.ComputerToolCallOutputResource;
import dev.parley.openai.model.ConversationItem;
import dev.parley.openai.model.ConversationItemList;
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
import dev.parley.openai.model.MessageRole;
import dev.parley.openai.model.Program;
import dev.parley.openai.model.ProgramOutput;
import dev.parley.openai.model.ReasoningItem;
import dev.parley.openai.model.Tool;
import dev.parley.openai.model.ToolSearchCall;
import dev.parley.openai.model.ToolSearchOutput;
import dev.parley.openai.model.WebSearchToolCall;
import dev.parley.runtime.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A switch over the items of a conversation as a user of JDK 21 writes it: no default, so that the compiler names what a
 * newer client has more. {@code ExhaustiveSwitchTest} takes one case after the other away.
 */
final class EveryItem {

    private EveryItem() {}

    static String described(ConversationItem any) {
        return switch (any) {
            case Message(var id, var status, MessageRole role, List<Message.Content> content, var phase, var more) ->
                    role.value() + " says " + content.size() + " things";
            case FunctionToolCallResource item -> item.type();
            case FunctionToolCallOutputResource item -> item.type();
            case FileSearchToolCall item -> item.type();
            case WebSearchToolCall item -> item.type();
            case ImageGenToolCall item -> item.type();
            case ComputerToolCall item -> item.type();
            case ComputerToolCallOutputResource item -> item.type();
            case ToolSearchCall item -> item.type();
            case ToolSearchOutput item -> item.type();
            case AdditionalTools(var id, var role, List<Tool> tools, var more) -> tools.size() + " tools";
            case ReasoningItem item -> item.type();
            case Program(var id, var call, String code, var fingerprint, var more) -> "program of " + code.length();
            case ProgramOutput(var id, var call, String result, var status, var more) -> "result of " + result.length();
            case CompactionBody(var id, String content, var by, var more) -> "compacted to " + content.length();
            case CodeInterpreterToolCall item -> item.type();
            case LocalShellToolCall item -> item.type();
            case LocalShellToolCallOutput item -> item.type();
            case FunctionShellCall item -> item.type();
            case FunctionShellCallOutput item -> item.type();
            case ApplyPatchToolCall item -> item.type();
            case ApplyPatchToolCallOutput item -> item.type();
            case MCPListTools item -> item.type();
            case MCPApprovalRequest item -> item.type();
            case MCPApprovalResponseResource item -> item.type();
            case MCPToolCall item -> item.type();
            case CustomToolCall item -> item.type();
            case CustomToolCallOutput item -> item.type();
            case ConversationItem.Unknown(String type, JsonValue json, var problem) -> "not known: " + type;
        };
    }

    /** Prints a line for each item of the page in a file. */
    public static void main(String[] arguments) throws IOException {
        ConversationItemList page = ConversationItemList.fromJson(Files.readString(Path.of(arguments[0])));
        page.data().forEach(item -> System.out.println(described(item)));
    }
}
