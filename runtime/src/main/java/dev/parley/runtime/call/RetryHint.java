package dev.parley.runtime.call;

import dev.parley.runtime.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** What a server says about trying again. What cannot be read counts as not said. */
final class RetryHint {
    /** The answer to a question that the server did not answer. */
    static final long NOT_SAID = -1;

    private static final double LARGEST_NANOS = 9e18;

    private RetryHint() {}

    /** Returns what {@code x-should-retry} says, or null. */
    static @Nullable Boolean shouldRetry(HttpHeaders headers) {
        String value = headers.first("x-should-retry");
        if (value == null) {
            return null;
        }
        String word = value.strip();
        if (word.equalsIgnoreCase("true")) {
            return Boolean.TRUE;
        }
        return word.equalsIgnoreCase("false") ? Boolean.FALSE : null;
    }

    /** Returns the nanoseconds that the server wants to be left alone for, or {@link #NOT_SAID}. */
    static long pause(HttpHeaders headers, Timing timing) {
        String milliseconds = headers.first("retry-after-ms");
        if (milliseconds != null) {
            long pause = nanos(milliseconds.strip(), 1e6);
            if (pause != NOT_SAID) {
                return pause;
            }
        }
        String value = headers.first("retry-after");
        if (value == null) {
            return NOT_SAID;
        }
        String stripped = value.strip();
        long pause = nanos(stripped, 1e9);
        return pause == NOT_SAID ? untilDate(stripped, timing) : pause;
    }

    /** Reads digits, with a fraction or not; neither sign nor exponent, so the number is finite and not negative. */
    private static long nanos(String number, double unit) {
        int points = 0;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (c == '.') {
                points++;
            } else if (c < '0' || c > '9') {
                return NOT_SAID;
            }
        }
        if (points > 1 || number.length() == points) {
            return NOT_SAID;
        }
        return (long) Math.min(LARGEST_NANOS, Double.parseDouble(number) * unit);
    }

    /** Reads a date such as {@code Sun, 06 Nov 1994 08:49:37 GMT}; one that has passed says nothing. */
    private static long untilDate(String date, Timing timing) {
        try {
            Instant instant = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
            long millis = instant.toEpochMilli() - timing.now().toEpochMilli();
            return millis < 0 ? NOT_SAID : (long) Math.min(LARGEST_NANOS, millis * 1e6);
        } catch (DateTimeException | ArithmeticException notADate) {
            return NOT_SAID;
        }
    }
}
