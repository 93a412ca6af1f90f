package dev.parley.runtime.http;

import java.io.IOException;
import java.io.InputStream;

/**
 * The body of a request that is not in memory: it is read while it is sent, anew for each attempt. Safe for use by many
 * threads.
 */
public interface BodySource {

    /**
     * Returns the number of bytes, or -1 if nobody knows it yet. A body that turns out longer or shorter is not sent to its
     * end, and the request fails.
     *
     * @throws IOException if the length cannot be found out, for example because a file is gone
     */
    long length() throws IOException;

    /** Returns whether {@link #open} can be called more than once; if not, a request is never tried again. */
    boolean isRepeatable();

    /**
     * Returns the bytes from the first one on; whoever gets the stream closes it.
     *
     * @throws IOException if the body cannot be read, or only once and that has happened
     */
    InputStream open() throws IOException;
}
