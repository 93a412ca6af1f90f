package dev.parley.benchmarks.codec;

import dev.parley.benchmarks.codec.pages.Page;

/** A way to read a page. */
interface Decoding {

    /** Reads a page; returns what came of it. */
    Object decode(byte[] json) throws Exception;

    /**
     * Makes sure that all of a page was read, so that nothing is measured that does not work.
     *
     * @throws WrongOutcomeException if it was not
     */
    void verify(Object decoded, Page page) throws Exception;
}
