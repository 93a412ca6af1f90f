package dev.parley.conformance.testee;

import static dev.parley.conformance.testee.TesteeLines.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conformance.ItemTypes;
import dev.parley.conformance.Shared;
import dev.parley.conformance.Trees;
import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The names of types: those that the testee lists, and those of schemas. */
class TesteeTypesTest {

    private static final String SCHEMAS = "/components/schemas/";

    /** Schemas whose actions in {@code names.yaml} put another type in their place. */
    private static final Map<String, String> REPLACED =
            Map.of("MessagePhase-2", "MessagePhase", "ResponseConversation", "ConversationReference");

    /** Schemas of lists, maps and parts of others, and such as only name another schema: no Java type is one of them. */
    private static final Set<String> WITHOUT_TYPE = Set.of(
            "ComputerActionList",
            "ComputerToolCallOutput",
            "CreateModelResponseProperties",
            "Error",
            "ErrorResponse",
            "FunctionToolCallOutput",
            "InputMessageContentList",
            "Metadata",
            "ModelIdsShared",
            "ModelResponseProperties",
            "ResponseFormatJsonSchemaSchema",
            "ResponsePromptVariables",
            "ResponseProperties",
            "ToolsArray",
            "VectorStoreFileAttributes");

    private final ModelTypes types = new ModelTypes();

    @Test
    void types_asked_areTheTypesTheUnionsAndTheMethods() {
        JsonObject answer = answer("{'id':6,'op':'types'}");
        JsonObject unions = Trees.objectMember(answer, "unions");

        assertThat(answer.names()).containsExactly("id", "ok", "types", "unions", "methods");
        assertThat(strings(answer, "types"))
                .doesNotHaveDuplicates()
                .isSorted()
                .containsAll(unions.names())
                .contains(
                        "ConversationItem",
                        "Message",
                        "Message.Content",
                        "MessageRole",
                        "ConversationItemCreateRequest.Body")
                .contains("EasyInputMessage.Content.Text", "ResponseStreamEvent", "ResponseCreateRequest")
                .noneMatch(name -> name.matches(".*\\b(Unknown|Known|Builder)|.*Mixin|ConversationItemListRequest"))
                .noneMatch(types.aliases()::containsKey);
        assertThat(strings(unions, "ConversationItem"))
                .containsExactlyInAnyOrderElementsOf(ItemTypes.BY_WIRE_VALUE.values().stream()
                        .map(Class::getSimpleName)
                        .toList());
        assertThat(strings(unions, "EasyInputMessage.Content")).containsExactly("Text", "Parts");
        assertThat(unions.names()).doesNotContain("MessageRole", "Message", "EasyInputMessage.Content.Text");
        assertThat(strings(unions, "InputItem")).contains("EasyInputMessage", "ItemReferenceParam", "ReasoningItem");
        assertThat(strings(answer, "methods"))
                .hasSize(13)
                .startsWith("conversations.create")
                .isEqualTo(ClientOperation.all().stream()
                        .map(ClientOperation::name)
                        .toList());
    }

    @Test
    void names_ofSchemas_leadToTheTypesThatTheNameLockGivesThem() {
        JsonObject locked =
                Trees.objectMember(Shared.json(Shared.project().resolve("generated-client/names.json")), "types");
        SortedMap<String, String> expected = new TreeMap<>(REPLACED);
        locked.members().forEach((asker, name) -> {
            String schema = asker.replace(SCHEMAS, "");
            String type = ((JsonString) name).value();
            if (asker.startsWith(SCHEMAS) && schema.matches("[^/ ]+") && !schema.equals(type)) {
                expected.put(schema, type);
            }
        });

        SortedMap<String, String> actual = new TreeMap<>();
        types.aliases().forEach((schema, type) -> actual.put((String) schema, (String) type));
        assertThat(actual).isEqualTo(expected);
        assertThat(types.all().keySet()).containsAll(actual.values());
    }

    @Test
    void schemas_ofTheDocument_areAllTypesByNameButForThoseWithoutOne() throws IOException {
        Set<String> withoutType = new TreeSet<>(schemas());
        withoutType.removeAll(types.all().keySet());
        withoutType.removeAll(types.aliases().keySet());

        assertThat(withoutType).isEqualTo(new TreeSet<>(WITHOUT_TYPE));
    }

    /** The names of the document's schemas: the lines with one more level than {@code schemas:} behind it. */
    private static List<String> schemas() throws IOException {
        String document = Files.readString(Shared.project().resolve("spec/openapi.yaml"));
        Matcher name = Pattern.compile("(?m)^    ([A-Za-z][\\w-]*):\\s*$")
                .matcher(document.substring(document.indexOf("\n  schemas:\n")));
        return name.results().map(found -> found.group(1)).toList();
    }

    private static List<String> strings(JsonObject object, String name) {
        return ((JsonArray) Trees.member(object, name))
                .values().stream().map(value -> ((JsonString) value).value()).toList();
    }
}
