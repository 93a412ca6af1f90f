package dev.parley.benchmarks.coldstart;

import java.io.IOException;

/** The end of each program. */
final class Finish {
    private Finish() {}

    /** Tells the process that measures that the page is there, and waits until it has looked. */
    static void with(String what) throws IOException {
        System.out.println(what);
        while (System.in.read() >= 0) {
            // nothing is ever written
        }
    }
}
