package dev.parley.generator.cli;

import dev.parley.generator.openapitools.Progress;
import java.io.PrintWriter;
import java.time.Duration;

/**
 * How far a run is: on a terminal one line that is written over and gone at the end; elsewhere one line, and only of a
 * run that takes long.
 */
final class ProgressLine implements Progress, AutoCloseable {

    private static final long LONG_MILLIS = 1000;
    private static final Duration STEP = Duration.ofMillis(100);
    private static final String ERASE = "\r\u001B[K";

    private final PrintWriter out;
    private final boolean terminal;
    private final long longNanos;
    private final long started = System.nanoTime();
    private long shown = started - STEP.toNanos();
    private boolean any;

    /** Takes where to write to. {@code bin/parley} says whether that is a terminal: Java cannot tell for sure. */
    ProgressLine(PrintWriter out) {
        this(out, Boolean.getBoolean("parley.terminal"));
    }

    ProgressLine(PrintWriter out, boolean terminal) {
        this(out, terminal, LONG_MILLIS);
    }

    /**
     * Takes when a run counts as long, too.
     *
     * @param longMillis in milliseconds
     */
    ProgressLine(PrintWriter out, boolean terminal, long longMillis) {
        this.out = out;
        this.terminal = terminal;
        this.longNanos = Duration.ofMillis(longMillis).toNanos();
    }

    @Override
    public void at(String stage, int done, int all) {
        String text = all == 0 ? stage : stage + " " + done + "/" + all;
        long now = System.nanoTime();
        if (terminal && now - shown >= STEP.toNanos()) {
            out.print(ERASE + text);
            out.flush();
            shown = now;
            any = true;
        } else if (!terminal && !any && now - started > longNanos) {
            out.println(text);
            any = true;
        }
    }

    @Override
    public void close() {
        if (terminal && any) {
            out.print(ERASE);
            out.flush();
        }
    }
}
