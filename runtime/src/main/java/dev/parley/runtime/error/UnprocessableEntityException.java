package dev.parley.runtime.error;

/** The server understood the request but cannot carry it out as given (status 422). */
public final class UnprocessableEntityException extends ApiException {
    private static final long serialVersionUID = 1L;

    UnprocessableEntityException(ApiFailure failure) {
        super(failure);
    }
}
