package dev.parley.generator.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiComparisonTest {

    private static ApiComparison compare(String before, String after) {
        return ApiComparison.of(lines(before), lines(after));
    }

    private static List<String> lines(String text) {
        return text.isBlank() ? List.of() : text.lines().toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BINARY | T : class | '' | T: removed",
                "BINARY | T : record | T : interface | T: was a record and is now an interface",
                "BINARY | T : class : U | T : class | T: is no longer an U",
                "BINARY | T : class | T : final class | T: is final now",
                "BINARY | T : interface | T : sealed interface | T: is sealed now: it cannot be implemented elsewhere",
                "BINARY | T a() : String | T b() : String | T.a(): removed",
                "BINARY | T a() : String | T a() : long | T.a(): gives long, not String",
                "BINARY | T a(String) : T | T a(List<String>) : T | T.a(String): removed",
                "BINARY | T a() static : T | T a() : T | T.a(): is no longer static",
                "BINARY | T a() : T | T a() abstract : T | T.a(): is abstract now",
                "BINARY | T a() : T | T a() protected : T | T.a(): is protected now",
                "BINARY | T new(String) | T new(String, long) | T new(String): removed",
                "BINARY | T constant A | T constant B | T.A: removed",
                "BINARY | T field static A : String | T field static A : long | T.A: gives long, not String",
                "SOURCE | T a() : List<A> | T a() : List<B> | T.a(): gives List<B>, not List<A>",
                "SOURCE | T a() : String | T a() : String? | T.a(): may be null now",
                "SOURCE | T a(List<A>) : T | T a(List<B>) : T | T.a(List): takes List<B>, not List<A>",
                "SOURCE | T a(String?) : T | T a(String) : T | T.a(String): no longer takes null for String",
                "SOURCE | T permits A | T permits B | T: no longer permits A: a case for it does not compile",
                "NONE   | T a() : T | T a() deprecated : T | T.a(): deprecated",
                "NONE   | T : class | T : deprecated class | T: deprecated",
            })
    void change_hasItsEffect(Effect effect, String before, String after, String change) {
        assertThat(compare(before, after).changes(effect))
                .extracting(ApiChange::toString)
                .contains(change);
    }

    @Test
    void newVariant_ofASealedType_breaksSwitches() {
        assertThat(compare("T permits A", "T permits A\nT permits B").changes())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.effect()).isEqualTo(Effect.SOURCE);
                    assertThat(change.what()).contains("permits B");
                });
    }

    @Test
    void newConstant_ofAnEnum_breaksSwitches() {
        assertThat(compare("T constant A", "T constant A\nT constant B").changes(Effect.SOURCE))
                .hasSize(1);
    }

    @Test
    void newComponent_ofARecord_isOneChangeThatNamesIt() {
        ApiComparison comparison = compare(
                "T : record(String a)\nT new(String)\nT a() : String",
                "T : record(String a, List<A, B>? b)\nT new(String, List<A, B>?)\nT a() : String\nT b() : List<A, B>?");

        assertThat(comparison.changes()).singleElement().satisfies(change -> {
            assertThat(change.effect()).isEqualTo(Effect.BINARY);
            assertThat(change.what()).contains("new List<A, B> b");
        });
        assertThat(comparison.added()).isEqualTo(2);
    }

    @Test
    void component_thatMayBeNullNow_isAChangeOfItsAccessorAlone() {
        ApiComparison comparison = compare(
                "T : record(String a)\nT new(String)\nT a() : String",
                "T : record(String? a)\nT new(String?)\nT a() : String?");

        assertThat(comparison.changes()).extracting(ApiChange::toString).containsExactly("T.a(): may be null now");
    }

    @Test
    void newMethod_ofAService_breaksThoseWhoImplementIt() {
        assertThat(compare("T : interface", "T : interface\nT a() abstract : void")
                        .changes(Effect.SOURCE))
                .hasSize(1);
        assertThat(compare("T : sealed interface", "T : sealed interface\nT a() abstract : void")
                        .changes())
                .isEmpty();
    }

    @Test
    void additions_breakNobody() {
        ApiComparison comparison =
                compare("T : final class", "T : final class\nT a() : void\nU : record(long n)\nU n() : long");

        assertThat(comparison.changes()).isEmpty();
        assertThat(comparison.added()).isEqualTo(3);
    }

    @Test
    void changes_areSortedTheWorstFirst() {
        assertThat(compare("A a() : String\nB b() : T\nC c() : T", "A a() : String?\nB b() : T\nC c() deprecated : T")
                        .changes())
                .extracting(ApiChange::effect)
                .containsExactly(Effect.SOURCE, Effect.NONE);
    }

    @Test
    void line_thatIsNoneOfAListing_isRefusedWithItsText() {
        assertThatThrownBy(() -> compare("openapi", "")).hasMessageContaining("openapi");
        assertThatThrownBy(() -> compare("T is no signature", "")).hasMessageContaining("is no signature");
    }
}
