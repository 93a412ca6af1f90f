package dev.parley.conformance.sdk;

import com.openai.core.JsonValue;
import com.openai.models.responses.EasyInputMessage;
import com.openai.models.responses.ResponseFunctionToolCall;
import com.openai.models.responses.ResponseInputFile;
import com.openai.models.responses.ResponseInputImage;
import com.openai.models.responses.ResponseInputItem;
import java.util.List;

/** Input items made with the builders of the official client; {@link OwnItems} makes the same with ours. */
final class OfficialItems {

    private OfficialItems() {}

    static ResponseInputItem user(String text) {
        return ResponseInputItem.ofEasyInputMessage(EasyInputMessage.builder()
                .type(EasyInputMessage.Type.MESSAGE)
                .role(EasyInputMessage.Role.USER)
                .content(text)
                .build());
    }

    /** One of each, in the order of {@link OwnItems#all}. */
    static List<ResponseInputItem> all() {
        return List.of(
                user("text"), parts(), call(), output(), ResponseInputItem.ofItemReference(reference()), approval());
    }

    private static ResponseInputItem parts() {
        return ResponseInputItem.ofMessage(ResponseInputItem.Message.builder()
                .type(ResponseInputItem.Message.Type.MESSAGE)
                .role(ResponseInputItem.Message.Role.DEVELOPER)
                .status(ResponseInputItem.Message.Status.COMPLETED)
                .addInputTextContent("look")
                .addContent(ResponseInputImage.builder()
                        .detail(ResponseInputImage.Detail.LOW)
                        .imageUrl("https://example.com/a.png")
                        .build())
                .addContent(ResponseInputFile.builder()
                        .fileId("file_1")
                        .filename("a.pdf")
                        .build())
                .build());
    }

    private static ResponseInputItem call() {
        return ResponseInputItem.ofFunctionCall(ResponseFunctionToolCall.builder()
                .id("fc_1")
                .callId("call_1")
                .name("weather")
                .arguments("{\"city\":\"Oslo\"}")
                .status(ResponseFunctionToolCall.Status.COMPLETED)
                .build());
    }

    private static ResponseInputItem output() {
        return ResponseInputItem.ofFunctionCallOutput(ResponseInputItem.FunctionCallOutput.builder()
                .callId("call_1")
                .output("sunny")
                .build());
    }

    private static ResponseInputItem.ItemReference reference() {
        return ResponseInputItem.ItemReference.builder()
                .id("msg_1")
                .type(ResponseInputItem.ItemReference.Type.ITEM_REFERENCE)
                .build();
    }

    private static ResponseInputItem approval() {
        return ResponseInputItem.ofMcpApprovalResponse(ResponseInputItem.McpApprovalResponse.builder()
                .approvalRequestId("mcpr_1")
                .approve(false)
                .reason("no")
                .putAdditionalProperty("new_member", JsonValue.from(1))
                .build());
    }
}
