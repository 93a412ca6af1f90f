package dev.parley.benchmarks.codec;

/** A way to write a page. */
interface Encoding {

    /** Makes what is written. */
    Object prepare(byte[] json) throws Exception;

    /** Writes what {@link #prepare} has made. */
    byte[] encode(Object prepared) throws Exception;

    /** Returns whether it writes all that was read: unknown members and explicit nulls, too. */
    boolean lossless();
}
