package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.openai.model.ConversationCreateRequest;
import dev.parley.openai.model.ConversationItem;
import dev.parley.openai.model.InputItem;
import dev.parley.runtime.json.JsonValue;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody changes a value once it is made: not with what it was made of, nor with what it gives out. */
class ImmutabilityTest {

    @Test
    void build_listAndMapChangedAfterwards_leavesTheValue() {
        Map<String, String> metadata = new LinkedHashMap<>(Map.of("a", "b"));
        List<InputItem> items = new ArrayList<>(List.of(Kit.user("x")));
        ConversationCreateRequest.Builder builder =
                ConversationCreateRequest.builder().metadata(metadata).items(items);
        ConversationCreateRequest request = builder.build();

        metadata.put("c", "d");
        items.clear();

        assertThat(request.metadata()).isEqualTo(Map.of("a", "b"));
        assertThat(request.items()).hasSize(1);
    }

    @Test
    void metadata_keepsTheOrderOfItsPairs() {
        Map<String, String> metadata = new LinkedHashMap<>();
        for (int i = 15; i >= 0; i--) {
            metadata.put("key_" + i, "v");
        }

        ConversationCreateRequest request =
                ConversationCreateRequest.builder().metadata(metadata).build();

        assertThat(Objects.requireNonNull(request.metadata()).keySet()).containsExactlyElementsOf(metadata.keySet());
        assertThat(ConversationCreateRequest.fromJson(request.toJson())
                        .metadata()
                        .keySet())
                .containsExactlyElementsOf(metadata.keySet());
    }

    @ParameterizedTest
    @MethodSource("dev.parley.conformance.ItemFixture#full")
    void accessors_ofDecodedAndOfBuiltItems_giveOutNothingThatCanBeChanged(ItemFixture fixture)
            throws ReflectiveOperationException {
        Record decoded = (Record) fixture.decode();
        Object builder = decoded.getClass().getMethod("toBuilder").invoke(decoded);
        Record built = (Record) builder.getClass().getMethod("build").invoke(builder);

        for (Record item : List.of(decoded, built)) {
            Records.records(item).forEach(ImmutabilityTest::assertUnmodifiable);
        }
    }

    @Test
    void types_reachableFromAnItem_areFinalRecordsOrSealed() {
        assertThat(Records.reachable(ConversationItem.class))
                .hasSizeGreaterThan(100)
                .allMatch(type -> Modifier.isFinal(type.getModifiers()));
    }

    private static void assertUnmodifiable(Record item) {
        for (RecordComponent component : item.getClass().getRecordComponents()) {
            Object value = Records.read(item, component);
            if (value instanceof JsonValue) {
                continue;
            }
            if (value instanceof Collection<?> list) {
                assertThatExceptionOfType(UnsupportedOperationException.class)
                        .as("%s.%s", item.getClass(), component.getName())
                        .isThrownBy(() -> list.add(null));
            } else if (value instanceof Map<?, ?> map) {
                assertThatExceptionOfType(UnsupportedOperationException.class)
                        .as("%s.%s", item.getClass(), component.getName())
                        .isThrownBy(() -> map.remove("no such key"));
            }
        }
    }
}
