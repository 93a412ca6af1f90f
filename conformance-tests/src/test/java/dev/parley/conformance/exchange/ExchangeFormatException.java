package dev.parley.conformance.exchange;

/** A file that is no exchange. */
public final class ExchangeFormatException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ExchangeFormatException(String file, String pointer, String problem) {
        super(file + "#" + pointer + ": " + problem);
    }

    ExchangeFormatException(String file, String problem, Throwable cause) {
        super(file + ": " + problem, cause);
    }
}
