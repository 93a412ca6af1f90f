package dev.parley.testkit;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The answers to the POST requests that brought a key in {@code idempotency-key}, to be given again when the key comes
 * again. A refusal is not kept, for nothing was done. Guarded by the monitor of the {@link ConversationStore}.
 */
final class IdempotentAnswers {

    private record Kept(String target, String body, Answer answer) {}

    private final Map<String, Kept> byKey = new HashMap<>();

    /**
     * Does what a request asks, unless its key says that it has been done.
     *
     * @throws ApiError if the key was used for another path or body
     */
    Answer once(Request request, Supplier<Answer> operation) {
        String key = request.method().equals("POST") ? request.header("idempotency-key") : null;
        if (key == null) {
            return operation.get();
        }
        RecordedRequest sent = request.recorded();
        Kept kept = byKey.get(key);
        if (kept == null) {
            Answer answer = operation.get();
            if (answer.status() < 300) {
                byKey.put(key, new Kept(sent.target(), sent.body(), answer));
            }
            return answer;
        }
        if (!kept.target().equals(sent.target()) || !kept.body().equals(sent.body())) {
            throw ApiError.reusedKey();
        }
        return kept.answer().withDefaultHeader("idempotent-replayed", "true");
    }
}
