package dev.parley.testkit;

import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonBoolean;
import dev.parley.runtime.json.JsonNull;
import dev.parley.runtime.json.JsonNumber;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A refusal of the service: thrown where the request is found wanting, answered as its error envelope. */
final class ApiError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Pattern WELL_FORMED_ITEM_ID = Pattern.compile("[a-z]+_[0-9a-f]{48}(?:[0-9a-f]{2})?");
    private static final Pattern PREFIXED_ID = Pattern.compile("([a-z]+_)(.+)", Pattern.DOTALL);

    private final int status;
    private final String type;
    private final @Nullable String param;
    private final @Nullable String code;

    private ApiError(int status, String message, @Nullable String param, @Nullable String code) {
        this(status, "invalid_request_error", message, param, code);
    }

    private ApiError(int status, String type, String message, @Nullable String param, @Nullable String code) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
        this.param = param;
        this.code = code;
    }

    static ApiError refusal(int status, String message, @Nullable String param, @Nullable String code) {
        return new ApiError(status, message, param, code);
    }

    static ApiError conversationNotFound(String id) {
        return new ApiError(404, "Conversation with id '" + id + "' not found.", null, null);
    }

    static ApiError itemNotFound(String id) {
        return itemNotFound(id, null);
    }

    static ApiError itemNotFound(String id, @Nullable String param) {
        return new ApiError(404, "Item with id '" + echoed(id) + "' not found in conversation.", param, null);
    }

    static ApiError referenceNotFound(String id, String param) {
        return new ApiError(404, "Item with id '" + id + "' not found.", param, null);
    }

    static ApiError duplicateItem(String id, String param) {
        return new ApiError(400, "Duplicate item found with id " + id + ".", param, null);
    }

    static ApiError invalidJson() {
        return new ApiError(
                400,
                "Invalid body: failed to parse JSON value. Please check the value to ensure it is valid JSON. (Common"
                        + " errors include trailing commas, missing closing brackets, missing quotation marks, etc.)",
                null,
                "invalid_json");
    }

    static ApiError unsupportedContentType(@Nullable String contentType) {
        return new ApiError(
                400,
                "Unsupported content type: '" + (contentType == null ? "" : contentType)
                        + "'. A request body must be sent as 'application/json'.",
                null,
                "unsupported_content_type");
    }

    static ApiError missingKey() {
        return new ApiError(
                401, "Missing API key: send it in the header 'Authorization' as 'Bearer <key>'.", null, null);
    }

    static ApiError wrongKey() {
        return new ApiError(401, "Incorrect API key provided.", null, "invalid_api_key");
    }

    static ApiError unknownUrl(String method, String path) {
        return new ApiError(404, "Invalid URL (" + method + " " + path + ")", null, null);
    }

    static ApiError wrongMethod(String method, String path) {
        return new ApiError(405, "Invalid method for URL (" + method + " " + path + ")", null, "method_not_supported");
    }

    static ApiError missing(String param) {
        return new ApiError(400, "Missing required parameter: '" + param + "'.", param, "missing_required_parameter");
    }

    static ApiError unknown(String param) {
        return new ApiError(400, "Unknown parameter: '" + param + "'.", param, "unknown_parameter");
    }

    static ApiError invalidType(String param, String expected, JsonValue found) {
        return new ApiError(
                400,
                "Invalid type for '" + param + "': expected " + expected + ", but got " + kind(found) + " instead.",
                param,
                "invalid_type");
    }

    static ApiError invalidValue(String param, String value, List<String> supported) {
        return new ApiError(
                400,
                "Invalid value: '" + value + "'. Supported values are: " + enumeration(supported) + ".",
                param,
                "invalid_value");
    }

    static ApiError aboveMaximum(String param, long maximum, String found) {
        return new ApiError(
                400,
                "Invalid '" + param + "': integer above maximum value. Expected a value <= " + maximum + ", but got "
                        + found + " instead.",
                param,
                "integer_above_max_value");
    }

    static ApiError belowMinimum(String param, long minimum, String found) {
        return new ApiError(
                400,
                "Invalid '" + param + "': integer below minimum value. Expected a value >= " + minimum + ", but got "
                        + found + " instead.",
                param,
                "integer_below_min_value");
    }

    static ApiError arrayTooLong(String param, int maximum, int found) {
        return new ApiError(
                400,
                "Invalid '" + param + "': array too long. Expected an array with maximum length " + maximum
                        + ", but got an array with length " + found + " instead.",
                param,
                "array_above_max_length");
    }

    static ApiError tooManyProperties(String param, int maximum, int found) {
        return new ApiError(
                400,
                "Invalid '" + param + "': too many properties. Expected an object with at most " + maximum
                        + " properties, but got an object with " + found + " properties instead.",
                param,
                "object_above_max_properties");
    }

    static ApiError propertyNameTooLong(String param, String name, int maximum, int found) {
        return new ApiError(
                400,
                "Invalid property name in '" + param + "': '" + name + "' is too long. Expected a string with maximum"
                        + " length " + maximum + ", but got a string with length " + found + " instead.",
                param + "." + name,
                "property_name_above_max_length");
    }

    static ApiError stringTooLong(String param, int maximum, int found) {
        return new ApiError(
                400,
                "Invalid '" + param + "': string too long. Expected a string with maximum length " + maximum
                        + ", but got a string with length " + found + " instead.",
                param,
                "string_above_max_length");
    }

    static ApiError reusedKey() {
        return new ApiError(
                400,
                "idempotency_error",
                "The idempotency key was used before, for another path or body. A key stands for one request.",
                null,
                "idempotency_key_reused");
    }

    /** A fault of this server itself. */
    static ApiError unexpected(Throwable cause) {
        return new ApiError(500, "server_error", "The test kit's server failed: " + cause, null, null);
    }

    Answer answer() {
        JsonObject error = JsonObject.builder()
                .put("message", getMessage())
                .put("type", type)
                .put("param", param)
                .put("code", code)
                .build();
        return Answer.json(status, JsonObject.of("error", error));
    }

    /** The recorded answer to {@code msg_x} names {@code msg_msg_xx}: an identifier the service cannot take apart. */
    private static String echoed(String id) {
        Matcher matcher = PREFIXED_ID.matcher(id);
        if (WELL_FORMED_ITEM_ID.matcher(id).matches() || !matcher.matches()) {
            return id;
        }
        return matcher.group(1) + id + matcher.group(2);
    }

    private static String kind(JsonValue value) {
        if (value instanceof JsonObject) {
            return "an object";
        } else if (value instanceof JsonArray) {
            return "an array";
        } else if (value instanceof JsonString) {
            return "a string";
        } else if (value instanceof JsonBoolean) {
            return "a boolean";
        } else if (value instanceof JsonNumber number) {
            return number.toJson().matches("-?\\d+") ? "an integer" : "a number";
        }
        return value == JsonNull.INSTANCE ? "null" : "an unknown value";
    }

    private static String enumeration(List<String> values) {
        List<String> quoted = values.stream().map(value -> "'" + value + "'").collect(Collectors.toList());
        if (quoted.size() < 3) {
            return String.join(" and ", quoted);
        }
        int last = quoted.size() - 1;
        return String.join(", ", quoted.subList(0, last)) + ", and " + quoted.get(last);
    }
}
