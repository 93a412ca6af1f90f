package dev.parley.runtime.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.json.JsonObject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViolationsTest {

    private static <T> List<String> of(T value, BiConsumer<T, Violations> check) {
        return Violations.of(value, check).stream()
                .map(found -> found.path() + " " + found.message())
                .toList();
    }

    @Test
    void violations_ofMembersAndElements_haveTheirPathsInOrder() {
        Map<String, List<String>> value = new LinkedHashMap<>();
        value.put("b c", Arrays.asList("long", null, "ok", "longer"));
        value.put("a", List.of("tall"));

        assertThat(of(
                        value,
                        (it, out) -> out.member(
                                "items",
                                it,
                                map -> out.each(map, list -> out.each(list, each -> out.length(each, 0, 3))))))
                .containsExactly(
                        "$.items['b c'][0] has 4 characters, must have at most 3",
                        "$.items['b c'][3] has 6 characters, must have at most 3",
                        "$.items.a[0] has 4 characters, must have at most 3");
    }

    @Test
    void parameter_withAViolation_isNamedWithoutTheRootOfTheBody() {
        assertThat(of(List.of("", "a"), (it, out) -> {
                    out.parameter("include", it, list -> out.each(list, each -> out.length(each, 1, 9)));
                    out.present(it, list -> out.size(list, 3, 9));
                    out.parameter("none", (String) null, each -> out.length(each, 1, 9));
                }))
                .containsExactly(
                        "include[0] has 0 characters, must have at least 1", "$ has 2 elements, must have at least 3");
    }

    @Test
    void memberThatIsNull_isNotChecked() {
        assertThat(of("", (it, out) -> {
                    out.member("a", (String) null, each -> out.length(each, 1, 2));
                    out.present((String) null, each -> out.length(each, 1, 2));
                }))
                .isEmpty();
    }

    @Test
    void length_ofCharactersBeyondTheFirstPlane_countsCodePoints() {
        assertThat(of("\uD83D\uDEA2\uD83D\uDEA2", (it, out) -> out.length(it, 2, 2)))
                .isEmpty();
        assertThat(of("a", (it, out) -> out.length(it, 2, 2)))
                .containsExactly("$ has 1 character, must have at least 2");
    }

    @Test
    void numbers_atTheirLimits_keepToThem() {
        assertThat(of(5L, (it, out) -> {
                    out.min(it, 5L);
                    out.max(it, 5L);
                    out.multipleOf(it, "2.5");
                }))
                .isEmpty();
        assertThat(of(0.3, (it, out) -> {
                    out.min(it, 0.3);
                    out.max(it, 0.3);
                    out.multipleOf(it, "0.1");
                }))
                .isEmpty();
    }

    @Test
    void numbers_beyondTheirLimits_nameTheLimitAndNotTheValue() {
        assertThat(of(7L, (it, out) -> {
                    out.min(it, 8L);
                    out.max(it, 6L);
                    out.multipleOf(it, "2");
                }))
                .containsExactly("$ must be at least 8", "$ must be at most 6", "$ must be a multiple of 2");
        assertThat(of(0.5, (it, out) -> {
                    out.min(it, 1);
                    out.max(it, 0.25);
                    out.above(it, 0.5);
                    out.below(it, 0.5);
                    out.multipleOf(it, "0.2");
                }))
                .containsExactly(
                        "$ must be at least 1",
                        "$ must be at most 0.25",
                        "$ must be above 0.5",
                        "$ must be below 0.5",
                        "$ must be a multiple of 0.2");
    }

    @Test
    void numberThatIsNone_keepsToNoLimit() {
        assertThat(of(Double.NaN, (it, out) -> {
                    out.min(it, 1);
                    out.below(it, 1);
                    out.multipleOf(it, "1");
                }))
                .hasSize(3);
    }

    @Test
    void names_ofAMapAndAnObject_areChecked() {
        assertThat(of(Map.of("long", 1), (it, out) -> out.names(it, each -> out.length(each, 0, 3))))
                .containsExactly("$.long has 4 characters, must have at most 3");
        assertThat(of(JsonObject.of("a", 1, "b", 2), (it, out) -> {
                    out.size(it, 0, 1);
                    out.names(it, each -> out.pattern(each, "^a", "^a"));
                }))
                .containsExactly("$ has 2 members, must have at most 1", "$.b must match the pattern ^a");
    }

    @Test
    void name_thatIsVeryLong_isCutInThePath() {
        assertThat(of(Map.of("k".repeat(70), ""), (it, out) -> out.names(it, each -> out.length(each, 0, 64))))
                .containsExactly("$['" + "k".repeat(64) + "…'] has 70 characters, must have at most 64");
    }

    @Test
    void name_withQuotesAndLineBreaks_isEscapedInThePath() {
        assertThat(of(Map.of("a'\\\n\u2028", "12"), (it, out) -> out.each(it, each -> out.length(each, 0, 1))))
                .containsExactly("$['a\\'\\\\\\u000a\\u2028'] has 2 characters, must have at most 1");
    }

    @Test
    void unique_ofEqualElements_isViolated() {
        assertThat(of(List.of(1, 2), (it, out) -> out.unique(it))).isEmpty();
        assertThat(of(List.of(1, 1), (it, out) -> out.unique(it))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$.a: expected an array, found a string | $.a: expected an array, found a string",
                "$.a: expected a 32-bit integer, found 12345678901 | $.a: expected a 32-bit integer",
                "$.a: expected a 32-bit integer, found -1e99 | $.a: expected a 32-bit integer"
            })
    void unfit_withAProblem_namesItWithoutTheNumberThatWasFound(String problem, String named) {
        assertThat(of(problem, (it, out) -> out.unfit(it)))
                .containsExactly("$ does not fit the variant that it names: " + named);
    }

    @Test
    void unfit_withoutAProblem_isNoViolation() {
        assertThat(of("", (it, out) -> out.unfit(null))).isEmpty();
    }
}
