package dev.parley.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValueTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "false",
                "0",
                "-1.50E+3",
                "\"\"",
                "\"a\\nb\\u0001é😀\"",
                "[]",
                "[1,[2],{}]",
                "{}",
                "{\"b\":[{\"c\":null}],\"a\":{\"\":0.10}}"
            })
    void text_parsed_printsTheSame(String json) {
        JsonValue value = JsonValue.parse(json);
        assertThat(value.toJson()).isEqualTo(json);
        assertThat(value).hasToString(json).isEqualTo(JsonValue.parse(json.getBytes(StandardCharsets.UTF_8)));
        assertThat(value).hasSameHashCodeAs(JsonValue.parse(json));
    }

    @Test
    void objects_areEqualInAnyOrder_andKeepTheirs() {
        JsonObject object = (JsonObject) JsonValue.parse("{\"b\":1,\"a\":2}");
        assertThat(object).isEqualTo(JsonValue.parse("{\"a\":2.0,\"b\":1}")).isNotEqualTo(JsonObject.of("a", 2));
        assertThat(object.names()).containsExactly("b", "a");
        assertThat(object.members())
                .containsExactly(Map.entry("b", JsonNumber.of(1)), Map.entry("a", JsonNumber.of(2)));
    }

    @Test
    void object_isReadThroughItsAccessors() {
        JsonObject object = JsonObject.of("a", null, "b", "x");
        assertThat(object.get("a")).isSameAs(JsonNull.INSTANCE);
        assertThat(object.get("c")).isNull();
        assertThat(object.contains("a")).isTrue();
        assertThat(object.contains("c")).isFalse();
        assertThat(object.size()).isEqualTo(2);
        assertThat(object.isEmpty()).isFalse();
        assertThat(JsonObject.of()).isSameAs(JsonObject.EMPTY).isEqualTo(JsonValue.parse("{}"));
        assertThat(JsonObject.EMPTY.isEmpty()).isTrue();
    }

    @Test
    void object_isImmutable() {
        JsonObject object = JsonObject.of("a", 1);
        assertThat(object.members()).isUnmodifiable();
        assertThat(object.names()).isUnmodifiable();
        assertThat(object.with("b", 2).with("a", 3).toJson()).isEqualTo("{\"a\":3,\"b\":2}");
        assertThat(object.without("a")).isSameAs(JsonObject.EMPTY);
        assertThat(object.without("b")).isSameAs(object);
        assertThat(object.toJson()).isEqualTo("{\"a\":1}");
    }

    @Test
    void builder_usedAfterBuild_leavesTheObjectAlone() {
        JsonObject.Builder builder =
                JsonObject.builder().put("a", 1).put("b", 2).put("a", 3);
        assertThat(builder.size()).isEqualTo(2);
        JsonObject first = builder.build();
        JsonObject second = builder.put("c", 4).remove("b").build();
        assertThat(first.toJson()).isEqualTo("{\"a\":3,\"b\":2}");
        assertThat(second.toJson()).isEqualTo("{\"a\":3,\"c\":4}");
        assertThatThrownBy(() -> builder.put(null, 1)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void array_copiesItsList() {
        List<JsonValue> values = new ArrayList<>(List.of(JsonNull.INSTANCE));
        JsonArray array = new JsonArray(values);
        values.clear();
        assertThat(array.values()).containsExactly(JsonNull.INSTANCE).isUnmodifiable();
    }

    @Test
    void javaValues_areConverted() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("s", new StringBuilder("x"));
        map.put("n", Arrays.asList(1, 2L, 1.5, 2.5f, (byte) 3, new BigInteger("9".repeat(30)), null));
        map.put("b", true);
        map.put("o", Map.of());
        map.put("j", JsonObject.of("k", false));
        map.put("i", Set.of("one"));
        assertThat(JsonValue.from(map).toJson())
                .isEqualTo("{\"s\":\"x\",\"n\":[1,2,1.5,2.5,3,999999999999999999999999999999,null],\"b\":true,\"o\":{},"
                        + "\"j\":{\"k\":false},\"i\":[\"one\"]}");
        assertThat(JsonValue.from(null)).isSameAs(JsonNull.INSTANCE);
    }

    @Test
    void javaValues_withoutJsonForm_areRefusedWithTheirPlace() {
        assertThatThrownBy(() -> JsonValue.from(Map.of("a", List.of(1, new Thread()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("$.a[1]: a java.lang.Thread has no JSON form; convert it");
        assertThatThrownBy(() -> JsonValue.from(List.of(Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("$[0]: NaN is not a JSON number");
        assertThatThrownBy(() -> JsonValue.from(Map.of(1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("$: the name of a member must be a String, not 1");
        List<Object> itself = new ArrayList<>();
        itself.add(itself);
        assertThatThrownBy(() -> JsonValue.from(itself))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nested more than 500 deep, or inside itself");
    }

    @Test
    void nullElement_ofAnArray_isRefused() {
        assertThatThrownBy(() -> new JsonArray(Collections.singletonList(null)))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new JsonString(null)).isInstanceOf(NullPointerException.class);
    }
}
