package dev.parley.generator.spec;

/** What a file may ask of the reader; several times what the largest honest documents need. */
final class ReadLimits {

    /** Bytes of a file, and so code points of its text. */
    static final int BYTES = 64 * 1024 * 1024;

    /** Objects and arrays within each other. */
    static final int DEPTH = 200;

    /** Uses of YAML anchors. */
    static final int ALIASES = 100;

    /** Values of the tree once every alias is written out. */
    static final int VALUES = 1_000_000;

    /** Digits of a number, and the largest power of ten. */
    static final int DIGITS = 400;

    private ReadLimits() {}
}
