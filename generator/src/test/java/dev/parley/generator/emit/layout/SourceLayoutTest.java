package dev.parley.generator.emit.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceLayoutTest {

    @Test
    void commentOfOneLine_standsOnOneLine() {
        assertThat(SourceLayout.of("""
            class A {
                /**
                 * Says it.
                 */
                int b() {
                    return 1;
                }
            }
            """)).isEqualTo("""
            class A {

                /** Says it. */
                int b() {
                    return 1;
                }
            }
            """);
    }

    @Test
    void commentOfSeveralLines_staysSo() {
        String source = """
            /**
             * First.
             *
             * <p>Second.
             */
            class A {}
            """;

        assertThat(SourceLayout.of(source)).isEqualTo(source);
    }

    @Test
    void longLineOfAComment_isBrokenAtASpace() {
        String words = "word ".repeat(30).strip();

        assertThat(SourceLayout.of("/**\n * " + words + "\n * b\n */\nclass A {}\n")
                        .lines())
                .allMatch(line -> line.length() <= 120)
                .filteredOn(line -> line.contains("word"))
                .hasSize(2)
                .allMatch(line -> line.startsWith(" * word"));
    }

    @Test
    void emptyBody_isWrittenWithoutABreak() {
        assertThat(SourceLayout.of("class A {\n}\n")).isEqualTo("class A {}\n");
    }

    @Test
    void fields_standTogether() {
        assertThat(SourceLayout.of("""
            class A {
                private int a;

                private int b;

                int c() {
                    return 1;
                }
            }
            """)).contains("    private int a;\n    private int b;\n\n    int c()");
    }

    @Test
    void headerOverSeveralLines_isLaidOutAsOne() {
        assertThat(SourceLayout.of("public record A(int b,\n    int c) implements D {\n}\n"))
                .isEqualTo("public record A(int b, int c) implements D {}\n");
    }

    /** A template is its author's: what is not laid out as ours is passed on as it stands. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/**\n * Never closed\n",
                "/**\n * Closed late. */\nclass A {}\n",
                "interface A { // with a remark\n    int b();\n}\n",
                "record\n",
                "class A\n",
                "/* class B */\n",
            })
    void sourceOfAnotherStyle_staysAsItIs(String source) {
        assertThat(SourceLayout.of(source).replaceAll("\\s", "")).isEqualTo(source.replaceAll("\\s", ""));
        assertThat(SourceLayout.of(source).lines().map(String::strip))
                .containsAll(source.lines().map(String::strip).toList());
    }
}
