package dev.parley.generator.evolution;

/** Whom a change of the public API breaks, the worst first. */
public enum Effect {
    /** Compiled callers fail to link or to run, and so their sources do not compile either. */
    BINARY,
    /** Compiled callers go on; some sources no longer compile, or a check of null says so. */
    SOURCE,
    /** Nobody has to change anything. */
    NONE
}
