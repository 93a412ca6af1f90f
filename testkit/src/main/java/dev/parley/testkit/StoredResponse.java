package dev.parley.testkit;

import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonBoolean;
import dev.parley.runtime.json.JsonNull;
import dev.parley.runtime.json.JsonNumber;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A response. The model has answered when it is made, yet it stays queued, and shows nothing of the answer, until it is
 * settled. Guarded by the monitor of the {@link ConversationStore}.
 */
final class StoredResponse {

    private enum State {
        QUEUED,
        SETTLED,
        CANCELLED
    }

    private final String id;
    private final JsonObject settings;
    private final @Nullable StoredConversation conversation;
    private final List<StoredItem> context;
    private final List<StoredItem> input;
    private final List<StoredItem> output;
    private final ModelAnswer answer;
    private State state = State.QUEUED;
    private JsonValue completedAt = JsonNull.INSTANCE;

    StoredResponse(
            String id,
            JsonObject settings,
            @Nullable StoredConversation conversation,
            List<StoredItem> context,
            List<StoredItem> input,
            List<StoredItem> output,
            ModelAnswer answer) {
        this.id = id;
        this.settings = settings;
        this.conversation = conversation;
        this.context = context;
        this.input = input;
        this.output = output;
        this.answer = answer;
    }

    String id() {
        return id;
    }

    boolean isBackground() {
        return JsonBoolean.TRUE.equals(settings.get("background"));
    }

    boolean isSettled() {
        return state == State.SETTLED;
    }

    ModelAnswer answer() {
        return answer;
    }

    /** What the model made, as soon as the response is settled. */
    List<StoredItem> output() {
        return isSettled() ? output : List.of();
    }

    /** What the model was given: the items before this response, then its own input. */
    List<StoredItem> given() {
        return joined(context, input);
    }

    /** What this response adds to the items before it. */
    List<StoredItem> turn() {
        return joined(input, output());
    }

    /** Everything that a response after this one builds on. */
    List<StoredItem> history() {
        return joined(given(), output());
    }

    /** Lets the answer show, and puts it with the input into the conversation unless it failed; does nothing twice. */
    void settle(long now) {
        if (state != State.QUEUED) {
            return;
        }
        state = State.SETTLED;
        if (answer.status().equals("completed")) {
            completedAt = JsonNumber.of(now);
        }
        if (conversation != null && !answer.status().equals("failed")) {
            turn().forEach(conversation::add);
        }
    }

    /** Gives up a response that is still queued; one that is settled stays as it is. */
    void cancel() {
        if (state == State.QUEUED) {
            state = State.CANCELLED;
        }
    }

    /** The response before the model's answer, with that status. */
    JsonObject opening(String status) {
        return settings.with("status", status);
    }

    JsonObject toJson(IncludeFilter filter) {
        return switch (state) {
            case QUEUED -> opening("queued");
            case CANCELLED -> opening("cancelled");
            case SETTLED -> settled(filter);
        };
    }

    private JsonObject settled(IncludeFilter filter) {
        List<JsonValue> items = new ArrayList<>();
        output.forEach(item -> items.add(filter.apply(item.json())));
        return opening(answer.status())
                .with("completed_at", completedAt)
                .with("error", answer.error())
                .with("incomplete_details", answer.incompleteDetails())
                .with("output", new JsonArray(items))
                .with("usage", answer.status().equals("failed") ? JsonNull.INSTANCE : usage());
    }

    private JsonObject usage() {
        String instructions = settings.get("instructions") instanceof JsonString text ? text.value() : "";
        return Tokens.usage(instructions, given(), output);
    }

    private static List<StoredItem> joined(List<StoredItem> first, List<StoredItem> second) {
        List<StoredItem> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
