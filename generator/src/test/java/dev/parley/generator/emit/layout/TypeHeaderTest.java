package dev.parley.generator.emit.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TypeHeaderTest {

    private static String layout(String header) {
        return String.join("\n", TypeHeader.layout(header));
    }

    private static String names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).collect(Collectors.joining(", "));
    }

    @Test
    void header_thatFits_staysOnOneLine() {
        assertThat(layout("public record A(int b) implements C {")).isEqualTo("public record A(int b) implements C {");
    }

    @Test
    void longRecord_hasAComponentALine() {
        String types = "Map<String, List<String>> aComponentWithAName, String anotherComponentWithAName, "
                + "long theThirdComponent";

        assertThat(layout("    public record Thing(" + types + ") implements First, Second {"))
                .isEqualTo("""
                public record Thing(
                        Map<String, List<String>> aComponentWithAName,
                        String anotherComponentWithAName,
                        long theThirdComponent)
                        implements First, Second {""".indent(4).stripTrailing());
    }

    @Test
    void longRecord_withoutInterfaces_keepsItsBraceBehindTheLastComponent() {
        assertThat(layout("record Thing(" + names("int aComponentWithALongName", 5) + ") {}"))
                .endsWith("        int aComponentWithALongName4) {}");
    }

    @Test
    void longUnion_hasItsClausesOnLinesOfTheirOwn() {
        assertThat(layout("public sealed interface Thing extends JsonWritable permits " + names("Variant", 8) + " {"))
                .isEqualTo("public sealed interface Thing\n        extends JsonWritable\n        permits "
                        + names("Variant", 8) + " {");
    }

    @Test
    void longUnion_ofManyVariants_hasAVariantALine() {
        assertThat(layout("sealed interface Thing extends A permits " + names("VariantNumber", 12) + " {"))
                .contains("\n        permits VariantNumber0,\n                VariantNumber1,\n")
                .endsWith("\n                VariantNumber11 {");
    }

    @Test
    void header_brokenAndJoined_isTheHeader() {
        String header =
                "public record Thing(" + names("Map<String, X> m", 12) + ") implements " + names("Face", 20) + " {";

        assertThat(layout(header).replaceAll("\\s", "")).isEqualTo(header.replaceAll("\\s", ""));
    }
}
