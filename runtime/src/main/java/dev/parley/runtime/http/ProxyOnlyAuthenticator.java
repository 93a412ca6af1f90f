package dev.parley.runtime.http;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import org.jspecify.annotations.Nullable;

/** Asks another authenticator when a proxy wants to know who calls, and never when a server does. */
final class ProxyOnlyAuthenticator extends Authenticator {
    private final @Nullable Authenticator proxyAuthenticator;

    ProxyOnlyAuthenticator(@Nullable Authenticator proxyAuthenticator) {
        this.proxyAuthenticator = proxyAuthenticator;
    }

    /** @param credentials what a proxy is told, or null for nothing */
    static Authenticator of(@Nullable ProxyCredentials credentials) {
        return new ProxyOnlyAuthenticator(credentials == null ? null : credentials.authenticator());
    }

    @Override
    protected @Nullable PasswordAuthentication getPasswordAuthentication() {
        if (proxyAuthenticator == null || getRequestorType() != RequestorType.PROXY) {
            return null;
        }
        return proxyAuthenticator.requestPasswordAuthenticationInstance(
                getRequestingHost(),
                getRequestingSite(),
                getRequestingPort(),
                getRequestingProtocol(),
                getRequestingPrompt(),
                getRequestingScheme(),
                getRequestingURL(),
                getRequestorType());
    }
}
