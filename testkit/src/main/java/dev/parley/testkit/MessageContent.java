package dev.parley.testkit;

import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonNull;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns the content of an input message into the content that the service stores. */
final class MessageContent {

    private static final List<String> ROLES = List.of("assistant", "system", "developer", "user");
    private static final List<String> PARTS_OF_ASSISTANTS = List.of("output_text", "refusal");
    private static final List<String> PARTS_OF_OTHERS = List.of("input_text", "input_image", "input_file");
    private static final Map<String, String> TEXTS =
            Map.of("input_text", "text", "output_text", "text", "refusal", "refusal");
    private static final JsonArray EMPTY = new JsonArray(List.of());

    private MessageContent() {}

    /**
     * Reads the role and the content of a message; a string becomes one part.
     *
     * @throws ApiError if the role is none that a client may write in, or a part is not of that role
     */
    static JsonArray accept(Parameter message) {
        Parameter role = message.member("role");
        if (!ROLES.contains(role.string())) {
            throw ApiError.invalidValue(role.path(), role.string(), ROLES);
        }
        boolean assistant = role.string().equals("assistant");
        Parameter content = message.member("content");
        if (content.present() instanceof JsonString text) {
            return new JsonArray(List.of(text(text, assistant)));
        }
        if (!(content.present() instanceof JsonArray)) {
            throw ApiError.invalidType(content.path(), "one of a string or array of objects", content.present());
        }
        List<JsonValue> parts = new ArrayList<>();
        for (Parameter part : content.elements()) {
            parts.add(part(part, assistant));
        }
        return new JsonArray(parts);
    }

    private static JsonObject text(JsonString text, boolean assistant) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("text", text);
        return completed(assistant ? "output_text" : "input_text", members);
    }

    private static JsonObject part(Parameter part, boolean assistant) {
        Parameter type = part.member("type");
        List<String> own = assistant ? PARTS_OF_ASSISTANTS : PARTS_OF_OTHERS;
        List<String> foreign = assistant ? PARTS_OF_OTHERS : PARTS_OF_ASSISTANTS;
        if (foreign.contains(type.string())) {
            throw ApiError.invalidValue(type.path(), type.string(), own);
        }
        String text = TEXTS.get(type.string());
        if (text != null) {
            part.member(text).string();
        }
        return completed(type.string(), new LinkedHashMap<>(part.object().members()));
    }

    private static JsonObject completed(String type, Map<String, JsonValue> members) {
        members.put("type", new JsonString(type));
        if (type.equals("output_text")) {
            members.putIfAbsent("annotations", EMPTY);
            members.putIfAbsent("logprobs", EMPTY);
        } else if (type.equals("input_image")) {
            members.putIfAbsent("detail", new JsonString("auto"));
            members.putIfAbsent("file_id", JsonNull.INSTANCE);
            members.putIfAbsent("image_url", JsonNull.INSTANCE);
        } else if (type.equals("input_file")) {
            members.putIfAbsent("file_id", JsonNull.INSTANCE);
            // No answer on record gives the bytes of a file back, and no include value asks for them.
            members.remove("file_data");
        }
        return MemberOrder.CONTENT_PART.apply(members);
    }
}
