package dev.parley.conformance.strict;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What is known to differ between the documents and what servers and official clients send. Each has its evidence;
 * {@code RecordingValidityTest} fails for one that nothing shows any more.
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
                    "required property 'action' not found \\[WebSearchToolCall\\]",
                    "The design of the project lists such an item; see observed.yaml."),
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
                    "official, GET /v1/responses/.*: header (accept|content-type): .*'text/event-stream'",
                    "The official document says in prose that stream and starting_after make events of the answer."));

    private static final Set<Deviation> USED = ConcurrentHashMap.newKeySet();

    private KnownDeviations() {}

    private static Deviation deviation(String finding, String evidence) {
        return new Deviation(Pattern.compile(finding), evidence);
    }

    /** Whether something that was found is known; it counts as shown from then on. */
    static boolean explain(Finding finding) {
        String text = finding.toString();
        List<Deviation> found = new ArrayList<>(ALL);
        found.removeIf(deviation -> !deviation.finding().matcher(text).find());
        USED.addAll(found);
        return !found.isEmpty();
    }

    static List<Deviation> all() {
        return ALL;
    }

    /** Those that nothing has shown so far. */
    static List<Deviation> unused() {
        return ALL.stream().filter(deviation -> !USED.contains(deviation)).toList();
    }
}
