package dev.parley.runtime.error;

/** The server answered with a status that has no exception of its own, such as a redirect, which is never followed. */
public final class UnexpectedStatusException extends ApiException {
    private static final long serialVersionUID = 1L;

    UnexpectedStatusException(ApiFailure failure) {
        super(failure);
    }
}
