package dev.parley.benchmarks.codec;

/** A contestant did something else than what is measured. */
final class WrongOutcomeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongOutcomeException(String message) {
        super(message);
    }
}
