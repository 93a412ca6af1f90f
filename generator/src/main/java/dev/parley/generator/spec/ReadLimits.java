package dev.parley.generator.spec;

/** What the files of a document may ask of the reader; several times what the largest honest documents need. */
final class ReadLimits {

    /** Files that belong together. */
    static final int FILES = 5_000;

    /** Bytes of all files, and so code points of their texts. */
    static final int BYTES = 64 * 1024 * 1024;

    /** Objects and arrays within each other. */
    static final int DEPTH = 200;

    /** Uses of YAML anchors, in all files. */
    static final int ALIASES = 100;

    /** Values of all trees once every alias is written out. */
    static final int VALUES = 1_000_000;

    /** Digits of a number, and the largest power of ten. */
    static final int DIGITS = 400;

    private ReadLimits() {}
}
