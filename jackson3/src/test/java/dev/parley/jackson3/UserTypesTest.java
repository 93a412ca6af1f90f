package dev.parley.jackson3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.parley.openai.model.ConversationItem;
import dev.parley.openai.model.ConversationItemCreateRequest;
import dev.parley.openai.model.Include;
import dev.parley.openai.model.InputItem;
import dev.parley.openai.model.Message;
import dev.parley.openai.model.MessageRole;
import dev.parley.runtime.json.JsonNull;
import dev.parley.runtime.json.JsonNumber;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Generated types inside of a user's own. */
public class UserTypesTest {
    private static final Message MESSAGE = Message.fromJson("""
            {"type":"message","id":"m","status":"completed","role":"user","content":[],"score":1.0,"phase":null}""");
    private static final ConversationItem UNKNOWN = ConversationItem.fromJson("""
            {"type":"dream","depth":12345678901234567890,"fine":0.12345678901234567890}""");
    private static final MessageRole OTHER_ROLE = MessageRole.of("ghost");

    public record Note(
            String title,
            ConversationItem item,
            List<ConversationItem> history,
            Map<String, Message> byName,
            Map<MessageRole, InputItem> byRole,
            @Nullable MessageRole role,
            @Nullable Message none,
            @Nullable JsonValue any) {}

    public static class Bean {
        public @Nullable ConversationItem item;
        public Optional<MessageRole> role = Optional.empty();
        public AtomicReference<Message> reference = new AtomicReference<>();
        public Message[] array = {};
        public Object object = "";
    }

    public record Box<T>(T content) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Said.class, name = "said"),
        @JsonSubTypes.Type(value = Counted.class, name = "counted")
    })
    public interface Event {}

    public record Said(ConversationItem item, MessageRole role) implements Event {}

    public record Counted(JsonNumber number) implements Event {}

    public record Typed(
            @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS, property = "@java")
            Object object,

            @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS, include = JsonTypeInfo.As.WRAPPER_ARRAY)
            Object role) {}

    @Test
    void record_withGeneratedComponents_roundTrips() {
        Note note = new Note(
                "t",
                MESSAGE,
                List.of(MESSAGE, UNKNOWN),
                Map.of("a", MESSAGE),
                Map.of(OTHER_ROLE, InputItem.fromJson(MESSAGE.toJson())),
                MessageRole.Known.ASSISTANT,
                null,
                JsonNumber.of("1.50"));

        String text = Mappers.JSON.writeValueAsString(note);

        String message = MESSAGE.toJson();
        assertThat(text)
                .isEqualTo("{\"title\":\"t\",\"item\":" + message + ",\"history\":[" + message + "," + UNKNOWN.toJson()
                        + "],\"byName\":{\"a\":" + message + "},\"byRole\":{\"ghost\":"
                        + InputItem.fromJson(message).toJson()
                        + "},\"role\":\"assistant\",\"none\":null,\"any\":1.50}");
        assertThat(Mappers.JSON.readValue(text, Note.class)).isEqualTo(note);
        assertThat(Mappers.JSON.readerFor(Note.class).<Note>readValue(Mappers.JSON.<JsonNode>valueToTree(note)))
                .isEqualTo(note);
        assertThat(Mappers.CBOR.readValue(Mappers.CBOR.writeValueAsBytes(note), Note.class))
                .isEqualTo(note);
    }

    @Test
    void nulls_ofFieldsAndAbsentOnes_areNullSaveForTheTree() {
        Note nulls = Mappers.JSON.readValue("""
                {"item":null,"history":[null],"byName":{"a":null},"role":null,"any":null}""", Note.class);
        Note absent = Mappers.JSON.readValue("{}", Note.class);

        assertThat(nulls.item()).isNull();
        assertThat(nulls.history()).containsExactly((ConversationItem) null);
        assertThat(nulls.byName()).containsEntry("a", null);
        assertThat(nulls.role()).isNull();
        assertThat(nulls.any()).isEqualTo(JsonNull.INSTANCE);
        assertThat(absent.any()).isNull();
        assertThat(absent.item()).isNull();
        assertThat(Mappers.JSON.readValue("null", ConversationItem.class)).isNull();
        assertThat(Mappers.JSON.readValue("[null]", new TypeReference<List<JsonValue>>() {}))
                .containsExactly(JsonNull.INSTANCE);
    }

    @Test
    void bean_withReferencesAndArrays_roundTrips() {
        Bean bean = new Bean();
        bean.item = UNKNOWN;
        bean.role = Optional.of(OTHER_ROLE);
        bean.reference.set(MESSAGE);
        bean.array = new Message[] {MESSAGE, MESSAGE};
        bean.object = MESSAGE;

        Bean read = Mappers.JSON.readValue(Mappers.JSON.writeValueAsString(bean), Bean.class);

        assertThat(read.item).isEqualTo(UNKNOWN);
        assertThat(read.role).contains(OTHER_ROLE);
        assertThat(read.reference.get()).isEqualTo(MESSAGE);
        assertThat(read.array).containsExactly(MESSAGE, MESSAGE);
        assertThat(read.object).asInstanceOf(InstanceOfAssertFactories.MAP).containsEntry("id", "m");
    }

    @Test
    void generics_ofUnionsEnumsAndMaps_roundTrip() {
        Box<List<ConversationItem>> items = new Box<>(Arrays.asList(MESSAGE, UNKNOWN, null));
        Box<Map<MessageRole.Known, MessageRole>> roles = new Box<>(new EnumMap<>(
                Map.of(MessageRole.Known.USER, OTHER_ROLE, MessageRole.Known.SYSTEM, MessageRole.Known.TOOL)));

        assertThat(Mappers.JSON.readValue(
                        Mappers.JSON.writeValueAsString(items), new TypeReference<Box<List<ConversationItem>>>() {}))
                .isEqualTo(items);
        assertThat(Mappers.JSON.readValue(
                        Mappers.JSON.writeValueAsString(roles),
                        new TypeReference<Box<EnumMap<MessageRole.Known, MessageRole>>>() {}))
                .isEqualTo(roles);
    }

    @Test
    void openEnums_asValuesKeysAndSets_areTheirValuesOnTheWire() {
        String text = "[\"user\",\"ghost\",\"\"]";
        List<MessageRole> roles = List.of(MessageRole.Known.USER, OTHER_ROLE, MessageRole.of(""));

        assertThat(Mappers.JSON.writeValueAsString(roles)).isEqualTo(text);
        assertThat(Mappers.JSON.readValue(text, new TypeReference<List<MessageRole>>() {}))
                .isEqualTo(roles);
        assertThat(Mappers.JSON.writeValueAsString(EnumSet.of(MessageRole.Known.USER)))
                .isEqualTo("[\"user\"]");
        assertThat(Mappers.JSON.readValue("[\"user\"]", new TypeReference<EnumSet<MessageRole.Known>>() {}))
                .containsExactly(MessageRole.Known.USER);
        assertThat(Mappers.JSON.writeValueAsString(Map.of(OTHER_ROLE, 1))).isEqualTo("{\"ghost\":1}");
        assertThat(Mappers.JSON.readValue(
                        "{\"ghost\":1,\"user\":2}", new TypeReference<Map<MessageRole, Integer>>() {}))
                .isEqualTo(Map.of(OTHER_ROLE, 1, MessageRole.Known.USER, 2));
        assertThat(Mappers.JSON.readValue("\"ghost\"", MessageRole.Unknown.class))
                .isEqualTo(OTHER_ROLE);
        assertThat(Mappers.JSON.readValue("\"user\"", MessageRole.Known.class)).isEqualTo(MessageRole.Known.USER);
    }

    @Test
    void polymorphicContainer_typeIdFirstOrLast_roundTrips() {
        List<Event> events = List.of(new Said(UNKNOWN, OTHER_ROLE), new Counted(JsonNumber.of("1.10e2")));
        TypeReference<List<Event>> type = new TypeReference<>() {};
        String last = "[{\"item\":" + UNKNOWN.toJson() + ",\"role\":\"ghost\",\"kind\":\"said\"},"
                + "{\"number\":1.10e2,\"kind\":\"counted\"}]";

        String text = Mappers.JSON.writerFor(type).writeValueAsString(events);

        assertThat(text).contains("\"number\":1.10e2");
        assertThat(Mappers.JSON.readValue(text, type)).isEqualTo(events);
        assertThat(Mappers.JSON.readValue(last, type)).isEqualTo(events);
    }

    @Test
    void typeIds_whereTheFieldAsksForThem_areWrittenAndReadBack() {
        JsonMapper mapper =
                Mappers.builder().polymorphicTypeValidator(Mappers.trusted()).build();
        Typed typed = new Typed(MESSAGE, OTHER_ROLE);
        String text = mapper.writeValueAsString(typed);

        assertThat(text).contains("{\"@java\":\"" + Message.class.getName() + "\",\"type\":\"message\"");
        assertThat(text).contains("[\"" + MessageRole.Unknown.class.getName() + "\",\"ghost\"]");
        assertThat(mapper.readValue(text, Typed.class)).isEqualTo(typed);
        Typed trees = new Typed(JsonObject.EMPTY, JsonValue.parse("[1]"));
        assertThat(mapper.readValue(mapper.writeValueAsString(trees), Typed.class))
                .isEqualTo(trees);
    }

    @Test
    void defaultTyping_ofDeclaredGeneratedTypes_addsNothing() {
        JsonMapper typing = Mappers.typing(DefaultTyping.NON_FINAL);
        Bean bean = new Bean();
        bean.item = UNKNOWN;
        bean.reference.set(MESSAGE);
        bean.object = MESSAGE;

        String text = typing.writeValueAsString(bean);
        Bean read = typing.readValue(text, Bean.class);

        assertThat(text).contains("\"item\":" + UNKNOWN.toJson());
        assertThat(read.item).isEqualTo(UNKNOWN);
        assertThat(read.object).isEqualTo(MESSAGE);
        assertThat(typing.readValue(typing.writeValueAsString(MESSAGE), ConversationItem.class))
                .isEqualTo(MESSAGE);
    }

    @Test
    void requests_withAndWithoutParametersBesideTheBody_roundTrip() {
        ConversationItemCreateRequest request = ConversationItemCreateRequest.builder()
                .addItem(InputItem.fromJson(MESSAGE.toJson()))
                .addInclude(Include.of("new.thing"))
                .build();

        assertThat(Mappers.JSON.writeValueAsString(request.body()))
                .isEqualTo(request.body().toJson());
        assertThat(Mappers.JSON.readValue(request.body().toJson(), ConversationItemCreateRequest.Body.class))
                .isEqualTo(request.body());
        assertThat(Mappers.JSON.readValue(
                        Mappers.JSON.writeValueAsString(request), ConversationItemCreateRequest.class))
                .isEqualTo(request);
    }

    @Test
    void merging_intoAGeneratedValue_replacesIt() {
        Bean bean = new Bean();
        bean.item = UNKNOWN;
        JsonMapper merging = Mappers.builder()
                .defaultMergeable(true)
                .disable(MapperFeature.IGNORE_MERGE_FOR_UNMERGEABLE)
                .build();

        merging.readerForUpdating(bean).readValue("{\"item\":" + MESSAGE.toJson() + "}");

        assertThat(bean.item).isEqualTo(MESSAGE);
    }

    @Test
    void objects_embeddedInATree_areReadAsTheirJson() {
        JsonNode tree = Mappers.JSON.createObjectNode().set("item", JsonNodeFactory.instance.pojoNode(MESSAGE));

        assertThat(Mappers.JSON.readerFor(JsonValue.class).<JsonValue>readValue(tree))
                .isEqualTo(JsonValue.from(Map.of("item", JsonValue.parse(MESSAGE.toJson()))));
        assertThatThrownBy(() -> Mappers.JSON
                        .readerFor(JsonValue.class)
                        .readValue(JsonNodeFactory.instance.pojoNode(Thread.State.NEW)))
                .isInstanceOf(MismatchedInputException.class)
                .hasMessageContaining("a java.lang.Thread$State has no form in JSON");
    }
}
