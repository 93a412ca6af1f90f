package dev.parley.conformance.sdk;

import dev.parley.conformance.Kit;
import dev.parley.openai.model.FunctionCallOutputItemParam;
import dev.parley.openai.model.FunctionToolCall;
import dev.parley.openai.model.InputFileContent;
import dev.parley.openai.model.InputImageContent;
import dev.parley.openai.model.InputItem;
import dev.parley.openai.model.InputMessage;
import dev.parley.openai.model.InputTextContent;
import dev.parley.openai.model.ItemReferenceParam;
import dev.parley.openai.model.MCPApprovalResponse;
import dev.parley.runtime.json.JsonNumber;
import java.util.List;

/** Input items made with our builders; {@link OfficialItems} makes the same with the official ones. */
final class OwnItems {

    private OwnItems() {}

    /** One of each, in the order of {@link OfficialItems#all}. */
    static List<InputItem> all() {
        return List.of(Kit.user("text"), parts(), call(), output(), reference(), approval());
    }

    private static InputItem parts() {
        return InputMessage.builder()
                .type("message")
                .role("developer")
                .status("completed")
                .addContent(InputTextContent.builder().text("look").build())
                .addContent(InputImageContent.builder()
                        .detail("low")
                        .imageUrl("https://example.com/a.png")
                        .build())
                .addContent(InputFileContent.builder()
                        .fileId("file_1")
                        .filename("a.pdf")
                        .build())
                .build();
    }

    private static InputItem call() {
        return FunctionToolCall.builder()
                .id("fc_1")
                .callId("call_1")
                .name("weather")
                .arguments("{\"city\":\"Oslo\"}")
                .status("completed")
                .build();
    }

    private static InputItem output() {
        return FunctionCallOutputItemParam.builder()
                .callId("call_1")
                .output("sunny")
                .build();
    }

    private static InputItem reference() {
        return ItemReferenceParam.builder().id("msg_1").type("item_reference").build();
    }

    private static InputItem approval() {
        return MCPApprovalResponse.builder()
                .approvalRequestId("mcpr_1")
                .approve(false)
                .reason("no")
                .additionalProperty("new_member", JsonNumber.of(1))
                .build();
    }
}
