package dev.parley.generator.naming;

import static org.assertj.core.api.Assertions.assertThat;

import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    @ParameterizedTest
    @CsvSource({
        "MCPToolCall, MCPToolCall",
        "message_phase, MessagePhase",
        "MessagePhase-2, MessagePhase2",
        "2Phase, Type2Phase",
        "class, ClassObject",
        "string, StringObject",
        "Builder, BuilderObject",
        "unknown, UnknownObject",
        "record, RecordObject",
        "'', Type",
        "'…', Type",
    })
    void typeName_ofADocument_becomesATypeName(String name, String expected) {
        assertThat(Identifiers.type(name).text()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "has_more, hasMore",
        "URL, url",
        "class, classValue",
        "var, varValue",
        "hashCode, hashCodeValue",
        "to_json, toJsonValue",
        "additionalProperties, additionalPropertiesValue",
        "_, value",
        "'', value",
        "1st, value1st",
        "in, in",
    })
    void memberName_ofADocument_becomesAComponent(String name, String expected) {
        assertThat(Identifiers.member(name).text()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "in_progress, IN_PROGRESS",
        "24h, VALUE_24H",
        "gpt-4o, GPT_4O",
        "class, CLASS",
        "'', EMPTY",
        "'*', SYMBOL",
    })
    void enumValue_ofADocument_becomesAConstant(String value, String expected) {
        assertThat(Identifiers.constant(value).text()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*/", "\"; System.exit(0); //", "\\u002a", "$L", "\u202e", "\0", "a b\nc", "${x}", "_", "enum"})
    void anyText_asAName_isALegalIdentifier(String text) {
        assertThat(SourceVersion.isName(Identifiers.type(text).text())).isTrue();
        assertThat(SourceVersion.isName(Identifiers.member(text).text())).isTrue();
        assertThat(SourceVersion.isName(Identifiers.method(text).text())).isTrue();
        assertThat(SourceVersion.isName(Identifiers.constant(text).text())).isTrue();
    }

    @Test
    void longName_asAName_isCut() {
        assertThat(Identifiers.type("a".repeat(70_000)).text()).hasSize(120);
        assertThat(Identifiers.member("a".repeat(70_000)).text()).hasSize(120);
    }

    @ParameterizedTest
    @CsvSource({
        "Thing, true",
        "thing, true",
        "class, false",
        "record, false",
        "a_b, false",
        "1a, false",
        "é, false",
        "'', false"
    })
    void curatedName_unlessAPlainIdentifier_isRefused(String name, boolean accepted) {
        assertThat(Identifiers.curated(name) != null).isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource({
        "dev.parley, true",
        "a, true",
        "a.b_1, true",
        "A, false",
        "a..b, false",
        "a.class, false",
        "a/b, false",
        "'', false"
    })
    void packageName_unlessPlain_isRefused(String name, boolean accepted) {
        assertThat(Identifiers.isPackage(name)).isEqualTo(accepted);
    }
}
