package dev.parley.runtime.error;

/** The server knows no such object, or does not show it to this credential (status 404). */
public final class NotFoundException extends ApiException {
    private static final long serialVersionUID = 1L;

    NotFoundException(ApiFailure failure) {
        super(failure);
    }
}
