package dev.parley.runtime.page;

import dev.parley.runtime.error.PagingException;
import java.util.NoSuchElementException;
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

    /**
     * Returns the cursor of a page that is followed by another.
     *
     * @throws NoSuchElementException if none follows
     * @throws PagingException if one follows, but without a cursor
     */
    static String require(boolean hasNext, @Nullable String cursor) {
        if (!hasNext) {
            throw new NoSuchElementException("the server says that no page follows");
        }
        if (cursor == null || cursor.isEmpty()) {
            throw new PagingException("the server says that another page follows but names no cursor for it");
        }
        return cursor;
    }

    /** Refuses a negative number of items. */
    static void requireLimit(long maxItems) {
        if (maxItems < 0) {
            throw new IllegalArgumentException("maxItems must not be negative: " + maxItems);
        }
    }

    private static String shortened(String cursor) {
        return cursor.length() <= 100 ? cursor : cursor.substring(0, 100) + "…";
    }
}
