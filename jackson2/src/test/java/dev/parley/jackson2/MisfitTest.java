package dev.parley.jackson2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.parley.openai.model.ConversationItem;
import dev.parley.openai.model.FileSearchToolCall;
import dev.parley.openai.model.Message;
import dev.parley.openai.model.MessageRole;
import dev.parley.runtime.codec.JsonWriter;
import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import dev.parley.runtime.json.JsonWritable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What does not fit fails as databind does, with our exception as the cause and one path through both. */
public class MisfitTest {
    private static final String BROKEN = """
            {"type":"file_search_call","id":"f","status":"completed","queries":["a",5]}""";

    public record Page(List<FileSearchToolCall> calls) {}

    record Hidden() implements JsonWritable {
        public static Hidden fromJson(String json) {
            return new Hidden();
        }

        @Override
        public void writeTo(JsonWriter out) {
            out.nullValue();
        }
    }

    public record Roles(Map<MessageRole.Known, String> names) {}

    @Test
    void readValue_misfitInsideAUsersList_namesTheWholePath() {
        MismatchedInputException misfit = catchThrowableOfType(
                MismatchedInputException.class,
                () -> Mappers.JSON.readValue("{\"calls\":[" + BROKEN + "]}", Page.class));

        assertThat(misfit.getOriginalMessage()).isEqualTo("expected a string, found a number");
        assertThat(misfit.getTargetType()).isEqualTo(FileSearchToolCall.class);
        assertThat(misfit.getPathReference())
                .isEqualTo(Page.class.getName() + "[\"calls\"]->java.util.ArrayList[0]->"
                        + FileSearchToolCall.class.getName() + "[\"queries\"]->" + JsonArray.class.getName() + "[1]");
        assertThat(misfit).hasCauseInstanceOf(DecodingException.class);
        assertThat(((DecodingException) misfit.getCause()).path()).isEqualTo("$.queries[1]");
        assertThat(JsonValue.parse(((DecodingException) misfit.getCause()).bodyText()))
                .isEqualTo(JsonValue.parse(BROKEN));
    }

    @Test
    void readValue_misfitInsideAUnion_isUnknownWithTheProblem() throws Exception {
        ConversationItem item = Mappers.JSON.readValue(BROKEN, ConversationItem.class);

        assertThat(item)
                .isEqualTo(new ConversationItem.Unknown(
                        "file_search_call",
                        JsonValue.parse(BROKEN),
                        "$.queries[1]: expected a string, found a number"));
        assertThat(Mappers.JSON.writeValueAsString(item)).isEqualTo(BROKEN);
    }

    @Test
    void readValue_elementsThatAreNoObjects_areUnknownItemsOfTheList() throws Exception {
        assertThat(Mappers.JSON.readValue("[5,\"x\"]", new TypeReference<List<ConversationItem>>() {}))
                .containsExactly(
                        new ConversationItem.Unknown("", JsonValue.parse("5"), null),
                        new ConversationItem.Unknown("", new JsonString("x"), null));
    }

    @Test
    void readValue_anotherVariantThanDeclared_saysSo() {
        assertThatThrownBy(() -> Mappers.JSON.readValue("\"user\"", MessageRole.Unknown.class))
                .isInstanceOf(MismatchedInputException.class)
                .hasMessageContaining("expected a " + MessageRole.Unknown.class.getTypeName() + ", found a "
                        + MessageRole.Known.class.getTypeName());
        assertThatThrownBy(() -> Mappers.JSON.readValue("\"ghost\"", MessageRole.Known.class))
                .isInstanceOf(MismatchedInputException.class)
                .hasCauseInstanceOf(DecodingException.class);
        assertThatThrownBy(() -> Mappers.JSON.readValue("[]", JsonObject.class))
                .isInstanceOf(MismatchedInputException.class)
                .hasMessageContaining(JsonArray.class.getName());
    }

    @Test
    void readValue_noStringForAnOpenEnum_failsAsTheCodecDoes() {
        assertThatThrownBy(() -> Mappers.JSON.readValue("5", MessageRole.class))
                .isInstanceOf(MismatchedInputException.class)
                .hasMessageContaining("expected a string, found a number");
    }

    @Test
    void readValue_unknownKeyWhereOnlyKnownOnesFit_isAWeirdKey() {
        assertThatThrownBy(() -> Mappers.JSON.readValue("{\"names\":{\"ghost\":\"x\"}}", Roles.class))
                .isInstanceOf(InvalidFormatException.class)
                .hasMessageContaining("ghost");
    }

    @Test
    void readValue_nestedTooDeep_failsBeforeTheStackDoes() {
        String deep = "[".repeat(501) + "]".repeat(501);
        String fits = "[".repeat(500) + "]".repeat(500);

        assertThatThrownBy(() -> Mappers.lenient().readValue(deep, JsonValue.class))
                .isInstanceOf(MismatchedInputException.class)
                .hasMessageContaining("nested more than 500 deep");
        assertThat(catchThrowableOfType(Exception.class, () -> Mappers.lenient().readValue(fits, JsonValue.class)))
                .isNull();
    }

    @Test
    void readValue_missingMembers_namesThem() {
        assertThatThrownBy(() -> Mappers.JSON.readValue("{}", Message.class))
                .isInstanceOf(MismatchedInputException.class)
                .hasMessageContaining("missing required members 'type', 'id', 'role', 'content'");
    }

    @Test
    void readValue_typeThatIsNotPublic_namesTheRemedy() {
        assertThatThrownBy(() -> Mappers.JSON.readValue("{}", Hidden.class))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining("Hidden cannot be read: it has to be public, and its package exported");
    }

    @Test
    void pathSteps_ofNamesThatAreQuoted_areTheNames() {
        assertThat(PathSteps.of("$")).isEmpty();
        assertThat(PathSteps.of("$.data[3]['a b']['it\\'s \\\\ \\u0001[']._x"))
                .containsExactly("data", 3, "a b", "it's \\ \u0001[", "_x");
    }
}
