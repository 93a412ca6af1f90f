package dev.parley.generator.naming;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The names taken in one place of the source. The first to ask for a name gets it, the next one gets a number behind it;
 * but a name that is held for somebody waits for that one.
 */
final class Scope {

    private final Set<String> taken = new HashSet<>();
    private final Map<String, String> holders = new HashMap<>();
    private final Map<String, Identifier> held = new HashMap<>();
    private final Map<String, Identifier> choices = new LinkedHashMap<>();
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

    /** Holds a name for the one that will ask with {@code asker}; nobody else gets it unless a person chose it. */
    void hold(String asker, Identifier name) {
        if (holders.putIfAbsent(key(name.text()), asker) == null) {
            held.put(asker, name);
        }
    }

    /** Holds the name of {@code asker} no longer: a person has chosen another. */
    void release(String asker) {
        Identifier name = held.remove(asker);
        if (name != null) {
            holders.remove(key(name.text()));
        }
    }

    /** Takes a name if it is free, held or not; a type never hides one that source refers to by its simple name. */
    boolean claim(Identifier name) {
        boolean hides = !caseSensitive && Identifiers.isTakenType(name);
        return !hides && taken.add(key(name.text()));
    }

    /** Takes a name that a person chose, if it is free, and remembers who asked. */
    boolean claim(Identifier name, String asker) {
        choices.put(asker, name);
        return claim(name);
    }

    /** Takes the name, or the next free one with a number behind it. */
    Identifier take(Identifier wanted) {
        return next(wanted, "");
    }

    /** Takes the name that is held for {@code asker}, else the wanted one, or the next free one with a number behind it. */
    Identifier take(Identifier wanted, String asker) {
        Identifier before = held.get(asker);
        Identifier name = before != null && claim(before) ? before : next(wanted, asker);
        choices.put(asker, name);
        return name;
    }

    /** Returns what everybody got who said who asks, in the order of asking. */
    Map<String, Identifier> choices() {
        return choices;
    }

    private Identifier next(Identifier wanted, String asker) {
        Identifier name = wanted;
        for (int number = 2; isHeldForOther(name, asker) || !claim(name); number++) {
            name = Identifiers.numbered(wanted, number);
        }
        return name;
    }

    private boolean isHeldForOther(Identifier name, String asker) {
        String holder = holders.get(key(name.text()));
        return holder != null && !holder.equals(asker);
    }

    private String key(String name) {
        return caseSensitive ? name : name.toLowerCase(Locale.ROOT);
    }
}
