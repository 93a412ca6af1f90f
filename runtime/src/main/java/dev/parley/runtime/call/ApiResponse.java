package dev.parley.runtime.call;

import dev.parley.runtime.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a call, a success: status, headers, body, and the value that is read from it on demand. The body is in
 * memory; nothing needs to be closed. Safe for use by many threads.
 */
public final class ApiResponse<T extends @Nullable Object> {
    private final Answer answer;
    private final Reading<T> reading;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Value<T> value;

    /** A value that may be null. */
    private record Value<T extends @Nullable Object>(T it) {}

    ApiResponse(Answer answer, Reading<T> reading) {
        this.answer = answer;
        this.reading = reading;
    }

    /** Returns the status code. */
    public int status() {
        return answer.response().status();
    }

    /** Returns the headers; secrets of the request that the server echoes in them are masked. */
    public HttpHeaders headers() {
        return answer.redaction().apply(answer.response().headers());
    }

    /** Returns the server's name for the request, from the header {@code x-request-id}, or null. */
    public @Nullable String requestId() {
        return answer.redaction().applyIfPresent(answer.response().headers().first("x-request-id"));
    }

    /** Returns the time from the start of the call to the last byte of the answer, all attempts and pauses included. */
    public Duration elapsed() {
        return Duration.ofNanos(answer.elapsed());
    }

    /** Returns how many attempts were made; 0 if an interceptor around the call answered. */
    public int attempts() {
        return answer.attempts();
    }

    /**
     * Reads the value; every call after the first returns the same one.
     *
     * @throws dev.parley.runtime.error.DecodingException if the body is not what it should be
     */
    public T value() {
        Value<T> read = value;
        if (read == null) {
            lock.lock();
            try {
                read = value;
                if (read == null) {
                    read = new Value<>(reading.read(answer));
                    value = read;
                }
            } finally {
                lock.unlock();
            }
        }
        return read.it();
    }

    /** Returns the body as text, as received; bytes that are not UTF-8 show as U+FFFD. */
    public String body() {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** Returns a copy of the body as received. */
    public byte[] bodyBytes() {
        return answer.body().clone();
    }

    /** Returns the status, the request id and the number of bytes. */
    @Override
    public String toString() {
        return "ApiResponse[status=" + status() + ", requestId=" + requestId() + ", attempts=" + attempts() + ", body="
                + answer.body().length + " bytes]";
    }
}
