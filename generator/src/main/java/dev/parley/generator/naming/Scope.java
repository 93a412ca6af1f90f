package dev.parley.generator.naming;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The names taken in one place of the source. The first to ask for a name gets it, the next one gets a number behind it. */
final class Scope {

    private final Set<String> taken = new HashSet<>();
    private final boolean caseSensitive;

    private Scope(boolean caseSensitive) {
        this.caseSensitive = caseSensitive;
    }

    /** A scope of members, where case tells names apart. */
    static Scope ofMembers() {
        return new Scope(true);
    }

    /** A scope of types, where names that differ in case alone would share a file on some systems. */
    static Scope ofTypes() {
        return new Scope(false);
    }

    /** Takes a name that the source uses for something of its own. */
    void reserve(String name) {
        taken.add(key(name));
    }

    /** Takes names that the source uses for something of its own, and returns this scope. */
    Scope reserving(List<String> names) {
        names.forEach(this::reserve);
        return this;
    }

    /** Takes a name if it is free; a type never hides one that source refers to by its simple name. */
    boolean claim(Identifier name) {
        boolean hides = !caseSensitive && Identifiers.isTakenType(name);
        return !hides && taken.add(key(name.text()));
    }

    /** Takes the name, or the next free one with a number behind it. */
    Identifier take(Identifier wanted) {
        Identifier name = wanted;
        for (int number = 2; !claim(name); number++) {
            name = Identifiers.numbered(wanted, number);
        }
        return name;
    }

    private String key(String name) {
        return caseSensitive ? name : name.toLowerCase(Locale.ROOT);
    }
}
