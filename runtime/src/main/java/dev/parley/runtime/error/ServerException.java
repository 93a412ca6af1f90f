package dev.parley.runtime.error;

/** The server failed, or one on the way to it (status 500 to 599). */
public final class ServerException extends ApiException {
    private static final long serialVersionUID = 1L;

    ServerException(ApiFailure failure) {
        super(failure);
    }
}
