package dev.parley.generator.naming;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.NameHint;
import java.util.function.Function;

/** Turns a hint into a free name of a scope, and reports what had to be decided. */
final class NameChooser {

    private final Diagnostics diagnostics;

    NameChooser(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /**
     * Chooses a name and takes it.
     *
     * @param rule what makes an identifier of a hint that nobody curated
     * @param asker what the name is for, the same in every run
     * @param pointer the place in the document that diagnostics name
     */
    Identifier choose(NameHint hint, Function<String, Identifier> rule, Scope scope, String asker, String pointer) {
        return hint.curated()
                ? curated(hint, rule, scope, asker, pointer)
                : numbered(rule.apply(hint.text()), scope, asker, pointer);
    }

    private Identifier curated(
            NameHint hint, Function<String, Identifier> rule, Scope scope, String asker, String pointer) {
        Identifier name = Identifiers.curated(hint.text());
        if (name == null) {
            diagnostics.error(
                    "illegal-name",
                    pointer,
                    "the chosen name '" + hint.text() + "' is no Java identifier of ASCII letters and digits",
                    "choose a name such as Conversation");
            return scope.take(rule.apply(hint.text()), asker);
        }
        if (!scope.claim(name, asker)) {
            diagnostics.error(
                    "name-collision",
                    pointer,
                    "the chosen name " + name + " is taken",
                    "choose another name in the overlay");
        }
        return name;
    }

    private Identifier numbered(Identifier wanted, Scope scope, String asker, String pointer) {
        Identifier name = scope.take(wanted, asker);
        if (!name.equals(wanted)) {
            diagnostics.note(
                    "name-collision",
                    pointer,
                    "the name " + wanted + " is taken, so this one is " + name,
                    "choose a better name with x-java-name in an overlay");
        }
        return name;
    }
}
