package dev.parley.conformance.strict;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is known to differ between the documents and what servers and official clients send. Each has its evidence, that
 * of {@code observed.yaml} in a word; {@code RecordingValidityTest} fails for one that nothing shows any more. What only
 * other servers do is excused in fixtures and nowhere else: the test kit has to do better.
 */
public final class KnownDeviations {

    /**
     * One of them.
     *
     * @param finding what a {@link Finding} that it explains says, a regular expression that is looked for
     * @param evidence what shows that real servers or clients do so
     */
    public record Deviation(Pattern finding, String evidence) {}

    private static final List<Deviation> ALL = List.of(
            deviation(
                    "required property 'call_id' not found \\[LocalShellToolCallOutput\\]",
                    "Required and not described. The official Java client has no such member, nor does its Node client."),
            deviation(
                    "required property 'request_id' not found \\[MCPApprovalResponse(Resource)?\\]",
                    "Required and not described. Recorded item mcp_approval_response--openai-dotnet-req-1 has none."),
            deviation(
                    "required property 'detail' not found \\[InputImageContent\\]",
                    "Recorded items message--openai-dotnet-req-3, -7, -10 and message--agent-framework-req-1."),
            deviation(
                    "required property '(annotations|logprobs)' not found \\[OutputTextContent\\]",
                    "Recorded items message--openai-dotnet-req-5 (no logprobs) and -8 (neither), taken by the server."),
            deviation(
                    "required property '(id|status)' not found \\[OutputMessage\\]",
                    "Recorded item message--openai-dotnet-req-5: an answer sent back as history has neither."),
            deviation(
                    "required property 'result' not found \\[ImageGenToolCall\\]",
                    "openai-dotnet, ResponsesToolTests/ImageGenToolStreaming.json: an item just added."),
            deviation(
                    "required property 'status' not found \\[ImageGenToolCall\\]",
                    "openai-openapi 575: an id is enough of an image that is sent back."),
            deviation(
                    "required property 'action' not found \\[WebSearchToolCall\\]",
                    "async-openai 548 and vercel/ai 12706 quote such items, one of them completed."),
            deviation(
                    "required property 'status' not found \\[(Message|FunctionToolCall(Output)?Resource)\\]",
                    "llama-stack, openai_responses.py: there is none unless the client gave one."),
            deviation(
                    "required property 'url' not found \\[WebSearchActionFind\\]",
                    "openai-python 3788 quotes such an item."),
            deviation(
                    "required property 'id' not found \\[ReasoningItem\\]",
                    "vercel/ai 12869 and openai-agents-python 1709: encrypted reasoning that is sent back."),
            deviation(
                    "required property 'outputs' not found \\[CodeInterpreterToolCall\\]",
                    "openai-python 2396: refused when it was sent back."),
            deviation(
                    "(required property 'env' not found|/env: null found, object expected) \\[LocalShellExecAction\\]",
                    "openai/codex and vercel/ai read and send the action without it."),
            deviation(
                    "required property '(strict|parameters)' not found \\[FunctionTool\\]",
                    "The official document's own example Functions of POST /responses has no strict."),
            deviation(
                    "required property 'environment' not found \\[FunctionShellCall\\]",
                    "The design of the project lists such an item; see observed.yaml."),
            deviation(
                    "/sources/\\d+(/type)?: (required property 'url' not found|.*\\[\"url\"\\]) \\[WebSearchActionSearch\\]",
                    "Recorded item web_search_call--openai-dotnet-2, its last source: type api and a name."),
            deviation(
                    "/(first|last)_id: null found, string expected \\[(Conversation|Response)ItemList\\]",
                    "A page without items has no first and no last one; compatible servers send null: observed.yaml."),
            deviation(
                    "/user: null found, string expected \\[ModelResponseProperties\\]",
                    "28 of the official document's own examples of responses have it."),
            deviation(
                    "/usage: null found, object expected \\[ResponseUsage\\]",
                    "16 of the official document's own examples have it, those of responses that are not at their end."),
            deviation(
                    "/status: .* \\[ComputerToolCallOutput\\]",
                    "The resource adds the status failed, and is also a ComputerToolCallOutput, which has no such one."),
            deviation(
                    "(DELETE|POST) /v1/responses/[^/]+(/cancel)? -> 404: body: (required property '.*' not found \\[Error\\]|the document names no member 'error')",
                    "Everywhere else an error stands in a member error; so it does in all five recorded refusals."),
            deviation(
                    "(body|/response): the document names no member 'store'",
                    "Documents name it in requests; it is in the official document's own examples of responses."),
            deviation(
                    "event \\d+: the document names no member 'obfuscation'",
                    "The prose of stream_options describes it, the schemas of the events do not."),
            deviation(
                    "official, GET .*: query before: the operation has no such parameter",
                    "Documented clients send it and compatible servers take it: extensions.yaml."),
            deviation(
                    "official, .*/error: object found, \\[string, null\\] expected \\[MCPListTools\\]",
                    "openai-openapi 531 quotes such an error: extensions.yaml."),
            deviation(
                    "official, .*/content/\\d+/type: .*\"input_text\", \"input_image\", \"input_file\"\\] \\[InputContent\\]",
                    "Recorded items of clients have output_text there, and servers take it: extensions.yaml."),
            deviation(
                    "official, GET /v1/responses/.*: header (accept|content-type): .*'text/event-stream'",
                    "The official document says in prose that stream and starting_after make events of the answer."));

    private static final List<Deviation> OF_OTHER_SERVERS = List.of(
            deviation(
                    "required property '(first_id|last_id)' not found \\[ConversationItemList\\]",
                    "stdapi.ai 231: an empty page has neither."),
            deviation(
                    "required property '(has_more|first_id|last_id)' not found \\[ResponseItemList\\]",
                    "llama-stack, openai_responses.py: the input of a response is object and data alone."),
            deviation(
                    "(required property '(output|model|created_at)' not found|/output: null found, array expected)"
                            + " \\[Response\\]",
                    "rig 1825 and rust-genai 236 (no output), llama.cpp (its first events have none of them)."),
            deviation(
                    "required property '(tools|tool_choice|parallel_tool_calls|metadata|temperature|top_p|instructions"
                            + "|incomplete_details)' not found \\[Response\\]",
                    "llama.cpp, LM Studio (rig 1021) and aimock have none of them."),
            deviation(
                    "/(tools|tool_choice|parallel_tool_calls): .*null found.* expected",
                    "llama-stack, openai_responses.py: what the client did not give may be null."),
            deviation(
                    "required property 'error' not found \\[Response\\]",
                    "vLLM, entrypoints/openai/responses/protocol.py: no such member."),
            deviation(
                    "(/error: required property 'code' not found|/error/code: null found, string expected)"
                            + " \\[ResponseError(Code)?\\]",
                    "vercel/ai 20022 has null in an event; tests of gateways have failures without a code."),
            deviation(
                    "(required property '(in|out)put_tokens_details' not found"
                            + "|/(in|out)put_tokens_details: null found, object expected) \\[ResponseUsage\\]",
                    "vscode-unify-chat-provider 277, CLIProxyAPI 4985, llama.cpp."),
            deviation(
                    "required property '(cached|cache_write|reasoning)_tokens' not found \\[ResponseUsage\\]",
                    "openai-dotnet, session records of 2025; opencode2api 11, CodexPlusPlus 1908."),
            deviation(
                    "event \\d+: required property 'sequence_number' not found",
                    "The official document's own example Streaming of POST /responses; llama.cpp, aimock, litellm 28899."),
            deviation(
                    "event \\d+: required property '((output|content|summary|annotation)_index|item_id)' not found",
                    "lemonade 3607 quotes events of llama.cpp without them."),
            deviation(
                    "event \\d+: required property 'name' not found \\[ResponseFunctionCallArgumentsDoneEvent\\]",
                    "openai-dotnet, ResponsesToolTests/FunctionToolStreamingWorks.json."),
            deviation(
                    "event \\d+: required property 'logprobs' not found \\[ResponseText(Delta|Done)Event\\]",
                    "semantic-kernel, test data of OpenAIResponseAgentTests.cs; the official document's own example."),
            deviation(
                    "event \\d+: required property 'response_id' not found",
                    "Required and not described: three events of spoken output."),
            deviation(
                    "event \\d+: (required property '(code|message|param)' not found \\[ResponseErrorEvent\\]"
                            + "|the document names no member 'error')",
                    "openai-dotnet 881 and vercel/ai 20022: the three stand in a member error."));

    private static final Set<Deviation> USED = ConcurrentHashMap.newKeySet();

    private KnownDeviations() {}

    private static Deviation deviation(String finding, String evidence) {
        return new Deviation(Pattern.compile(finding), evidence);
    }

    /** Whether something that was found is known; it counts as shown from then on. */
    static boolean explain(Finding finding) {
        return explain(finding, ALL);
    }

    /** Whether something that was found in a fixture is known of other servers; it counts as shown from then on. */
    static boolean explainOfOtherServers(Finding finding) {
        return explain(finding, OF_OTHER_SERVERS);
    }

    private static boolean explain(Finding finding, List<Deviation> known) {
        String text = finding.toString();
        List<Deviation> found = new ArrayList<>(known);
        found.removeIf(deviation -> !deviation.finding().matcher(text).find());
        USED.addAll(found);
        return !found.isEmpty();
    }

    static List<Deviation> all() {
        return ALL;
    }

    /** Those that nothing has shown so far. */
    static List<Deviation> unused() {
        return Stream.concat(ALL.stream(), OF_OTHER_SERVERS.stream())
                .filter(deviation -> !USED.contains(deviation))
                .toList();
    }
}
