package dev.parley.runtime.codec;

/** What a text may hold at most, so that no text costs more than its length; documented at {@link JsonReader}. */
final class Limits {
    /** Arrays and objects inside each other. */
    static final int DEPTH = 500;

    /** Characters of a string: images come as base64. */
    static final int STRING_LENGTH = 100_000_000;

    /** Bytes of a name. */
    static final int NAME_LENGTH = 50_000;

    /** Characters of a number. */
    static final int NUMBER_LENGTH = 10_000;

    private Limits() {}
}
