package dev.parley.testkit;

import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import java.util.ArrayList;
import java.util.List;

/**
 * What a {@link Model} is asked.
 *
 * @param body the body of the request as it was sent
 * @param context the items that came before, the oldest first: those of the conversation, or the input and output of the
 *     previous responses
 * @param input the items that this request adds, as they are stored; of an input that is a string, one message of the user
 */
public record ModelRequest(JsonObject body, List<JsonObject> context, List<JsonObject> input) {

    /**
     * Copies the lists.
     *
     * @param body the body of the request
     * @param context the items that came before
     * @param input the items that this request adds
     */
    public ModelRequest {
        context = List.copyOf(context);
        input = List.copyOf(input);
    }

    /**
     * Returns the text of the last message of a user that has a text, be it in the input or in the context.
     *
     * @return the text, of several parts one after the other; empty if no user wrote any
     */
    public String lastUserText() {
        List<JsonObject> items = new ArrayList<>(context);
        items.addAll(input);
        for (int index = items.size() - 1; index >= 0; index--) {
            String text = userText(items.get(index));
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    private static String userText(JsonObject item) {
        StringBuilder text = new StringBuilder();
        if (item.get("role") instanceof JsonString role
                && role.value().equals("user")
                && item.get("content") instanceof JsonArray content) {
            content.values().forEach(part -> {
                if (part instanceof JsonObject object && object.get("text") instanceof JsonString string) {
                    text.append(string.value());
                }
            });
        }
        return text.toString();
    }
}
