package dev.parley.testkit;

import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonNumber;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The tokens of this server: words with the blanks before them. They are what is counted and what is streamed. */
final class Tokens {

    private static final Pattern TOKEN = Pattern.compile("\\s*\\S+|\\s+");
    private static final Set<String> TEXTS = Set.of("text", "refusal", "arguments", "name", "output", "input");

    private Tokens() {}

    /** The parts of a text, which joined give it again; none of an empty text. */
    static List<String> of(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }

    static JsonObject usage(String instructions, List<StoredItem> input, List<StoredItem> output) {
        long inputTokens = of(instructions).size() + count(input);
        long outputTokens = count(output);
        return JsonObject.builder()
                .put("input_tokens", inputTokens)
                .put("input_tokens_details", JsonObject.of("cached_tokens", zero(), "cache_write_tokens", zero()))
                .put("output_tokens", outputTokens)
                .put("output_tokens_details", JsonObject.of("reasoning_tokens", zero()))
                .put("total_tokens", inputTokens + outputTokens)
                .build();
    }

    private static long count(List<StoredItem> items) {
        return items.stream().mapToLong(item -> count(item.json())).sum();
    }

    private static long count(JsonValue value) {
        long count = 0;
        if (value instanceof JsonObject object) {
            for (String name : object.names()) {
                JsonValue member = object.members().get(name);
                if (!(member instanceof JsonString text)) {
                    count += count(member);
                } else if (TEXTS.contains(name)) {
                    count += of(text.value()).size();
                }
            }
        } else if (value instanceof JsonArray array) {
            count = array.values().stream().mapToLong(Tokens::count).sum();
        }
        return count;
    }

    private static JsonNumber zero() {
        return JsonNumber.of(0);
    }
}
