package dev.parley.conformance.time;

import dev.parley.openai.model.ComputerScreenshotContent;
import dev.parley.openai.model.InputFileContent;
import dev.parley.openai.model.InputImageContent;
import dev.parley.openai.model.InputTextContent;
import dev.parley.openai.model.Message;
import dev.parley.openai.model.MessageRole;
import dev.parley.openai.model.OutputMessage;
import dev.parley.openai.model.OutputTextContent;
import dev.parley.openai.model.ReasoningTextContent;
import dev.parley.openai.model.RefusalContent;
import dev.parley.openai.model.ResponseAudioDeltaEvent;
import dev.parley.openai.model.ResponseAudioDoneEvent;
import dev.parley.openai.model.ResponseAudioTranscriptDeltaEvent;
import dev.parley.openai.model.ResponseAudioTranscriptDoneEvent;
import dev.parley.openai.model.ResponseCodeInterpreterCallCodeDeltaEvent;
import dev.parley.openai.model.ResponseCodeInterpreterCallCodeDoneEvent;
import dev.parley.openai.model.ResponseCodeInterpreterCallCompletedEvent;
import dev.parley.openai.model.ResponseCodeInterpreterCallInProgressEvent;
import dev.parley.openai.model.ResponseCodeInterpreterCallInterpretingEvent;
import dev.parley.openai.model.ResponseCompletedEvent;
import dev.parley.openai.model.ResponseContentPartAddedEvent;
import dev.parley.openai.model.ResponseContentPartDoneEvent;
import dev.parley.openai.model.ResponseCreatedEvent;
import dev.parley.openai.model.ResponseCustomToolCallInputDeltaEvent;
import dev.parley.openai.model.ResponseCustomToolCallInputDoneEvent;
import dev.parley.openai.model.ResponseErrorEvent;
import dev.parley.openai.model.ResponseFailedEvent;
import dev.parley.openai.model.ResponseFileSearchCallCompletedEvent;
import dev.parley.openai.model.ResponseFileSearchCallInProgressEvent;
import dev.parley.openai.model.ResponseFileSearchCallSearchingEvent;
import dev.parley.openai.model.ResponseFunctionCallArgumentsDeltaEvent;
import dev.parley.openai.model.ResponseFunctionCallArgumentsDoneEvent;
import dev.parley.openai.model.ResponseImageGenCallCompletedEvent;
import dev.parley.openai.model.ResponseImageGenCallGeneratingEvent;
import dev.parley.openai.model.ResponseImageGenCallInProgressEvent;
import dev.parley.openai.model.ResponseImageGenCallPartialImageEvent;
import dev.parley.openai.model.ResponseInProgressEvent;
import dev.parley.openai.model.ResponseIncompleteEvent;
import dev.parley.openai.model.ResponseMCPCallArgumentsDeltaEvent;
import dev.parley.openai.model.ResponseMCPCallArgumentsDoneEvent;
import dev.parley.openai.model.ResponseMCPCallCompletedEvent;
import dev.parley.openai.model.ResponseMCPCallFailedEvent;
import dev.parley.openai.model.ResponseMCPCallInProgressEvent;
import dev.parley.openai.model.ResponseMCPListToolsCompletedEvent;
import dev.parley.openai.model.ResponseMCPListToolsFailedEvent;
import dev.parley.openai.model.ResponseMCPListToolsInProgressEvent;
import dev.parley.openai.model.ResponseOutputItemAddedEvent;
import dev.parley.openai.model.ResponseOutputItemDoneEvent;
import dev.parley.openai.model.ResponseOutputTextAnnotationAddedEvent;
import dev.parley.openai.model.ResponseQueuedEvent;
import dev.parley.openai.model.ResponseReasoningSummaryPartAddedEvent;
import dev.parley.openai.model.ResponseReasoningSummaryPartDoneEvent;
import dev.parley.openai.model.ResponseReasoningSummaryTextDeltaEvent;
import dev.parley.openai.model.ResponseReasoningSummaryTextDoneEvent;
import dev.parley.openai.model.ResponseReasoningTextDeltaEvent;
import dev.parley.openai.model.ResponseReasoningTextDoneEvent;
import dev.parley.openai.model.ResponseRefusalDeltaEvent;
import dev.parley.openai.model.ResponseRefusalDoneEvent;
import dev.parley.openai.model.ResponseShellCallCommandAddedEvent;
import dev.parley.openai.model.ResponseShellCallCommandDeltaEvent;
import dev.parley.openai.model.ResponseShellCallCommandDoneEvent;
import dev.parley.openai.model.ResponseShellCallOutputContentDeltaEvent;
import dev.parley.openai.model.ResponseShellCallOutputContentDoneEvent;
import dev.parley.openai.model.ResponseStreamEvent;
import dev.parley.openai.model.ResponseTextDeltaEvent;
import dev.parley.openai.model.ResponseTextDoneEvent;
import dev.parley.openai.model.ResponseWebSearchCallCompletedEvent;
import dev.parley.openai.model.ResponseWebSearchCallInProgressEvent;
import dev.parley.openai.model.ResponseWebSearchCallSearchingEvent;
import dev.parley.openai.model.SummaryTextContent;
import dev.parley.openai.model.TextContent;

/** Switches without a default over other sealed types: an inner union, the events of a stream, an open enum. */
final class EveryVariant {

    private EveryVariant() {}

    static String described(Message.Content any) {
        return switch (any) {
            case InputTextContent content -> content.type();
            case OutputTextContent content -> content.type();
            case TextContent(String text, var more) -> text;
            case SummaryTextContent(String text, var more) -> text;
            case ReasoningTextContent(String text, var more) -> text;
            case RefusalContent(String refusal, var more) -> refusal;
            case InputImageContent content -> content.type();
            case ComputerScreenshotContent content -> content.type();
            case InputFileContent content -> content.type();
            case Message.Content.Unknown(String type, var json, var problem) -> "unknown " + type;
        };
    }

    static String described(ResponseStreamEvent any) {
        return switch (any) {
            case ResponseAudioDeltaEvent event -> event.type();
            case ResponseAudioDoneEvent event -> event.type();
            case ResponseAudioTranscriptDeltaEvent event -> event.type();
            case ResponseAudioTranscriptDoneEvent event -> event.type();
            case ResponseCodeInterpreterCallCodeDeltaEvent event -> event.type();
            case ResponseCodeInterpreterCallCodeDoneEvent event -> event.type();
            case ResponseCodeInterpreterCallCompletedEvent event -> event.type();
            case ResponseCodeInterpreterCallInProgressEvent event -> event.type();
            case ResponseCodeInterpreterCallInterpretingEvent event -> event.type();
            case ResponseCompletedEvent event -> event.type();
            case ResponseContentPartAddedEvent event -> event.type();
            case ResponseContentPartDoneEvent event -> event.type();
            case ResponseCreatedEvent event -> event.type();
            case ResponseErrorEvent event -> event.type();
            case ResponseFileSearchCallCompletedEvent event -> event.type();
            case ResponseFileSearchCallInProgressEvent event -> event.type();
            case ResponseFileSearchCallSearchingEvent event -> event.type();
            case ResponseFunctionCallArgumentsDeltaEvent event -> event.type();
            case ResponseFunctionCallArgumentsDoneEvent event -> event.type();
            case ResponseShellCallCommandAddedEvent event -> event.type();
            case ResponseShellCallCommandDeltaEvent event -> event.type();
            case ResponseShellCallCommandDoneEvent event -> event.type();
            case ResponseShellCallOutputContentDeltaEvent event -> event.type();
            case ResponseShellCallOutputContentDoneEvent event -> event.type();
            case ResponseInProgressEvent event -> event.type();
            case ResponseFailedEvent event -> event.type();
            case ResponseIncompleteEvent event -> event.type();
            case ResponseOutputItemAddedEvent event -> event.type();
            case ResponseOutputItemDoneEvent(var at, var number, OutputMessage message, var more) -> message.type();
            case ResponseOutputItemDoneEvent event -> event.type();
            case ResponseReasoningSummaryPartAddedEvent event -> event.type();
            case ResponseReasoningSummaryPartDoneEvent event -> event.type();
            case ResponseReasoningSummaryTextDeltaEvent event -> event.type();
            case ResponseReasoningSummaryTextDoneEvent event -> event.type();
            case ResponseReasoningTextDeltaEvent event -> event.type();
            case ResponseReasoningTextDoneEvent event -> event.type();
            case ResponseRefusalDeltaEvent event -> event.type();
            case ResponseRefusalDoneEvent event -> event.type();
            case ResponseTextDeltaEvent event -> event.type();
            case ResponseTextDoneEvent event -> event.type();
            case ResponseWebSearchCallCompletedEvent event -> event.type();
            case ResponseWebSearchCallInProgressEvent event -> event.type();
            case ResponseWebSearchCallSearchingEvent event -> event.type();
            case ResponseImageGenCallCompletedEvent event -> event.type();
            case ResponseImageGenCallGeneratingEvent event -> event.type();
            case ResponseImageGenCallInProgressEvent event -> event.type();
            case ResponseImageGenCallPartialImageEvent event -> event.type();
            case ResponseMCPCallArgumentsDeltaEvent event -> event.type();
            case ResponseMCPCallArgumentsDoneEvent event -> event.type();
            case ResponseMCPCallCompletedEvent event -> event.type();
            case ResponseMCPCallFailedEvent event -> event.type();
            case ResponseMCPCallInProgressEvent event -> event.type();
            case ResponseMCPListToolsCompletedEvent event -> event.type();
            case ResponseMCPListToolsFailedEvent event -> event.type();
            case ResponseMCPListToolsInProgressEvent event -> event.type();
            case ResponseOutputTextAnnotationAddedEvent event -> event.type();
            case ResponseQueuedEvent event -> event.type();
            case ResponseCustomToolCallInputDeltaEvent event -> event.type();
            case ResponseCustomToolCallInputDoneEvent event -> event.type();
            case ResponseStreamEvent.Unknown(String type, var json, var problem) -> "unknown " + type;
        };
    }

    static String described(MessageRole any) {
        return switch (any) {
            case MessageRole.Known known -> described(known);
            case MessageRole.Unknown(String value) -> "unknown " + value;
        };
    }

    private static String described(MessageRole.Known known) {
        return switch (known) {
            case USER, ASSISTANT -> "one of two";
            case SYSTEM, DEVELOPER -> "instructions";
            case UNKNOWN, CRITIC, DISCRIMINATOR, TOOL -> "another";
        };
    }
}
