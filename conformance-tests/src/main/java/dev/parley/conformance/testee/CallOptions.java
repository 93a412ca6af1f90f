package dev.parley.conformance.testee;

import dev.parley.openai.OpenAiClient;
import dev.parley.runtime.http.HttpTransport;
import dev.parley.runtime.json.JsonBoolean;
import dev.parley.runtime.json.JsonNull;
import dev.parley.runtime.json.JsonNumber;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** With what settings a request wants its call made. What it does not name, the client decides. */
final class CallOptions {

    /** Stands in for a key that a request does not name; servers that are tried out seldom want one. */
    static final String NO_KEY = "testee";

    private final String baseUrl;
    private final @Nullable String apiKey;
    private final JsonObject options;

    private CallOptions(String baseUrl, @Nullable String apiKey, JsonObject options) {
        this.baseUrl = baseUrl;
        this.apiKey = apiKey;
        this.options = options;
    }

    /**
     * Takes the settings from a request. An {@code apiKey} of null means none, as which the client refuses to call.
     *
     * @throws BadRequestException if {@code baseUrl} is missing
     */
    static CallOptions of(RequestLine request) {
        String apiKey = NO_KEY;
        if (request.has("apiKey")) {
            apiKey = request.value("apiKey") == JsonNull.INSTANCE ? null : request.text("apiKey");
        }
        return new CallOptions(request.text("baseUrl"), apiKey, request.object("options"));
    }

    /** Returns whether the asynchronous client makes the call. */
    boolean isAsync() {
        JsonValue async = options.get("async");
        return async != null && async != JsonNull.INSTANCE && flag(async);
    }

    /**
     * Makes a client, with a budget for retries of its own: how one line ends says nothing about the next.
     *
     * @param transport carries its calls, and stays open
     * @throws BadRequestException if an option is not known, or of another kind
     * @throws IllegalArgumentException if the client refuses the value of one
     */
    OpenAiClient client(HttpTransport transport) {
        OpenAiClient.Builder builder =
                OpenAiClient.builder().transport(transport).baseUrl(baseUrl);
        if (apiKey != null) {
            builder.apiKey(apiKey);
        }
        options.members().forEach((name, value) -> {
            if (value != JsonNull.INSTANCE) {
                set(builder, name, value);
            }
        });
        return builder.build();
    }

    private static void set(OpenAiClient.Builder builder, String name, JsonValue value) {
        switch (name) {
            case "async" -> flag(value);
            case "maxRetries" -> builder.maxRetries(Math.toIntExact(whole(name, value, Integer.MAX_VALUE)));
            case "timeoutMs" -> builder.timeout(Duration.ofMillis(whole(name, value, Integer.MAX_VALUE)));
            case "organization" -> builder.organization(text(name, value));
            case "project" -> builder.project(text(name, value));
            case "headers" ->
                headers(value).members().forEach((header, each) -> builder.header(header, text(header, each)));
            default ->
                throw new BadRequestException("there is no option '" + name
                        + "'; there are maxRetries, timeoutMs, headers, async, organization and project");
        }
    }

    private static long whole(String name, JsonValue value, long most) {
        if (value instanceof JsonNumber number) {
            try {
                long whole = number.longValue();
                if (Math.abs(whole) <= most) {
                    return whole;
                }
            } catch (ArithmeticException e) {
                throw new BadRequestException("options." + name + " is not a whole number", e);
            }
        }
        throw new BadRequestException("options." + name + " is not a whole number below 2^31");
    }

    private static boolean flag(JsonValue value) {
        if (value instanceof JsonBoolean flag) {
            return flag.value();
        }
        throw new BadRequestException("options.async is not true or false");
    }

    private static JsonObject headers(JsonValue value) {
        if (value instanceof JsonObject headers) {
            return headers;
        }
        throw new BadRequestException("options.headers is not an object");
    }

    private static String text(String name, JsonValue value) {
        if (value instanceof JsonString text) {
            return text.value();
        }
        throw new BadRequestException("the option '" + name + "' is not a string");
    }
}
