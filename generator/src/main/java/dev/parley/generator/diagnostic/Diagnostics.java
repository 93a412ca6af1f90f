package dev.parley.generator.diagnostic;

import dev.parley.generator.diagnostic.Diagnostic.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the diagnostics of a run; the same one is kept once. Not thread-safe. */
public final class Diagnostics {

    private final Set<Diagnostic> reported = new LinkedHashSet<>();

    /** Reports what makes generation impossible. */
    public void error(String code, String pointer, String message, String hint) {
        reported.add(new Diagnostic(Severity.ERROR, code, pointer, message, hint));
    }

    /** Reports what is probably a mistake in the document. */
    public void warning(String code, String pointer, String message, String hint) {
        reported.add(new Diagnostic(Severity.WARNING, code, pointer, message, hint));
    }

    /** Reports a choice that the generator made. */
    public void note(String code, String pointer, String message, String hint) {
        reported.add(new Diagnostic(Severity.NOTE, code, pointer, message, hint));
    }

    /** Returns whether anything makes generation impossible. */
    public boolean hasErrors() {
        return reported.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }

    /** Returns everything reported so far, in the order of the reports. */
    public List<Diagnostic> all() {
        return new ArrayList<>(reported);
    }
}
