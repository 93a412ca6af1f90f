package dev.parley.runtime.error;

/** The credential is valid but may not do this (status 403). */
public final class PermissionDeniedException extends ApiException {
    private static final long serialVersionUID = 1L;

    PermissionDeniedException(ApiFailure failure) {
        super(failure);
    }
}
