package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.openai.model.CompactionSummaryItemParam;
import dev.parley.openai.model.CompactionTriggerItemParam;
import dev.parley.openai.model.EasyInputMessage;
import dev.parley.openai.model.FileSearchToolCall;
import dev.parley.openai.model.FunctionToolCall;
import dev.parley.openai.model.InputItem;
import dev.parley.openai.model.InputMessage;
import dev.parley.openai.model.Item;
import dev.parley.openai.model.ItemReferenceParam;
import dev.parley.openai.model.OutputMessage;
import dev.parley.openai.model.ProgramItemParam;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How an input item is decided, also within the inner union: by its type, its role, and what else it has. */
class InputItemDecisionTest {

    private static final String PARTS = "[{'type':'input_text','text':'Hi'}]";
    private static final String ANSWER = "[{'type':'output_text','text':'Hi','annotations':[],'logprobs':[]}]";

    static Stream<Arguments> inputs() {
        return Stream.of(
                input("{'role':'user','content':'Hi'}", EasyInputMessage.class),
                input("{'type':'message','role':'user','content':'Hi'}", EasyInputMessage.class),
                input("{'type':'message','role':'user','content':" + PARTS + "}", EasyInputMessage.class),
                input(
                        "{'type':'message','role':'user','content':" + PARTS + ",'status':'completed'}",
                        EasyInputMessage.class),
                input("{'type':'message','role':'developer','content':" + PARTS + "}", EasyInputMessage.class),
                input("{'type':'message','role':'narrator','content':'Hi'}", EasyInputMessage.class),
                input("{'type':'message','role':'assistant','content':'Hi'}", EasyInputMessage.class),
                input("{'type':'message','role':'assistant','content':'Hi','phase':null}", EasyInputMessage.class),
                input("{'type':null,'role':'user','content':'Hi'}", EasyInputMessage.class),
                input(
                        "{'type':'message','id':'m','role':'assistant','status':'completed','content':" + ANSWER + "}",
                        OutputMessage.class),
                input("{'id':'msg_1'}", ItemReferenceParam.class),
                input("{'type':null,'id':'msg_1'}", ItemReferenceParam.class),
                input("{'type':'item_reference','id':'msg_1'}", ItemReferenceParam.class),
                input("{'type':'compaction_trigger'}", CompactionTriggerItemParam.class),
                input("{'type':'compaction','encrypted_content':'x'}", CompactionSummaryItemParam.class),
                input("{'type':'function_call','call_id':'c','name':'n','arguments':'{}'}", FunctionToolCall.class),
                input(
                        "{'type':'file_search_call','id':'f','status':'completed','queries':[]}",
                        FileSearchToolCall.class),
                input("{'type':'program','id':'p','call_id':'c','code':'','fingerprint':'f'}", ProgramItemParam.class),
                input("{'type':'hologram','id':'h'}", InputItem.Unknown.class),
                input("{'content':'Hi'}", InputItem.Unknown.class),
                input("{}", InputItem.Unknown.class));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void decode_inputItem_isTheVariantAndLossless(JsonObject json, Class<? extends InputItem> variant) {
        for (int seed = 0; seed < 4; seed++) {
            InputItem item =
                    InputItem.fromJson(Trees.shuffled(json, new Random(seed)).toJson());

            assertThat(item).isExactlyInstanceOf(variant);
            assertThat(JsonValue.parse(item.toJson())).isEqualTo(json);
        }
    }

    @Test
    void decode_itemWithinTheUnionOfInputs_isAnItem() {
        assertThat(input("{'type':'function_call','call_id':'c','name':'n','arguments':''}"))
                .isInstanceOf(Item.class);
        assertThat(input("{'type':'message','id':'m','role':'assistant','status':'completed','content':[]}"))
                .isInstanceOf(Item.class);
        assertThat(input("{'id':'msg_1'}")).isNotInstanceOf(Item.class);
        assertThat(input("{'role':'user','content':'Hi'}")).isNotInstanceOf(Item.class);
    }

    @Test
    void decode_asItem_choosesAmongItemsOnly() {
        assertThat(item("{'type':'message','role':'user','content':" + PARTS + "}"))
                .isExactlyInstanceOf(InputMessage.class);
        assertThat(item("{'role':'user','content':" + PARTS + "}")).isExactlyInstanceOf(InputMessage.class);
        assertThat(item("{'type':'message','id':'m','role':'assistant','status':'completed','content':" + ANSWER + "}"))
                .isExactlyInstanceOf(OutputMessage.class);
        assertThat(item("{'type':'item_reference','id':'m'}"))
                .isEqualTo(unknownItem("{'type':'item_reference','id':'m'}", null));
    }

    @Test
    void decode_itemOfTheInnerUnionThatDoesNotFit_isUnknownWithTheProblem() {
        String json = "{'type':'function_call','call_id':'c'}";

        assertThat(input(json))
                .isEqualTo(new InputItem.Unknown(
                        "function_call", value(json), "$: missing required members 'name', 'arguments'"));
        assertThat(item(json)).isEqualTo(unknownItem(json, "$: missing required members 'name', 'arguments'"));
    }

    @Test
    void type_ofEveryInput_isTheValueOnTheWireOrNull() {
        assertThat(input("{'role':'user','content':'Hi'}").type()).isNull();
        assertThat(input("{'type':'message','role':'user','content':'Hi'}").type())
                .isEqualTo("message");
        assertThat(input("{'type':'compaction_trigger'}").type()).isEqualTo("compaction_trigger");
    }

    @Test
    void writing_messageMadeByABuilder_isReadBackAsWhatItIsOnTheWire() {
        InputItem message =
                InputMessage.builder().role("user").content(List.of()).build();

        assertThat(message.toJson()).isEqualTo("{\"type\":\"message\",\"role\":\"user\",\"content\":[]}");
        assertThat(InputItem.fromJson(message.toJson())).isExactlyInstanceOf(EasyInputMessage.class);
        assertThat(Item.fromJson(message.toJson())).isEqualTo(message);
    }

    private static Arguments input(String json, Class<? extends InputItem> variant) {
        return Arguments.of(value(json), variant);
    }

    private static InputItem input(String json) {
        return InputItem.fromJson(value(json).toJson());
    }

    private static Item item(String json) {
        return Item.fromJson(value(json).toJson());
    }

    private static Item unknownItem(String json, @Nullable String problem) {
        return new Item.Unknown(Trees.text(value(json), "type"), value(json), problem);
    }

    private static JsonValue value(String json) {
        return Trees.parse(json);
    }
}
