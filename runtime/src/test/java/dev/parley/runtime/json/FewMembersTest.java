package dev.parley.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FewMembersTest {

    private static JsonObject object(int members) {
        JsonObject.Builder builder = JsonObject.builder();
        for (int i = 0; i < members; i++) {
            builder.put("m" + i, i);
        }
        return builder.build();
    }

    @Test
    void members_ofAnyNumber_keepTheirOrder() {
        for (int members = 0; members < 12; members++) {
            JsonObject object = object(members);
            assertThat(object.names())
                    .containsExactlyElementsOf(
                            IntStream.range(0, members).mapToObj(i -> "m" + i).toList());
            assertThat(object.size()).isEqualTo(members);
            assertThat(object.get("m" + members)).isNull();
            assertThat(JsonValue.parse(object.toJson())).isEqualTo(object).hasSameHashCodeAs(object);
        }
    }

    @Test
    void member_putAgain_isReplacedWhereItStands() {
        for (int members = 1; members < 12; members++) {
            JsonObject changed = object(members).with("m0", "other");
            assertThat(changed.size()).isEqualTo(members);
            assertThat(changed.names()).first().isEqualTo("m0");
            assertThat(changed.get("m0")).isEqualTo(new JsonString("other"));
        }
    }

    @Test
    void member_removed_isGoneFromTheCopyAlone() {
        for (int members = 1; members < 12; members++) {
            JsonObject object = object(members);
            for (int i = 0; i < members; i++) {
                JsonObject without = object.without("m" + i);
                assertThat(without.contains("m" + i)).isFalse();
                assertThat(without.size()).isEqualTo(members - 1);
            }
            assertThat(object).isEqualTo(object(members));
        }
    }

    @Test
    void names_ofOneHash_areToldApart() {
        JsonObject object = JsonObject.of("Aa", 1, "BB", 2, "C#", 3);
        assertThat("Aa").hasSameHashCodeAs("BB").hasSameHashCodeAs("C#");
        assertThat(object.get("Aa")).isEqualTo(JsonNumber.of(1));
        assertThat(object.get("BB")).isEqualTo(JsonNumber.of(2));
        assertThat(object.get("C#")).isEqualTo(JsonNumber.of(3));
        assertThat(object.without("Aa").get("Aa")).isNull();
        assertThat(object.without("Aa").get("BB")).isEqualTo(JsonNumber.of(2));
        assertThat(JsonObject.of("Aa", 1).get("BB")).isNull();
    }

    @Test
    void forEach_ofAnyNumber_goesThroughTheMembersInOrder() {
        for (int members = 0; members < 12; members++) {
            Map<String, JsonValue> seen = new LinkedHashMap<>();
            object(members).forEach(seen::put);
            assertThat(List.copyOf(seen.entrySet()))
                    .isEqualTo(List.copyOf(object(members).members().entrySet()));
        }
    }

    @Test
    void builder_usedFurther_doesNotChangeWhatItBuilt() {
        JsonObject.Builder builder = JsonObject.builder().put("a", 1);
        JsonObject one = builder.build();
        JsonObject two = builder.put("b", 2).build();
        assertThat(one.toJson()).isEqualTo("{\"a\":1}");
        assertThat(two.toJson()).isEqualTo("{\"a\":1,\"b\":2}");
    }

    @Test
    void objects_inAnotherOrder_areEqual() {
        JsonObject few = object(8);
        JsonObject shrunk = object(9).without("m8");
        assertThat(shrunk).isEqualTo(few).hasSameHashCodeAs(few);
        assertThat(few).isEqualTo(shrunk);
        assertThat(few.without("m0").with("m0", 0)).isEqualTo(few);
    }

    @Test
    void members_areUnmodifiable() {
        Map<String, JsonValue> members = object(2).members();
        assertThatThrownBy(() -> members.put("c", JsonNull.INSTANCE)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> members.remove("m0")).isInstanceOf(UnsupportedOperationException.class);
        var entries = members.entrySet().iterator();
        assertThatThrownBy(() -> entries.next().setValue(JsonNull.INSTANCE))
                .isInstanceOf(UnsupportedOperationException.class);
        entries.next();
        assertThatThrownBy(entries::next).isInstanceOf(NoSuchElementException.class);
    }
}
