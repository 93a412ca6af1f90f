package dev.parley.runtime.error;

/** The server refused the request as malformed or out of range (status 400). */
public final class BadRequestException extends ApiException {
    private static final long serialVersionUID = 1L;

    BadRequestException(ApiFailure failure) {
        super(failure);
    }
}
