package dev.parley.conformance.sdk;

import static dev.parley.conformance.sdk.ResponseCreatePairs.create;

import com.openai.core.JsonValue;
import com.openai.models.responses.FileSearchTool;
import com.openai.models.responses.FunctionTool;
import com.openai.models.responses.ResponseFormatTextJsonSchemaConfig;
import com.openai.models.responses.ResponseTextConfig;
import com.openai.models.responses.Tool;
import com.openai.models.responses.ToolChoiceFunction;
import com.openai.models.responses.ToolChoiceMcp;
import com.openai.models.responses.ToolChoiceOptions;
import com.openai.models.responses.WebSearchTool;
import dev.parley.openai.model.CustomToolParam;
import dev.parley.openai.model.LocalShellToolParam;
import dev.parley.openai.model.MCPTool;
import dev.parley.openai.model.Reasoning;
import dev.parley.openai.model.ResponseFormatJsonSchema;
import dev.parley.openai.model.ResponseTextSettings;
import dev.parley.openai.model.ToolChoiceMCP;
import dev.parley.runtime.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Tools, the choice of them, reasoning and the format of text in the body of {@code responses.create}. */
final class ResponseToolPairs {

    private ResponseToolPairs() {}

    static Stream<CallPair> all() {
        return Stream.of(tools(), choices(), texts()).flatMap(calls -> calls);
    }

    private static Stream<CallPair> tools() {
        return Stream.of(
                create("tools none", r -> r.tools(List.of()), b -> b.tools(List.of())),
                create(
                        "tool function",
                        r -> r.addTool(dev.parley.openai.model.FunctionTool.builder()
                                .name("weather")
                                .description("Tells it.")
                                .parameters(JsonObject.of("type", "object"))
                                .strict(true)
                                .build()),
                        b -> b.addTool(FunctionTool.builder()
                                .name("weather")
                                .description("Tells it.")
                                .parameters(FunctionTool.Parameters.builder()
                                        .putAdditionalProperty("type", JsonValue.from("object"))
                                        .build())
                                .strict(true)
                                .build())),
                create(
                        "tool file_search",
                        r -> r.addTool(dev.parley.openai.model.FileSearchTool.builder()
                                .addVectorStoreId("vs_1")
                                .maxNumResults(2L)
                                .build()),
                        b -> b.addTool(FileSearchTool.builder()
                                .addVectorStoreId("vs_1")
                                .maxNumResults(2)
                                .build())),
                create(
                        "tool web_search",
                        r -> r.addTool(dev.parley.openai.model.WebSearchTool.builder()
                                .type("web_search")
                                .searchContextSize("low")
                                .build()),
                        b -> b.addTool(WebSearchTool.builder()
                                .type(WebSearchTool.Type.WEB_SEARCH)
                                .searchContextSize(WebSearchTool.SearchContextSize.LOW)
                                .build())),
                create(
                        "tool mcp",
                        r -> r.addTool(MCPTool.builder()
                                .serverLabel("l")
                                .serverUrl("https://example.com/mcp")
                                .headers(Map.of("x-a", "1"))
                                .requireApproval("never")
                                .build()),
                        b -> b.addTool(Tool.Mcp.builder()
                                .serverLabel("l")
                                .serverUrl("https://example.com/mcp")
                                .headers(Tool.Mcp.Headers.builder()
                                        .putAdditionalProperty("x-a", JsonValue.from("1"))
                                        .build())
                                .requireApproval(Tool.Mcp.RequireApproval.McpToolApprovalSetting.NEVER)
                                .build())),
                create(
                        "tool custom",
                        r -> r.addTool(CustomToolParam.builder().name("c").build()),
                        b -> b.addCustomTool("c")),
                create(
                        "tool local_shell",
                        r -> r.addTool(LocalShellToolParam.builder().build()),
                        b -> b.addToolLocalShell()));
    }

    private static Stream<CallPair> choices() {
        return Stream.of(
                create("tool_choice none", r -> r.toolChoice("none"), b -> b.toolChoice(ToolChoiceOptions.NONE)),
                create(
                        "tool_choice required",
                        r -> r.toolChoice("required"),
                        b -> b.toolChoice(ToolChoiceOptions.REQUIRED)),
                create(
                        "tool_choice function",
                        r -> r.toolChoice(dev.parley.openai.model.ToolChoiceFunction.builder()
                                .name("weather")
                                .build()),
                        b -> b.toolChoice(
                                ToolChoiceFunction.builder().name("weather").build())),
                create(
                        "tool_choice mcp",
                        r -> r.toolChoice(
                                ToolChoiceMCP.builder().serverLabel("l").build()),
                        b -> b.toolChoice(
                                ToolChoiceMcp.builder().serverLabel("l").build())));
    }

    private static Stream<CallPair> texts() {
        return Stream.of(
                create(
                        "reasoning",
                        r -> r.reasoning(Reasoning.builder()
                                .effort("high")
                                .summary("auto")
                                .build()),
                        b -> b.reasoning(com.openai.models.Reasoning.builder()
                                .effort(com.openai.models.ReasoningEffort.HIGH)
                                .summary(com.openai.models.Reasoning.Summary.AUTO)
                                .build())),
                create(
                        "text verbosity",
                        r -> r.text(
                                ResponseTextSettings.builder().verbosity("low").build()),
                        b -> b.text(ResponseTextConfig.builder()
                                .verbosity(ResponseTextConfig.Verbosity.LOW)
                                .build())),
                create(
                        "text json_schema",
                        r -> r.text(ResponseTextSettings.builder()
                                .format(ResponseFormatJsonSchema.builder()
                                        .name("n")
                                        .schema(JsonObject.of("type", "object"))
                                        .strict(true)
                                        .build())
                                .build()),
                        b -> b.text(ResponseTextConfig.builder()
                                .format(ResponseFormatTextJsonSchemaConfig.builder()
                                        .name("n")
                                        .schema(ResponseFormatTextJsonSchemaConfig.Schema.builder()
                                                .putAdditionalProperty("type", JsonValue.from("object"))
                                                .build())
                                        .strict(true)
                                        .build())
                                .build())));
    }
}
