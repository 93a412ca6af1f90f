package dev.parley.runtime.error;

/** The request conflicts with the state of the object, or with another request (status 409). */
public final class ConflictException extends ApiException {
    private static final long serialVersionUID = 1L;

    ConflictException(ApiFailure failure) {
        super(failure);
    }
}
