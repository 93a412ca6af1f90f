package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.parley.openai.model.ConversationCreateRequest;
import dev.parley.openai.model.ConversationItem;
import dev.parley.openai.model.ConversationItemCreateRequest;
import dev.parley.openai.model.ConversationItemListRequest;
import dev.parley.openai.model.ConversationUpdateRequest;
import dev.parley.openai.model.EasyInputMessage;
import dev.parley.openai.model.FunctionToolCallOutputResource;
import dev.parley.openai.model.Include;
import dev.parley.openai.model.InputTextContent;
import dev.parley.openai.model.ItemReferenceParam;
import dev.parley.openai.model.Message;
import dev.parley.openai.model.MessagePhase;
import dev.parley.openai.model.MessageRole;
import dev.parley.openai.model.MessageStatus;
import dev.parley.openai.model.Order;
import dev.parley.openai.model.ResponseCreateRequest;
import dev.parley.runtime.json.JsonNull;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What builders ask for, preset, take and refuse. */
class BuilderTest {

    @ParameterizedTest
    @MethodSource("dev.parley.conformance.ItemFixture#minimal")
    void build_nothingSet_namesEveryRequiredMemberAtOnce(ItemFixture fixture) throws ReflectiveOperationException {
        Class<?> type = ItemTypes.BY_WIRE_VALUE.get(fixture.type());
        Object builder = type.getMethod("builder").invoke(null);

        String message = failure(builder);

        assertThat(message).startsWith(type.getSimpleName() + " lacks required members: ");
        assertThat(Set.of(message.replaceFirst(".*: ", "").split(", ")))
                .isEqualTo(fixture.json().without("type").names());
    }

    @ParameterizedTest
    @MethodSource("dev.parley.conformance.ItemFixture#all")
    void toBuilder_ofAnyItem_buildsAnEqualOne(ItemFixture fixture) throws ReflectiveOperationException {
        ConversationItem item = fixture.decode();
        Object builder = item.getClass().getMethod("toBuilder").invoke(item);

        Object copy = builder.getClass().getMethod("build").invoke(builder);

        assertThat(copy).isEqualTo(item).hasSameHashCodeAs(item).isNotSameAs(item);
    }

    @Test
    void toBuilder_oneMemberChanged_keepsTheOthers() {
        Message message = (Message) ItemFixture.full()
                .filter(f -> f.type().equals("message"))
                .findFirst()
                .orElseThrow()
                .decode();

        Message changed = message.toBuilder().status("incomplete").build();

        assertThat(changed.status()).isEqualTo(MessageStatus.Known.INCOMPLETE);
        assertThat(changed.toBuilder().status(message.status()).build()).isEqualTo(message);
    }

    @Test
    void build_itemCreateRequestWithoutItems_saysWhatIsMissing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ConversationItemCreateRequest.builder().build())
                .withMessageContaining("items");
    }

    @Test
    void build_updateRequestWithoutMetadata_saysWhatIsMissingAndNullIsNotMissing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ConversationUpdateRequest.builder().build())
                .withMessage("ConversationUpdateRequest lacks required members: metadata");
        assertThat(ConversationUpdateRequest.builder().metadata(null).build().toJson())
                .isEqualTo("{\"metadata\":null}");
    }

    @Test
    void optionalMember_notSet_isNotSentAndSetToNullIsSentAsNull() {
        assertThat(ConversationCreateRequest.builder().build().toJson()).isEqualTo("{}");
        assertThat(ConversationCreateRequest.builder().metadata(null).build().toJson())
                .isEqualTo("{\"metadata\":null}");
        assertThat(ConversationCreateRequest.builder()
                        .metadata(null)
                        .items(null)
                        .build()
                        .toJson())
                .isEqualTo("{\"metadata\":null,\"items\":null}");
    }

    @Test
    void optionalMember_setAfterNull_isSentWithoutTheNull() {
        ConversationCreateRequest request = ConversationCreateRequest.builder()
                .metadata(null)
                .metadata(Map.of("a", "b"))
                .build();

        assertThat(request.toJson()).isEqualTo("{\"metadata\":{\"a\":\"b\"}}");
        assertThat(request.toBuilder().metadata(null).build().toJson()).isEqualTo("{\"metadata\":null}");
    }

    @Test
    void optionalMember_nullKeptThroughToBuilder_staysNull() {
        ConversationCreateRequest request =
                ConversationCreateRequest.builder().metadata(null).build();

        assertThat(request.toBuilder().build()).isEqualTo(request);
        assertThat(request.additionalProperties()).isEqualTo(JsonObject.of("metadata", JsonNull.INSTANCE));
    }

    @Test
    void constantOfAnOptionalType_isPresetAndAbsentStaysAbsent() {
        EasyInputMessage preset =
                EasyInputMessage.builder().role("user").content("Hi").build();
        EasyInputMessage absent = EasyInputMessage.fromJson("{\"role\":\"user\",\"content\":\"Hi\"}");

        assertThat(preset.type()).isEqualTo("message");
        assertThat(preset.toJson()).contains("\"type\":\"message\"");
        assertThat(absent.type()).isNull();
        assertThat(absent.toBuilder().build().toJson()).doesNotContain("type");
        assertThat(ItemReferenceParam.builder().id("msg_1").build().toJson())
                .isEqualTo("{\"type\":\"item_reference\",\"id\":\"msg_1\"}");
    }

    @Test
    void preset_setToNull_isLeftOut() {
        EasyInputMessage leftOut =
                EasyInputMessage.builder().role("user").content("Hi").type(null).build();

        assertThat(leftOut.toJson()).isEqualTo("{\"role\":\"user\",\"content\":\"Hi\"}");
    }

    @Test
    void preset_setAfterAnExplicitNull_isSentWithoutTheNull() {
        ItemReferenceParam withNull = ItemReferenceParam.fromJson("{\"type\":null,\"id\":\"msg_1\"}");

        assertThat(withNull.toBuilder().build().toJson()).contains("\"type\":null");
        assertThat(withNull.toBuilder().type("item_reference").build())
                .isEqualTo(ItemReferenceParam.builder().id("msg_1").build());
    }

    @Test
    void enum_byItsValueOnTheWire_isTheKnownOneOrUnknown() {
        Message.Builder builder = Message.builder().id("m").content(List.of());

        assertThat(builder.status("completed").role("user").build())
                .isEqualTo(builder.status(MessageStatus.Known.COMPLETED)
                        .role(MessageRole.Known.USER)
                        .build());
        assertThat(builder.role("narrator").build().role()).isEqualTo(new MessageRole.Unknown("narrator"));
        assertThat(Order.of("asc")).isSameAs(Order.Known.ASC);
        assertThat(MessagePhase.of("final_answer").value()).isEqualTo("final_answer");
    }

    @Test
    void structuralUnion_byStringOrList_isTheVariantOfThatKind() {
        assertThat(EasyInputMessage.builder().role("user").content("Hi").build().content())
                .isEqualTo(new EasyInputMessage.Content.Text("Hi"));
        assertThat(EasyInputMessage.builder()
                        .role("user")
                        .content(List.of())
                        .build()
                        .content())
                .isEqualTo(new EasyInputMessage.Content.Parts(List.of()));
        assertThat(FunctionToolCallOutputResource.builder()
                        .id("f")
                        .status("completed")
                        .output("done")
                        .build()
                        .toJson())
                .contains("\"output\":\"done\"");
    }

    @Test
    void listAdder_afterAListWasSet_addsToACopy() {
        List<Message.Content> given = List.of(text("a"));

        Message message = minimal()
                .content(given)
                .addContent(text("b"))
                .addContent(text("c"))
                .build();

        assertThat(message.text()).isEqualTo("abc");
        assertThat(given).hasSize(1);
        assertThat(minimal().addContent(text("x")).build().text()).isEqualTo("x");
    }

    @Test
    void listAdder_afterBuild_leavesWhatWasBuilt() {
        Message.Builder builder = minimal().addContent(text("a"));
        Message first = builder.build();

        Message second = builder.addContent(text("b")).build();

        assertThat(first.text()).isEqualTo("a");
        assertThat(second.text()).isEqualTo("ab");
    }

    @Test
    void requestBuilders_addersAndLists_areTheSame() {
        ConversationItemListRequest added = ConversationItemListRequest.builder()
                .addInclude(Include.Known.WEB_SEARCH_CALL_RESULTS)
                .order("asc")
                .build();
        ConversationItemListRequest listed = ConversationItemListRequest.builder()
                .include(List.of(Include.of("web_search_call.results")))
                .order(Order.Known.ASC)
                .build();

        assertThat(added).isEqualTo(listed);
        assertThat(added.toBuilder().limit(3L).build().include()).isEqualTo(added.include());
    }

    @Test
    void requestBuilder_reusedAfterBuild_leavesWhatWasBuilt() {
        ConversationItemCreateRequest.Builder builder =
                ConversationItemCreateRequest.builder().addItem(Kit.user("a"));
        ConversationItemCreateRequest first = builder.build();

        ConversationItemCreateRequest second = builder.addItem(Kit.user("b")).build();

        assertThat(first.body().items()).hasSize(1);
        assertThat(second.body().items()).hasSize(2);
        assertThat(first.toBuilder().build()).isEqualTo(first);
    }

    @Test
    void additionalProperty_set_isSent() {
        assertThat(minimal()
                        .additionalProperty("x", new JsonString("y"))
                        .build()
                        .toJson())
                .endsWith(",\"x\":\"y\"}");
    }

    @Test
    void additionalProperty_underTheNameOfAMemberThatIsNotSet_isSentAsItIs() {
        assertThat(ResponseCreateRequest.builder()
                        .additionalProperty("temperature", new JsonString("hot"))
                        .build()
                        .toJson())
                .isEqualTo("{\"temperature\":\"hot\"}");
    }

    @Test
    void nullInAList_isRefused() {
        List<Message.Content> withNull = new ArrayList<>();
        withNull.add(null);

        assertThatNullPointerException()
                .isThrownBy(() -> minimal().content(withNull).build());
    }

    private static Message.Builder minimal() {
        return Message.builder().id("m").status("completed").role("user").content(List.of());
    }

    private static Message.Content text(String text) {
        return InputTextContent.builder().text(text).build();
    }

    private static String failure(Object builder) throws ReflectiveOperationException {
        try {
            throw new AssertionError(builder.getClass().getMethod("build").invoke(builder) + " was built");
        } catch (InvocationTargetException e) {
            assertThat(e.getCause()).isExactlyInstanceOf(IllegalStateException.class);
            return String.valueOf(e.getCause().getMessage());
        }
    }
}
