package dev.parley.testkit;

import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonNull;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Takes out of an item what the request did not ask to include. */
final class IncludeFilter {

    private final Set<Includable> included;

    private IncludeFilter(Set<Includable> included) {
        this.included = included;
    }

    /**
     * Reads {@code include[]} and {@code include} of a query.
     *
     * @throws ApiError if a value is not one of {@link Includable}
     */
    static IncludeFilter of(QueryParameters query) {
        List<String> names = new ArrayList<>(query.all("include[]"));
        names.addAll(query.all("include"));
        return of(names);
    }

    /**
     * Reads the member {@code include} of a body.
     *
     * @throws ApiError if it is not an array, or a value is not one of {@link Includable}
     */
    static IncludeFilter of(Parameter include) {
        return of(
                include.isAbsent()
                        ? List.of()
                        : include.elements().stream().map(Parameter::string).toList());
    }

    private static IncludeFilter of(List<String> names) {
        Set<Includable> included = EnumSet.noneOf(Includable.class);
        for (int index = 0; index < names.size(); index++) {
            Includable includable = Includable.of(names.get(index));
            if (includable == null) {
                throw ApiError.invalidValue("include[" + index + "]", names.get(index), Includable.wireNames());
            }
            included.add(includable);
        }
        return new IncludeFilter(included);
    }

    JsonObject apply(JsonObject item) {
        return switch (type(item)) {
            case "message" -> message(item);
            case "reasoning" -> without(item, "encrypted_content", Includable.REASONING_ENCRYPTED_CONTENT);
            case "file_search_call" -> cleared(item, "results", JsonNull.INSTANCE, Includable.FILE_SEARCH_RESULTS);
            case "code_interpreter_call" ->
                cleared(item, "outputs", JsonNull.INSTANCE, Includable.CODE_INTERPRETER_OUTPUTS);
            case "computer_call_output" ->
                withoutNested(item, "output", "image_url", Includable.COMPUTER_OUTPUT_IMAGE_URL);
            case "web_search_call" ->
                without(
                        withoutNested(item, "action", "sources", Includable.WEB_SEARCH_SOURCES),
                        "results",
                        Includable.WEB_SEARCH_RESULTS);
            default -> item;
        };
    }

    private JsonObject message(JsonObject item) {
        if (!(item.get("content") instanceof JsonArray content)) {
            return item;
        }
        List<JsonValue> parts = content.values().stream()
                .map(part -> part instanceof JsonObject object ? part(object) : part)
                .toList();
        return item.with("content", parts);
    }

    private JsonObject part(JsonObject part) {
        return switch (type(part)) {
            case "input_image" -> cleared(part, "image_url", JsonNull.INSTANCE, Includable.INPUT_IMAGE_URL);
            case "output_text" -> cleared(part, "logprobs", new JsonArray(List.of()), Includable.OUTPUT_TEXT_LOGPROBS);
            default -> part;
        };
    }

    private JsonObject cleared(JsonObject json, String member, JsonValue empty, Includable includable) {
        return included.contains(includable) ? json : json.with(member, empty);
    }

    private JsonObject without(JsonObject json, String member, Includable includable) {
        return included.contains(includable) ? json : json.without(member);
    }

    private JsonObject withoutNested(JsonObject json, String outer, String inner, Includable includable) {
        return json.get(outer) instanceof JsonObject nested
                ? json.with(outer, without(nested, inner, includable))
                : json;
    }

    private static String type(JsonObject json) {
        return json.get("type") instanceof JsonString type ? type.value() : "";
    }
}
