package dev.parley.generator.instances;

/** A draw that led to a schema which no value fits, or none that can be made up. Another draw may do better. */
final class Impossible extends RuntimeException {

    private static final long serialVersionUID = 1;

    Impossible(String reason) {
        super(reason, null, false, false);
    }
}
