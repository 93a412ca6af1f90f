package dev.parley.runtime.call;

/**
 * How much a client tells the logger {@code dev.parley.http} ({@link System.Logger}, level INFO) of its calls. No level
 * shows a credential, nor the query of an address.
 */
public enum HttpLogging {
    /** Nothing; the default. */
    OFF,

    /** A line for each attempt: method, address without its query, status or failure, milliseconds, request id. */
    BASIC,

    /** Also the headers; values are shown of those known to be harmless only. */
    HEADERS,

    /** Also the bodies, up to 8,192 characters of each, with the secrets of the request masked; a stream's not. */
    BODY;

    boolean includes(HttpLogging level) {
        return compareTo(level) >= 0;
    }
}
