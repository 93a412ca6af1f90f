package dev.parley.testkit;

import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** Tells a response as the events of its stream, the same each time. */
final class ResponseEvents {

    private static final String PADDING = "qB7mZx2LkV9dTf4R";
    private static final JsonArray EMPTY = new JsonArray(List.of());

    private final IncludeFilter filter;
    private final boolean obfuscated;
    private final List<JsonObject> events = new ArrayList<>();

    private ResponseEvents(IncludeFilter filter, boolean obfuscated) {
        this.filter = filter;
        this.obfuscated = obfuscated;
    }

    /**
     * Lists all events of a response, those of a response without an answer yet up to where it stands.
     *
     * @param obfuscated whether each delta brings the padding that hides its length
     */
    static List<JsonObject> of(StoredResponse response, IncludeFilter filter, boolean obfuscated) {
        ResponseEvents stream = new ResponseEvents(filter, obfuscated);
        stream.tell(response);
        return stream.events;
    }

    private void tell(StoredResponse response) {
        JsonObject opening = response.opening(response.isBackground() ? "queued" : "in_progress");
        add("response.created", JsonObject.of("response", opening));
        if (response.isBackground()) {
            add("response.queued", JsonObject.of("response", opening));
        }
        if (!response.isSettled()) {
            return;
        }
        add("response.in_progress", JsonObject.of("response", response.opening("in_progress")));
        List<StoredItem> output = response.output();
        for (int index = 0; index < output.size(); index++) {
            item(index, output.get(index).id(), filter.apply(output.get(index).json()));
        }
        add("response." + response.answer().status(), JsonObject.of("response", response.toJson(filter)));
    }

    private void item(int outputIndex, String id, JsonObject item) {
        add("response.output_item.added", JsonObject.of("output_index", outputIndex, "item", OutputItems.begun(item)));
        switch (ItemKind.of(item)) {
            case MESSAGE -> message(outputIndex, id, item);
            case FUNCTION_CALL -> functionCall(place(id, outputIndex), item);
            case CUSTOM_TOOL_CALL -> customToolCall(place(id, outputIndex), item);
            case REASONING -> reasoning(place(id, outputIndex), item);
            default -> {
                // Nothing of other items is streamed in parts.
            }
        }
        add("response.output_item.done", JsonObject.of("output_index", outputIndex, "item", item));
    }

    private void message(int outputIndex, String id, JsonObject item) {
        List<JsonObject> parts = parts(item, "content");
        for (int index = 0; index < parts.size(); index++) {
            part(place(id, outputIndex).with("content_index", index), parts.get(index));
        }
    }

    private void part(JsonObject place, JsonObject part) {
        boolean refusal = part.contains("refusal");
        String member = refusal ? "refusal" : "text";
        String text = text(part, member);
        add("response.content_part.added", place.with("part", part.with(member, "")));
        if (refusal) {
            Tokens.of(text).forEach(token -> delta("response.refusal.delta", place, token));
            add("response.refusal.done", place.with("refusal", text));
        } else {
            JsonObject withLogprobs = place.with("logprobs", EMPTY);
            Tokens.of(text).forEach(token -> delta("response.output_text.delta", withLogprobs, token));
            add("response.output_text.done", withLogprobs.with("text", text));
        }
        add("response.content_part.done", place.with("part", part));
    }

    private void functionCall(JsonObject place, JsonObject item) {
        String arguments = text(item, "arguments");
        Tokens.of(arguments).forEach(token -> delta("response.function_call_arguments.delta", place, token));
        add(
                "response.function_call_arguments.done",
                place.with("name", text(item, "name")).with("arguments", arguments));
    }

    private void customToolCall(JsonObject place, JsonObject item) {
        String input = text(item, "input");
        Tokens.of(input).forEach(token -> delta("response.custom_tool_call_input.delta", place, token));
        add("response.custom_tool_call_input.done", place.with("input", input));
    }

    private void reasoning(JsonObject itemPlace, JsonObject item) {
        List<JsonObject> parts = parts(item, "summary");
        for (int index = 0; index < parts.size(); index++) {
            JsonObject place = itemPlace.with("summary_index", index);
            JsonObject part = parts.get(index);
            String text = text(part, "text");
            add("response.reasoning_summary_part.added", place.with("part", part.with("text", "")));
            Tokens.of(text).forEach(token -> delta("response.reasoning_summary_text.delta", place, token));
            add("response.reasoning_summary_text.done", place.with("text", text));
            add("response.reasoning_summary_part.done", place.with("part", part));
        }
    }

    private void delta(String type, JsonObject place, String token) {
        JsonObject delta = place.with("delta", token);
        add(type, obfuscated ? delta.with("obfuscation", PADDING.substring(token.length() % PADDING.length())) : delta);
    }

    private void add(String type, JsonObject members) {
        JsonObject.Builder event = JsonObject.builder().put("type", type).put("sequence_number", events.size());
        members.members().forEach(event::put);
        events.add(event.build());
    }

    private static JsonObject place(String itemId, int outputIndex) {
        return JsonObject.of("item_id", itemId, "output_index", outputIndex);
    }

    private static List<JsonObject> parts(JsonObject item, String member) {
        List<JsonObject> parts = new ArrayList<>();
        if (item.get(member) instanceof JsonArray array) {
            for (JsonValue value : array.values()) {
                if (value instanceof JsonObject part) {
                    parts.add(part);
                }
            }
        }
        return parts;
    }

    private static String text(JsonObject json, String member) {
        return json.get(member) instanceof JsonString text ? text.value() : "";
    }
}
