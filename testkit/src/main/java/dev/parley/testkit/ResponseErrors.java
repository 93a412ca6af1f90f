package dev.parley.testkit;

import java.util.List;

/** The refusals that only responses know. */
final class ResponseErrors {

    private ResponseErrors() {}

    static ApiError notFound(String id) {
        return ApiError.refusal(404, "Response with id '" + id + "' not found.", null, null);
    }

    static ApiError previousNotFound(String id) {
        return ApiError.refusal(
                400,
                "Previous response with id '" + id + "' not found.",
                "previous_response_id",
                "previous_response_not_found");
    }

    static ApiError mutuallyExclusive(String one, String other) {
        return ApiError.refusal(
                400,
                "Mutually exclusive parameters. Ensure you are only providing one of: '" + one + "' or '" + other
                        + "'.",
                null,
                "mutually_exclusive_parameters");
    }

    static ApiError missingAll(List<String> params) {
        return ApiError.refusal(
                400,
                "One of '" + String.join("', '", params) + "' must be provided.",
                params.get(0),
                "missing_required_parameter");
    }

    static ApiError notInBackground() {
        return ApiError.refusal(400, "Cannot cancel a synchronous response.", null, null);
    }

    static ApiError backgroundNeedsStore() {
        return ApiError.refusal(
                400, "A response in the background must be stored: leave 'store' out.", "background", null);
    }

    static ApiError decimalOutOfRange(String param, boolean above, int bound, String found) {
        return ApiError.refusal(
                400,
                "Invalid '" + param + "': decimal " + (above ? "above maximum" : "below minimum")
                        + " value. Expected a value " + (above ? "<= " : ">= ") + bound + ", but got " + found
                        + " instead.",
                param,
                above ? "decimal_above_max_value" : "decimal_below_min_value");
    }
}
