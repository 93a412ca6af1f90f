package dev.parley.runtime.http;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/** A user's name and password for a proxy, by the Basic scheme. */
final class ProxyCredentials {
    private final String user;
    private final String password;

    /** @throws IllegalArgumentException if the name has a colon, which would end it */
    ProxyCredentials(String user, String password) {
        this.user = Objects.requireNonNull(user, "user");
        this.password = Objects.requireNonNull(password, "password");
        if (user.indexOf(':') >= 0) {
            throw new IllegalArgumentException("the user's name for the proxy has a colon, which Basic cannot carry");
        }
    }

    /** Returns the value of the header {@code Proxy-Authorization}. */
    String basic() {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** Returns what answers with them whoever asks. */
    Authenticator authenticator() {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(user, password.toCharArray());
            }
        };
    }

    /** Returns neither name nor password. */
    @Override
    public String toString() {
        return "ProxyCredentials[***]";
    }
}
