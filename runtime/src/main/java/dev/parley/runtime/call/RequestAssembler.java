package dev.parley.runtime.call;

import dev.parley.runtime.http.HttpHeaders;
import dev.parley.runtime.http.HttpRequest;
import dev.parley.runtime.validation.Validatable;
import dev.parley.runtime.validation.ValidationException;
import dev.parley.runtime.validation.Violation;
import java.time.Duration;
import java.util.ArrayList;
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

    static final String RETRY_COUNT = "x-parley-retry-count";
    static final String FIRST_ATTEMPT = "0";

    private static final String EVENTS = "text/event-stream";

    private final ClientOptions options;

    RequestAssembler(ClientOptions options) {
        this.options = options;
    }

    /**
     * Makes the request.
     *
     * @param events whether the answer is to be a stream of events
     * @param redaction takes the secrets that go out
     * @throws ValidationException if requests are validated and this one does not keep to its limits
     * @throws IllegalStateException if path parameters are missing, or no credential is set that the operation takes
     */
    HttpRequest assemble(RequestBuilder call, Duration timeout, boolean events, Redaction redaction) {
        validate(call);
        HttpHeaders ofCall = call.headers();
        HttpHeaders own = ofCall.isEmpty()
                ? options.headers()
                : options.headers().toBuilder().setAll(ofCall).build();
        List<Credentials.Secret> secrets = options.credentials().choose(call, own, options.query());
        List<Map.Entry<String, String>> query = options.query();
        for (int i = 0; i < secrets.size(); i++) { // without an iterator, as wherever each call passes by
            Credentials.Secret each = secrets.get(i);
            CredentialScheme scheme = each.scheme();
            redaction.learn(scheme, each.value());
            if (scheme.place() == CredentialScheme.Place.QUERY) {
                query = new ArrayList<>(query);
                query.add(Map.entry(scheme.key(), each.value()));
            }
        }
        CallBody body = call.body();
        CallBody.Wire wire = body == null ? null : body.withMembers(options.bodyMembers());
        String accept = Objects.requireNonNullElse(call.accept(), events ? EVENTS : CallBody.JSON);
        HttpRequest request = new HttpRequest(
                call.operation().method(),
                call.address(options.base(call.operation()), query),
                headers(call, own, secrets, accept, wire),
                wire == null ? null : wire.bytes(),
                timeout);
        return wire == null || wire.source() == null
                ? request
                : request.toBuilder().source(wire.source()).build();
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

    /** Returns the cookies of the call, and behind them those that its credentials are. */
    private static Cookies cookies(RequestBuilder call, List<Credentials.Secret> secrets) {
        Cookies cookies = new Cookies();
        Cookies own = call.cookies();
        if (own != null) {
            cookies.addAll(own);
        }
        for (Credentials.Secret secret : secrets) {
            CredentialScheme scheme = secret.scheme();
            if (scheme.place() == CredentialScheme.Place.COOKIE) {
                String what = "the credential '" + scheme.name() + "'";
                cookies.add(scheme.key(), PercentEncoding.COOKIE.encode(what, secret.value()));
            }
        }
        return cookies;
    }

    /** What the call sets goes before what the client sets, and that before what the connection sets. */
    private HttpHeaders headers(
            RequestBuilder call,
            HttpHeaders own,
            List<Credentials.Secret> secrets,
            String accept,
            CallBody.@Nullable Wire body) {
        HttpHeaders.Builder headers =
                HttpHeaders.builder().set("accept", accept).set(USER_AGENT, options.userAgent());
        if (body != null) {
            headers.set("content-type", body.contentType());
        }
        if (options.idempotencyKeys() && needsKey(call.operation().method())) {
            headers.set(IDEMPOTENCY_KEY, UUID.randomUUID().toString());
        }
        boolean cookies = call.cookies() != null || own.contains(Cookies.HEADER);
        for (int i = 0; i < secrets.size(); i++) {
            Credentials.Secret each = secrets.get(i);
            CredentialScheme scheme = each.scheme();
            cookies |= scheme.place() == CredentialScheme.Place.COOKIE;
            if (scheme.isHeader()) {
                headers.set(scheme.key(), scheme.headerValue(each.value()));
            }
        }
        headers.setAll(own);
        String cookie = cookies ? cookies(call, secrets).header(own) : null;
        if (cookie != null) {
            headers.set(Cookies.HEADER, cookie);
        }
        if (options.callInterceptors().isEmpty()) {
            headers.set(RETRY_COUNT, FIRST_ATTEMPT); // else the first attempt does it, behind them
        }
        return headers.build();
    }

    private static boolean needsKey(String method) {
        return method.equals("POST") || method.equals("PATCH");
    }
}
