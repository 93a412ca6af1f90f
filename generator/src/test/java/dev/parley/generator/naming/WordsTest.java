package dev.parley.generator.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "conversation_id, conversation id",
        "conversation-id, conversation id",
        "conversationId, conversation Id",
        "MCPToolCall, MCP Tool Call",
        "ToolMCP, Tool MCP",
        "GPT4Model, GPT4 Model",
        "http2, http2",
        "2fa_code, 2fa code",
        "a.b/c d, a b c d",
        "naïve, na ve",
        "'', ''",
        "'日本 …', ''",
    })
    void name_split_givesItsWords(String name, String words) {
        assertThat(String.join(" ", Words.of(name))).isEqualTo(words);
    }

    @Test
    void words_joined_keepInnerCapitalsAndTameAcronyms() {
        List<String> words = List.of("MCP", "tool", "iPod");

        assertThat(Words.upperCamel(words)).isEqualTo("McpToolIPod");
        assertThat(Words.lowerCamel(words)).isEqualTo("mcpToolIPod");
        assertThat(Words.upperSnake(words)).isEqualTo("MCP_TOOL_IPOD");
        assertThat(Words.lowerCamel(List.of())).isEmpty();
    }

    @Test
    void words_joinedInTurkish_keepTheirDots() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(new Locale("tr", "TR"));

            assertThat(Words.upperCamel(List.of("item", "IDS"))).isEqualTo("ItemIds");
            assertThat(Words.upperSnake(List.of("item"))).isEqualTo("ITEM");
        } finally {
            Locale.setDefault(before);
        }
    }
}
