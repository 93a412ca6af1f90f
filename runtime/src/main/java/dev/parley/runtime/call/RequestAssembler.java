package dev.parley.runtime.call;

import dev.parley.runtime.codec.JsonWriter;
import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.http.HeaderSyntax;
import dev.parley.runtime.http.HttpHeaders;
import dev.parley.runtime.http.HttpRequest;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import dev.parley.runtime.validation.Validatable;
import dev.parley.runtime.validation.ValidationException;
import dev.parley.runtime.validation.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the request that goes out, once for each call: the address, the headers, the credential, the body. */
final class RequestAssembler {
    static final String AUTHORIZATION = "authorization";
    static final String USER_AGENT = "user-agent";
    static final String IDEMPOTENCY_KEY = "idempotency-key";

    private static final String JSON = "application/json";
    private static final String EVENTS = "text/event-stream";

    private final ClientOptions options;

    RequestAssembler(ClientOptions options) {
        this.options = options;
    }

    /**
     * Makes the request.
     *
     * @param events whether the answer is to be a stream of events
     * @throws ValidationException if requests are validated and this one does not keep to its limits
     * @throws IllegalStateException if path parameters are missing, or no credential is set
     */
    HttpRequest assemble(RequestBuilder call, Duration timeout, boolean events) {
        validate(call);
        String target = call.target(options.query());
        return new HttpRequest(
                call.operation().method(),
                options.base().resolve(target),
                headers(call, events ? EVENTS : JSON),
                body(call),
                timeout);
    }

    private void validate(RequestBuilder call) {
        Validatable request = call.validatable();
        if (request != null && options.validatesRequests()) {
            List<Violation> violations = request.validate();
            if (!violations.isEmpty()) {
                throw new ValidationException(call.operation().toString(), violations);
            }
        }
    }

    /** What the call sets goes before what the client sets, and that before what the connection sets. */
    private HttpHeaders headers(RequestBuilder call, String accept) {
        HttpHeaders.Builder headers =
                HttpHeaders.builder().set("accept", accept).set(USER_AGENT, options.userAgent());
        if (call.body() != null) {
            headers.set("content-type", JSON);
        }
        if (options.idempotencyKeys() && needsKey(call.operation().method())) {
            headers.set(IDEMPOTENCY_KEY, UUID.randomUUID().toString());
        }
        HttpHeaders own = options.headers().toBuilder().setAll(call.headers()).build();
        if (!own.contains(AUTHORIZATION)) {
            String credential = credential(call.operation(), own);
            if (credential != null) {
                headers.set(AUTHORIZATION, "Bearer " + credential);
            }
        }
        return headers.setAll(own).build();
    }

    private static boolean needsKey(String method) {
        return method.equals("POST") || method.equals("PATCH");
    }

    /** Returns the bearer token, or null if a header of the user's own carries a key instead. */
    private @Nullable String credential(Operation operation, HttpHeaders own) {
        String credential = options.currentCredential();
        if (credential != null && !credential.isBlank()) {
            HeaderSyntax.requireSendable(AUTHORIZATION, credential);
            return credential;
        }
        if (own.contains("api-key") || own.contains("x-api-key")) {
            return null;
        }
        throw new IllegalStateException("no credential for " + operation + ": "
                + Objects.requireNonNullElse(
                        options.credentialHint(), "set one with ClientOptions.Builder.credential(...)"));
    }

    /** Adds the members that the client sends with every call, where the body is an object and lacks them. */
    private byte @Nullable [] body(RequestBuilder call) {
        byte[] body = call.body();
        JsonObject extra = options.bodyMembers();
        if (body == null || extra.isEmpty() || !(parsed(body) instanceof JsonObject object)) {
            return body;
        }
        JsonObject merged = object;
        for (Map.Entry<String, JsonValue> member : extra.members().entrySet()) {
            if (!object.contains(member.getKey())) {
                merged = merged.with(member.getKey(), member.getValue());
            }
        }
        return JsonWriter.encode(merged);
    }

    private static @Nullable JsonValue parsed(byte[] body) {
        try {
            return JsonValue.parse(body);
        } catch (DecodingException notReadable) {
            return null; // deeper nested than what can be read, yet written: it goes out as it is
        }
    }
}
