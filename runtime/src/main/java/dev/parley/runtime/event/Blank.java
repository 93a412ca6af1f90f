package dev.parley.runtime.event;

/** Tells bytes that mean nothing in JSON. */
final class Blank {
    private Blank() {}

    /** Returns whether there is nothing but white space. */
    static boolean in(byte[] bytes, int from, int to) {
        return firstOther(bytes, from, to) == to;
    }

    /** Returns the index of the first byte that is no white space, or {@code to}. */
    static int firstOther(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\n' || bytes[i] == '\r')) {
            i++;
        }
        return i;
    }
}
