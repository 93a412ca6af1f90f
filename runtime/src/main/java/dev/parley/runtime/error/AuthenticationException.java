package dev.parley.runtime.error;

/** The server did not accept the credential (status 401). */
public final class AuthenticationException extends ApiException {
    private static final long serialVersionUID = 1L;

    AuthenticationException(ApiFailure failure) {
        super(failure);
    }
}
