package dev.parley.runtime.event;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a stream that are neither fields nor comments, kept for the case that nothing else comes. */
final class StrayLines {
    private static final int KEPT_BYTES = 64 * 1024;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream(0);
    private boolean any;

    /** Takes a line; keeps all of it or, beyond the limit, nothing, since half a secret could not be masked. */
    void add(byte[] line, int from, int to) {
        if (OtherContent.isBlank(line, from, to)) {
            return;
        }
        any = true;
        if (kept.size() + to - from < KEPT_BYTES) {
            if (kept.size() > 0) {
                kept.write('\n');
            }
            kept.write(line, from, to - from);
        }
    }

    /** Returns the lines, joined by a line feed, or null if there were none. */
    byte @Nullable [] bytes() {
        return any ? kept.toByteArray() : null;
    }
}
