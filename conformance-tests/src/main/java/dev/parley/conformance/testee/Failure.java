package dev.parley.conformance.testee;

import dev.parley.runtime.call.ApiResponse;
import dev.parley.runtime.error.ApiException;
import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.error.ParleyException;
import dev.parley.runtime.error.StreamException;
import dev.parley.runtime.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** What went wrong as an answer: the exception's simple name and what it knows, never a stack trace. */
final class Failure {

    private static final String BAD_REQUEST = "BadRequest";

    private Failure() {}

    /** Makes the answer to a request that failed. */
    static Answer answer(@Nullable String id, Throwable failure) {
        return answer(id, error(failure));
    }

    /** Makes the answer to a call that was answered with what the client cannot read. */
    static Answer answer(@Nullable String id, DecodingException failure, ApiResponse<?> response) {
        return answer(
                id,
                named(failure)
                        .number("status", response.status())
                        .text("requestId", response.requestId())
                        .text("message", message(failure))
                        .text("path", failure.path())
                        .number("attempts", response.attempts()));
    }

    private static Answer answer(@Nullable String id, Answer error) {
        return Answer.to(id).flag("ok", false).json("error", error.toJson());
    }

    private static Answer error(Throwable failure) {
        Answer error = named(failure);
        if (failure instanceof ApiException api) {
            return error.number("status", api.status())
                    .text("requestId", api.requestId())
                    .text("message", message(failure))
                    .json("body", body(api.body(), api.rawBody()))
                    .number("attempts", api.attempts());
        }
        if (failure instanceof StreamException stream) {
            return error.text("requestId", stream.requestId())
                    .text("message", message(failure))
                    .json("body", body(stream.body(), stream.rawBody()));
        }
        error.text("message", message(failure));
        if (failure instanceof DecodingException decoding) {
            error.text("path", decoding.path());
        } else if (failure instanceof ParleyException parley && parley.attempts() > 0) {
            error.number("attempts", parley.attempts());
        }
        return error;
    }

    /** A body that is not JSON is told as a string, one that is empty as null. */
    private static String body(@Nullable JsonValue json, String raw) {
        if (json != null) {
            return json.toJson();
        }
        return Answer.string(raw.isEmpty() ? null : raw);
    }

    private static Answer named(Throwable failure) {
        boolean ours = failure instanceof BadRequestException;
        return Answer.to(null)
                .text("class", ours ? BAD_REQUEST : failure.getClass().getSimpleName());
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? "" : message;
    }
}
