package dev.parley.runtime.validation;

import dev.parley.runtime.error.ParleyException;
import java.util.List;
import java.util.stream.Collectors;

/** A request was not sent because it does not keep to the limits of its document. */
public final class ValidationException extends ParleyException {
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    /** Makes an exception that names the operation and every violation. */
    public ValidationException(String operation, List<Violation> violations) {
        super(message(operation, violations), null);
        this.violations = List.copyOf(violations);
    }

    /** Returns the violations, at least one. */
    public List<Violation> violations() {
        return violations;
    }

    private static String message(String operation, List<Violation> violations) {
        return operation + ": the request was not sent: "
                + violations.stream().map(v -> v.path() + " " + v.message()).collect(Collectors.joining("; "));
    }
}
