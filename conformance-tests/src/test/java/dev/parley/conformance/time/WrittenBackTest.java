package dev.parley.conformance.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conformance.ItemFixture;
import dev.parley.conformance.Trees;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import dev.parley.runtime.json.JsonWritable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client of an older document reads newer data, changes one thing that it knows, and writes: only that differs. */
class WrittenBackTest {

    private static final Pattern UNDERSCORE = Pattern.compile("_([a-z])");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = 11)
    void item_oneKnownMemberChangedByAnOlderClient_onlyThatDiffers(long seed) {
        ClientEdition older = ClientEdition.of(Reduction.random(seed, 0.3)
                .members(true)
                .enumValues()
                .branches()
                .change());
        List<ItemFixture> fixtures = ItemFixture.all().toList();
        JsonWritable page = older.read("ConversationItemList", Pages.of(fixtures));
        List<?> items = (List<?>) ClientEdition.call(page, "data");
        int changes = 0;
        for (int i = 0; i < fixtures.size(); i++) {
            JsonObject json = fixtures.get(i).json();
            for (Map.Entry<String, JsonValue> member : json.members().entrySet()) {
                JsonWritable changed = changed(items.get(i), member);
                if (changed != null) {
                    JsonObject expected = json.with(member.getKey(), "changed");
                    assertThat(JsonValue.parse(changed.toJson())).isEqualTo(expected);
                    assertPage(page, i, changed, expected);
                    changes++;
                }
            }
        }
        assertThat(changes).isGreaterThan(60);
    }

    private static void assertPage(JsonWritable page, int index, JsonWritable item, JsonObject expected) {
        List<Object> items = new ArrayList<>((List<?>) ClientEdition.call(page, "data"));
        items.set(index, item);
        Object builder = ClientEdition.call(ClientEdition.call(page, "toBuilder"), "data", items);
        JsonWritable rebuilt = (JsonWritable) ClientEdition.call(builder, "build");

        JsonObject before = (JsonObject) JsonValue.parse(page.toJson());
        List<JsonValue> data = new ArrayList<>(Trees.elements(Trees.member(before, "data")));
        data.set(index, expected);
        assertThat(JsonValue.parse(rebuilt.toJson())).isEqualTo(before.with("data", data));
    }

    /** The item with another text as a member, null if the client has no setter for it. */
    private static @Nullable JsonWritable changed(Object item, Map.Entry<String, JsonValue> member) {
        String setter = UNDERSCORE
                .matcher(member.getKey())
                .replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
        if (item.getClass().getSimpleName().equals("Unknown") || !(member.getValue() instanceof JsonString)) {
            return null;
        }
        Object builder = ClientEdition.call(item, "toBuilder");
        boolean settable = Arrays.stream(builder.getClass().getMethods())
                .anyMatch(method -> method.getName().equals(setter)
                        && Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class}));
        return settable
                ? (JsonWritable) ClientEdition.call(ClientEdition.call(builder, setter, "changed"), "build")
                : null;
    }
}
