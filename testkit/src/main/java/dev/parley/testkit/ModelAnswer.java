package dev.parley.testkit;

import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonNull;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** What a {@link Model} answers: output items, and whether the response completes, fails or stays incomplete. */
public final class ModelAnswer {

    private static final JsonArray EMPTY = new JsonArray(List.of());

    private final String status;
    private final List<JsonObject> output;
    private final JsonValue error;
    private final JsonValue incompleteDetails;

    private ModelAnswer(String status, List<JsonObject> output, JsonValue error, JsonValue incompleteDetails) {
        this.status = status;
        this.output = List.copyOf(output);
        this.error = error;
        this.incompleteDetails = incompleteDetails;
    }

    /**
     * Returns the answer of one message with a text.
     *
     * @param text the text
     * @return the answer
     */
    public static ModelAnswer text(String text) {
        return items(message(textPart(text)));
    }

    /**
     * Returns the answer of one message that refuses.
     *
     * @param refusal the model's explanation
     * @return the answer
     */
    public static ModelAnswer refusal(String refusal) {
        return items(message(JsonObject.of("type", "refusal", "refusal", refusal)));
    }

    /**
     * Returns the answer of one call of a function. Its {@code call_id} is made by the server.
     *
     * @param name the function's name
     * @param arguments the arguments, JSON as a rule; sent as they are
     * @return the answer
     */
    public static ModelAnswer functionCall(String name, String arguments) {
        return items(JsonObject.of("type", "function_call", "arguments", arguments, "name", name));
    }

    /**
     * Returns the answer of any output items. The server adds {@code id}, and {@code status} and {@code call_id} where their
     * type has them, unless an item brings its own; nothing is checked.
     *
     * @param items the items, each with at least a {@code type}
     * @return the answer
     * @throws IllegalArgumentException if an item has no {@code type}
     */
    public static ModelAnswer items(JsonObject... items) {
        for (JsonObject item : items) {
            if (!(item.get("type") instanceof JsonString)) {
                throw new IllegalArgumentException(
                        "items: expected a string 'type' such as \"message\"; the item has " + item.names());
            }
        }
        return new ModelAnswer("completed", List.of(items), JsonNull.INSTANCE, JsonNull.INSTANCE);
    }

    /**
     * Returns an answer without output that ends with status {@code failed}.
     *
     * @param code the error's code, such as {@code server_error} or {@code rate_limit_exceeded}
     * @param message the error's message
     * @return the answer
     */
    public static ModelAnswer failure(String code, String message) {
        JsonObject error = JsonObject.of("code", code, "message", message);
        return new ModelAnswer("failed", List.of(), error, JsonNull.INSTANCE);
    }

    /**
     * Returns an answer that breaks off in a text and ends with status {@code incomplete}.
     *
     * @param reason why, such as {@code max_output_tokens} or {@code content_filter}
     * @param text the text so far
     * @return the answer
     */
    public static ModelAnswer incomplete(String reason, String text) {
        JsonObject message = message(textPart(text)).with("status", "incomplete");
        return new ModelAnswer("incomplete", List.of(message), JsonNull.INSTANCE, JsonObject.of("reason", reason));
    }

    /**
     * Returns an answer with the output of this one and then that of another, which also says how it ends: a text and a
     * call, several calls at once, a text and a failure.
     *
     * @param next what follows
     * @return both
     */
    public ModelAnswer and(ModelAnswer next) {
        List<JsonObject> both = new ArrayList<>(output);
        both.addAll(next.output);
        return new ModelAnswer(next.status, both, next.error, next.incompleteDetails);
    }

    String status() {
        return status;
    }

    List<JsonObject> output() {
        return output;
    }

    JsonValue error() {
        return error;
    }

    JsonValue incompleteDetails() {
        return incompleteDetails;
    }

    private static JsonObject message(JsonObject part) {
        return JsonObject.of("type", "message", "content", List.of(part), "role", "assistant");
    }

    private static JsonObject textPart(String text) {
        return JsonObject.builder()
                .put("type", "output_text")
                .put("annotations", EMPTY)
                .put("logprobs", EMPTY)
                .put("text", text)
                .build();
    }
}
