package dev.parley.generator.spec;

/** Ends the reading of one file. Becomes a diagnostic where the name of the file is known. */
final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final int line;
    private final int column;
    private final String hint;

    /**
     * Ends the reading at a place.
     *
     * @param line counted from 1, or 0 for the file as a whole
     * @param column counted from 1
     */
    UnreadableException(String code, int line, int column, String message, String hint) {
        super(message);
        this.code = code;
        this.line = line;
        this.column = column;
        this.hint = hint;
    }

    /** Ends the reading of the file as a whole. */
    UnreadableException(String code, String message, String hint) {
        this(code, 0, 0, message, hint);
    }

    /** Returns the code of the diagnostic. */
    String code() {
        return code;
    }

    /** Returns {@code file:line:column}, or the file alone. */
    String place(String file) {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }

    /** Returns the remedy. */
    String hint() {
        return hint;
    }
}
