package dev.parley.generator.spec;

/** Ends the following of one reference. Becomes a diagnostic where the place of the reference is known. */
final class UnfollowableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String hint;

    UnfollowableException(String code, String message, String hint) {
        super(message, null, false, false);
        this.code = code;
        this.hint = hint;
    }

    /** Returns the code of the diagnostic, empty if the file that is meant has been reported already. */
    String code() {
        return code;
    }

    /** Returns the remedy. */
    String hint() {
        return hint;
    }
}
