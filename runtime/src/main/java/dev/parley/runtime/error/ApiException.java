package dev.parley.runtime.error;

import dev.parley.runtime.http.HttpHeaders;
import dev.parley.runtime.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * The server answered with a status other than success. One subclass exists for each status that callers tell apart.
 *
 * <p>The message names the method, the path template, the status, what the server says (at most 500 characters of it)
 * the request id, and the attempts if there were several. {@link #headers()} and {@link #body()} are lost in Java serialization; the rest survives it.
 */
public abstract class ApiException extends ParleyException {
    private static final long serialVersionUID = 1L;

    private final String method;
    private final String pathTemplate;
    private final int status;
    private final transient @Nullable HttpHeaders headers;
    private final @Nullable String requestId;
    private final String rawBody;
    private final transient @Nullable JsonValue body;
    private final @Nullable String serverMessage;
    private final @Nullable String type;
    private final @Nullable String param;
    private final @Nullable String code;

    ApiException(ApiFailure failure) {
        super(failure.message(), null, failure.attempts());
        method = failure.method();
        pathTemplate = failure.pathTemplate();
        status = failure.status();
        headers = failure.headers();
        requestId = failure.requestId();
        rawBody = failure.rawBody();
        body = failure.body();
        serverMessage = failure.envelope().message();
        type = failure.envelope().type();
        param = failure.envelope().param();
        code = failure.envelope().code();
    }

    /**
     * Makes the exception of the class that belongs to the status.
     *
     * @param method the HTTP method of the call
     * @param pathTemplate the path of the operation, with its parameters unfilled
     * @param status the status code of the answer
     * @param headers the headers of the answer
     * @param body the bytes of the answer's body, possibly none, possibly not JSON
     */
    public static ApiException of(String method, String pathTemplate, int status, HttpHeaders headers, byte[] body) {
        return of(method, pathTemplate, status, headers, body, 1);
    }

    /**
     * Makes the exception of the class that belongs to the status.
     *
     * @param method the HTTP method of the call
     * @param pathTemplate the path of the operation, with its parameters unfilled
     * @param status the status code of the answer
     * @param headers the headers of the answer
     * @param body the bytes of the answer's body, possibly none, possibly not JSON
     * @param attempts how many attempts were made, this answer's included
     */
    public static ApiException of(
            String method, String pathTemplate, int status, HttpHeaders headers, byte[] body, int attempts) {
        ApiFailure failure = ApiFailure.of(method, pathTemplate, status, headers, body, attempts);
        return switch (status) {
            case 400 -> new BadRequestException(failure);
            case 401 -> new AuthenticationException(failure);
            case 403 -> new PermissionDeniedException(failure);
            case 404 -> new NotFoundException(failure);
            case 409 -> new ConflictException(failure);
            case 422 -> new UnprocessableEntityException(failure);
            case 429 -> new RateLimitException(failure);
            default ->
                status >= 500 && status <= 599 ? new ServerException(failure) : new UnexpectedStatusException(failure);
        };
    }

    /** Returns the HTTP method of the call, such as {@code GET}. */
    public final String method() {
        return method;
    }

    /** Returns the path of the operation, its parameters unfilled, such as {@code /conversations/{conversation_id}}. */
    public final String pathTemplate() {
        return pathTemplate;
    }

    /** Returns the status code of the answer. */
    public final int status() {
        return status;
    }

    /** Returns the headers of the answer. */
    public final HttpHeaders headers() {
        return headers == null ? HttpHeaders.EMPTY : headers;
    }

    /** Returns the server's id of this request ({@code x-request-id}), to be named in a support case, or null. */
    public final @Nullable String requestId() {
        return requestId;
    }

    /** Returns the body as JSON, or null if it is not JSON. */
    public final @Nullable JsonValue body() {
        return body;
    }

    /** Returns the body as text, as much of it as the client keeps; empty if there is none. */
    public final String rawBody() {
        return rawBody;
    }

    /** Returns what the server says, in full, or null if it says nothing that can be read. */
    public final @Nullable String serverMessage() {
        return serverMessage;
    }

    /** Returns the server's kind of error, such as {@code invalid_request_error}, or null. */
    public final @Nullable String type() {
        return type;
    }

    /** Returns the request member or parameter that the server objects to, as the server names it, or null. */
    public final @Nullable String param() {
        return param;
    }

    /** Returns the server's code of the error, such as {@code integer_above_max_value}, or null. */
    public final @Nullable String code() {
        return code;
    }
}
