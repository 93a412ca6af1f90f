package dev.parley.testkit;

import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonBoolean;
import dev.parley.runtime.json.JsonNull;
import dev.parley.runtime.json.JsonNumber;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks what a request for a response sets, and writes it into the response with the service's defaults. */
final class ResponseSettings {

    private static final String[] MEMBERS = {
        "background",
        "context_management",
        "conversation",
        "include",
        "input",
        "instructions",
        "max_output_tokens",
        "max_tool_calls",
        "metadata",
        "model",
        "moderation",
        "parallel_tool_calls",
        "previous_response_id",
        "prompt",
        "prompt_cache_key",
        "prompt_cache_options",
        "prompt_cache_retention",
        "reasoning",
        "safety_identifier",
        "service_tier",
        "store",
        "stream",
        "stream_options",
        "temperature",
        "text",
        "tool_choice",
        "tools",
        "top_logprobs",
        "top_p",
        "truncation",
        "user"
    };
    private static final long MIN_OUTPUT_TOKENS = 16;
    private static final long MAX_TOP_LOGPROBS = 20;
    private static final String MODEL_OF_PROMPTS = "gpt-4.1";
    private static final List<String> TRUNCATIONS = List.of("auto", "disabled");
    private static final Map<String, String> EFFECTIVE_TIERS = Map.of("auto", "default", "fast", "priority");
    private static final JsonArray NO_TOOLS = new JsonArray(List.of());
    private static final JsonNumber ONE = JsonNumber.of("1.0");
    private static final JsonObject REASONING =
            JsonObject.of("effort", JsonNull.INSTANCE, "summary", JsonNull.INSTANCE);
    private static final JsonObject TEXT =
            JsonObject.of("format", JsonObject.of("type", "text"), "verbosity", "medium");

    private ResponseSettings() {}

    /**
     * Reads the body of a request.
     *
     * @throws ApiError if it has a member that the service does not know, or says neither a model nor a prompt, or no input
     *     of any kind
     */
    static Parameter read(Request request) {
        Parameter body = request.json(MEMBERS);
        requireOneOf(body, "model", "prompt");
        requireOneOf(body, "input", "previous_response_id", "prompt", "conversation");
        return body;
    }

    /**
     * Makes the response as it is before the model answers: every member in the order of the service, those that the answer
     * decides as null.
     *
     * @throws ApiError if a value is of the wrong kind or out of its range
     */
    static JsonObject accept(Parameter body, String id, long createdAt, JsonValue conversation) {
        JsonObject.Builder response = JsonObject.builder()
                .put("id", id)
                .put("object", "response")
                .put("created_at", createdAt)
                .put("status", "queued")
                .put("background", body.member("background").flag(false))
                .put("completed_at", JsonNull.INSTANCE)
                .put("conversation", conversation)
                .put("error", JsonNull.INSTANCE)
                .put("incomplete_details", JsonNull.INSTANCE)
                .put("instructions", body.member("instructions").stringOrNull())
                .put("max_output_tokens", integer(body.member("max_output_tokens"), MIN_OUTPUT_TOKENS, Long.MAX_VALUE))
                .put("max_tool_calls", integer(body.member("max_tool_calls"), 1, Long.MAX_VALUE))
                .put("model", model(body.member("model")))
                .put("output", NO_TOOLS)
                .put("parallel_tool_calls", body.member("parallel_tool_calls").flag(true))
                .put("previous_response_id", body.member("previous_response_id").stringOrNull());
        if (!body.member("prompt").isAbsent()) {
            body.member("prompt").member("id").string();
            response.put("prompt", body.member("prompt").object());
        }
        return response.put("prompt_cache_key", body.member("prompt_cache_key").stringOrNull())
                .put(
                        "prompt_cache_retention",
                        body.member("prompt_cache_retention").stringOrNull())
                .put("reasoning", merged(REASONING, body.member("reasoning")))
                .put("safety_identifier", body.member("safety_identifier").stringOrNull())
                .put("service_tier", serviceTier(body.member("service_tier")))
                .put("store", body.member("store").flag(true))
                .put("temperature", decimal(body.member("temperature"), 2))
                .put("text", merged(TEXT, body.member("text")))
                .put("tool_choice", toolChoice(body.member("tool_choice")))
                .put("tools", tools(body.member("tools")))
                .put("top_logprobs", topLogprobs(body.member("top_logprobs")))
                .put("top_p", decimal(body.member("top_p"), 1))
                .put("truncation", truncation(body.member("truncation")))
                .put("usage", JsonNull.INSTANCE)
                .put("user", body.member("user").stringOrNull())
                .put("metadata", MetadataRules.accept(body.member("metadata")))
                .build();
    }

    private static void requireOneOf(Parameter body, String... names) {
        for (String name : names) {
            if (!body.member(name).isAbsent()) {
                return;
            }
        }
        throw ResponseErrors.missingAll(List.of(names));
    }

    private static String model(Parameter model) {
        return model.isAbsent() ? MODEL_OF_PROMPTS : model.string();
    }

    private static JsonValue serviceTier(Parameter tier) {
        String sent = tier.isAbsent() ? "auto" : tier.string();
        return new JsonString(EFFECTIVE_TIERS.getOrDefault(sent, sent));
    }

    private static JsonValue truncation(Parameter truncation) {
        String sent = truncation.isAbsent() ? "disabled" : truncation.string();
        if (!TRUNCATIONS.contains(sent)) {
            throw ApiError.invalidValue(truncation.path(), sent, TRUNCATIONS);
        }
        return new JsonString(sent);
    }

    private static JsonValue toolChoice(Parameter choice) {
        JsonValue sent = choice.or(new JsonString("auto"));
        if (sent instanceof JsonString || sent instanceof JsonObject) {
            return sent;
        }
        throw ApiError.invalidType(choice.path(), "one of a string or object", sent);
    }

    /** A function without them is answered with {@code parameters} and {@code strict}. */
    private static JsonValue tools(Parameter tools) {
        if (tools.isAbsent()) {
            return NO_TOOLS;
        }
        List<JsonValue> all = new ArrayList<>();
        for (Parameter tool : tools.elements()) {
            Map<String, JsonValue> members = new LinkedHashMap<>(tool.object().members());
            if (tool.member("type").string().equals("function")) {
                tool.member("name").string();
                members.putIfAbsent("parameters", JsonNull.INSTANCE);
                members.putIfAbsent("strict", JsonBoolean.TRUE);
            }
            all.add(JsonValue.from(members));
        }
        return new JsonArray(all);
    }

    private static JsonValue topLogprobs(Parameter topLogprobs) {
        JsonValue sent = integer(topLogprobs, 0, MAX_TOP_LOGPROBS);
        return sent == JsonNull.INSTANCE ? JsonNumber.of(0) : sent;
    }

    private static JsonObject merged(JsonObject defaults, Parameter sent) {
        JsonObject merged = defaults;
        if (!sent.isAbsent()) {
            for (Map.Entry<String, JsonValue> member : sent.object().members().entrySet()) {
                merged = merged.with(member.getKey(), member.getValue());
            }
        }
        return merged;
    }

    private static JsonValue integer(Parameter parameter, long minimum, long maximum) {
        if (parameter.isAbsent()) {
            return JsonNull.INSTANCE;
        }
        if (!(parameter.present() instanceof JsonNumber number)
                || !number.literal().matches("-?\\d+")) {
            throw ApiError.invalidType(parameter.path(), "an integer", parameter.present());
        }
        if (number.bigDecimalValue().compareTo(BigDecimal.valueOf(minimum)) < 0) {
            throw ApiError.belowMinimum(parameter.path(), minimum, number.literal());
        }
        if (number.bigDecimalValue().compareTo(BigDecimal.valueOf(maximum)) > 0) {
            throw ApiError.aboveMaximum(parameter.path(), maximum, number.literal());
        }
        return number;
    }

    private static JsonValue decimal(Parameter parameter, int maximum) {
        if (parameter.isAbsent()) {
            return ONE;
        }
        if (!(parameter.present() instanceof JsonNumber number)) {
            throw ApiError.invalidType(parameter.path(), "a decimal", parameter.present());
        }
        double value = number.doubleValue();
        if (value < 0 || value > maximum) {
            boolean above = value > maximum;
            throw ResponseErrors.decimalOutOfRange(parameter.path(), above, above ? maximum : 0, number.literal());
        }
        return number;
    }
}
