package dev.parley.runtime.call;

import dev.parley.runtime.http.HeaderSyntax;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/** One way of an API to take a credential: under which name, and where in a request it goes. */
public final class CredentialScheme {

    /** Where a credential goes. */
    enum Place {
        BEARER,
        BASIC,
        HEADER,
        QUERY,
        COOKIE
    }

    private final String name;
    private final Place place;
    private final String key;
    private final String hint;

    private CredentialScheme(String name, Place place, String key, String hint) {
        this.name = Objects.requireNonNull(name, "name");
        this.place = place;
        this.key = Objects.requireNonNull(key, "key");
        this.hint = Objects.requireNonNull(hint, "hint");
    }

    /**
     * Returns the scheme that sends a token as {@code Authorization: Bearer token}.
     *
     * @param name what operations call the scheme
     * @param hint how a user sets the credential, for messages, such as {@code set OPENAI_API_KEY}
     */
    public static CredentialScheme bearer(String name, String hint) {
        return new CredentialScheme(name, Place.BEARER, RequestAssembler.AUTHORIZATION, hint);
    }

    /**
     * Returns the scheme that sends {@code user:password} as {@code Authorization: Basic}, in base 64 of its UTF-8.
     *
     * @param name what operations call the scheme
     * @param hint how a user sets the credential, for messages
     */
    public static CredentialScheme basic(String name, String hint) {
        return new CredentialScheme(name, Place.BASIC, RequestAssembler.AUTHORIZATION, hint);
    }

    /**
     * Returns the scheme that sends a key as a header.
     *
     * @param name what operations call the scheme
     * @param header the name of the header
     * @param hint how a user sets the credential, for messages
     * @throws IllegalArgumentException if no header can have the name
     */
    public static CredentialScheme header(String name, String header, String hint) {
        HeaderSyntax.requireSendable(header, "");
        return new CredentialScheme(name, Place.HEADER, HeaderSyntax.folded(header), hint);
    }

    /**
     * Returns the scheme that sends a key as a query parameter.
     *
     * @param name what operations call the scheme
     * @param parameter the name of the parameter
     * @param hint how a user sets the credential, for messages
     */
    public static CredentialScheme query(String name, String parameter, String hint) {
        return new CredentialScheme(name, Place.QUERY, parameter, hint);
    }

    /**
     * Returns the scheme that sends a key as a cookie.
     *
     * @param name what operations call the scheme
     * @param cookie the name of the cookie
     * @param hint how a user sets the credential, for messages
     */
    public static CredentialScheme cookie(String name, String cookie, String hint) {
        return new CredentialScheme(name, Place.COOKIE, cookie, hint);
    }

    /**
     * Returns the credential of a user with a password, as {@link #basic} takes it.
     *
     * @throws IllegalArgumentException if the name of the user holds a colon
     */
    public static String userAndPassword(String user, String password) {
        if (Objects.requireNonNull(user, "user").indexOf(':') >= 0) {
            throw new IllegalArgumentException("the name of the user holds a colon, which ends it");
        }
        return user + ":" + Objects.requireNonNull(password, "password");
    }

    /** Returns what operations call the scheme. */
    public String name() {
        return name;
    }

    Place place() {
        return place;
    }

    /** Returns the name of the header, the parameter or the cookie. */
    String key() {
        return key;
    }

    String hint() {
        return hint;
    }

    boolean isHeader() {
        return place == Place.BEARER || place == Place.BASIC || place == Place.HEADER;
    }

    /** Refuses a secret that cannot go where it has to; the message does not hold it. */
    void requireSendable(String secret) {
        Objects.requireNonNull(secret, "the credential");
        if (place == Place.BASIC) {
            if (secret.indexOf(':') < 0) {
                throw new IllegalArgumentException(
                        "the credential of '" + name + "' has no colon between user and password");
            }
        } else if (isHeader()) {
            HeaderSyntax.requireSendable(key, secret);
        }
    }

    /** Returns the value of the header. */
    String headerValue(String secret) {
        if (place == Place.BEARER) {
            return "Bearer ".concat(secret);
        }
        return place == Place.BASIC
                ? "Basic " + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8))
                : secret;
    }

    /** Returns the name of the scheme and where the credential goes. */
    @Override
    public String toString() {
        return name + " (" + place + " " + key + ")";
    }
}
