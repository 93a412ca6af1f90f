package dev.parley.runtime.page;

import dev.parley.runtime.error.PagingException;
import org.jspecify.annotations.Nullable;

/**
 * Finds a circle in a sequence of cursors with one of them in memory, after Brent: the remembered cursor moves ahead at
 * every power of two, so a circle of any length, after any lead-in, meets it within a small multiple of their sum.
 */
final class CursorTrail {
    private @Nullable String remembered;
    private long steps;
    private long power = 1;

    /**
     * Refuses a cursor that was followed before.
     *
     * @throws PagingException if the cursor is the remembered one
     */
    void check(String cursor) {
        if (cursor.equals(remembered)) {
            throw new PagingException(
                    "the server leads in a circle: the cursor '" + shortened(cursor) + "' came up before");
        }
    }

    /** Notes that the cursor was followed. */
    void add(String cursor) {
        steps++;
        if (steps == power) {
            remembered = cursor;
            power *= 2;
            steps = 0;
        }
    }

    private static String shortened(String cursor) {
        return cursor.length() <= 100 ? cursor : cursor.substring(0, 100) + "…";
    }
}
