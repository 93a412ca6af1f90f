package dev.parley.runtime.call;

import dev.parley.runtime.http.HeaderSyntax;
import dev.parley.runtime.http.HttpHeaders;
import dev.parley.runtime.http.HttpRequest;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the request that goes over the wire: the address below the base URL, the headers, the credential. */
final class RequestAssembler {
    static final String AUTHORIZATION = "authorization";
    static final String USER_AGENT = "user-agent";

    private static final String JSON = "application/json";

    private final ClientOptions options;

    RequestAssembler(ClientOptions options) {
        this.options = options;
    }

    /**
     * Makes the request.
     *
     * @throws IllegalStateException if path parameters are missing, or no credential is set
     */
    HttpRequest assemble(RequestBuilder call, Duration timeout) {
        return new HttpRequest(
                call.operation().method(), options.base().resolve(call.target()), headers(call), call.body(), timeout);
    }

    /** What the call sets goes before what the client sets, and that before what the connection sets. */
    private HttpHeaders headers(RequestBuilder call) {
        HttpHeaders.Builder headers = HttpHeaders.builder().set("accept", JSON).set(USER_AGENT, options.userAgent());
        if (call.body() != null) {
            headers.set("content-type", JSON);
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
}
