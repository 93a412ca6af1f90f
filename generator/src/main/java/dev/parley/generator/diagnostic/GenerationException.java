package dev.parley.generator.diagnostic;

import dev.parley.generator.diagnostic.Diagnostic.Severity;
import java.util.List;
import java.util.stream.Collectors;

/** Ends a run that cannot yield a sound client. Carries every diagnostic of the run; nothing has been written. */
public final class GenerationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    /** Ends a run with what has been reported; the message lists the errors, a line each. */
    public GenerationException(List<Diagnostic> diagnostics) {
        // Without a stack trace: the stock plug-ins would print it, and what is wrong stands in the user's files.
        super(
                diagnostics.stream()
                        .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                        .map(Diagnostic::toString)
                        .collect(Collectors.joining("\n")),
                null,
                false,
                false);
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** Returns everything that the run reported, in the order of the reports. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
