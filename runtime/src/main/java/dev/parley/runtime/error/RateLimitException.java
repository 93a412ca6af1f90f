package dev.parley.runtime.error;

/** Too many requests or tokens, or a quota that is used up (status 429). */
public final class RateLimitException extends ApiException {
    private static final long serialVersionUID = 1L;

    RateLimitException(ApiFailure failure) {
        super(failure);
    }
}
