package dev.parley.conformance.testee;

/** A request to the testee, or the arguments of a call, that it cannot make anything of. */
public final class BadRequestException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Makes one whose message says what is wrong. */
    public BadRequestException(String message) {
        super(message);
    }

    BadRequestException(String message, Throwable cause) {
        super(message, cause);
    }
}
