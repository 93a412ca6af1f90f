package dev.parley.generator.evolution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares two listings by the rules of the Java language: JLS 13 for compiled callers, and for sources what a caller can
 * have written: calls, {@code switch} over sealed types and enums, record patterns, implementations of services.
 */
public final class ApiComparison {

    private final List<ApiChange> changes = new ArrayList<>();
    private int added;

    private ApiComparison() {}

    /**
     * Compares the API of callers with the one that they get.
     *
     * @param before lines of the listing that callers were written for
     * @param after lines of the listing that they get
     * @throws IllegalArgumentException if a line is none of a listing
     */
    public static ApiComparison of(List<String> before, List<String> after) {
        ApiComparison comparison = new ApiComparison();
        Map<String, ApiType> old = ApiType.parse(before);
        Map<String, ApiType> now = ApiType.parse(after);
        old.values().forEach(type -> comparison.compare(type, now.get(type.name())));
        now.values().stream()
                .filter(type -> !old.containsKey(type.name()))
                .forEach(type -> comparison.added += 1 + type.members().size());
        comparison.changes.sort(Comparator.comparing(ApiChange::effect).thenComparing(ApiChange::place));
        return comparison;
    }

    /** Returns what callers may notice, the worst first, then by place. */
    public List<ApiChange> changes() {
        return List.copyOf(changes);
    }

    /** Returns how many types and members are new. */
    public int added() {
        return added;
    }

    /** Returns the changes with an effect. */
    public List<ApiChange> changes(Effect effect) {
        return changes.stream().filter(change -> change.effect() == effect).toList();
    }

    private void compare(ApiType old, @Nullable ApiType now) {
        if (now == null) {
            change(Effect.BINARY, old.name(), "removed");
            return;
        }
        if (!old.kind().equals(now.kind())) {
            change(Effect.BINARY, old.name(), "was " + article(old.kind()) + " and is now " + article(now.kind()));
            return;
        }
        compareHeaders(old, now);
        for (Signature member : old.members().values()) {
            Signature same = now.members().get(member.key());
            if (same != null) {
                compare(old, member, same);
            } else if (!isImplied(old, member)) {
                change(Effect.BINARY, place(old, member), "removed");
            }
        }
        now.members().values().stream()
                .filter(member -> !old.members().containsKey(member.key()))
                .forEach(member -> compareNew(now, member));
    }

    private void compareHeaders(ApiType old, ApiType now) {
        if (!old.components().equals(now.components())) {
            compareComponents(old, now);
        }
        for (String parent : without(erased(old.parents()), erased(now.parents()))) {
            change(Effect.BINARY, old.name(), "is no longer " + article(parent));
        }
        for (String permitted : without(now.permitted(), old.permitted())) {
            change(
                    Effect.SOURCE,
                    old.name(),
                    "permits " + permitted + ": a switch over all variants without default needs a case for it");
        }
        for (String permitted : without(old.permitted(), now.permitted())) {
            change(Effect.SOURCE, old.name(), "no longer permits " + permitted + ": a case for it does not compile");
        }
        if (now.is("sealed") && !old.is("sealed")) {
            change(Effect.BINARY, old.name(), "is sealed now: it cannot be implemented elsewhere");
        }
        if (now.is("final") && !old.is("final")) {
            change(Effect.BINARY, old.name(), "is final now");
        }
        if (now.is("abstract") && !old.is("abstract")) {
            change(Effect.BINARY, old.name(), "is abstract now");
        }
        if (now.is("deprecated") && !old.is("deprecated")) {
            change(Effect.NONE, old.name(), "deprecated");
        }
    }

    /** The constructor and the accessors have lines of their own; what is left is the pattern. */
    private void compareComponents(ApiType old, ApiType now) {
        List<String> before =
                old.components().stream().map(Signature::withoutNulls).toList();
        List<String> after =
                now.components().stream().map(Signature::withoutNulls).toList();
        if (!before.equals(after)) {
            change(
                    Effect.BINARY,
                    old.name(),
                    "has other components: " + difference(before, after)
                            + "; calls of its constructor and record patterns must change, builders go on");
        }
    }

    private static String difference(List<String> before, List<String> after) {
        List<String> words = new ArrayList<>();
        without(new TreeSet<>(after), new TreeSet<>(before)).forEach(component -> words.add("new " + component));
        without(new TreeSet<>(before), new TreeSet<>(after)).forEach(component -> words.add("gone " + component));
        return words.isEmpty() ? "another order" : String.join(", ", words);
    }

    private void compare(ApiType type, Signature old, Signature now) {
        String place = place(type, old);
        if (!Signature.erased(old.result()).equals(Signature.erased(now.result()))) {
            change(Effect.BINARY, place, "gives " + now.result() + ", not " + old.result());
        } else if (!Signature.withoutNulls(old.result()).equals(Signature.withoutNulls(now.result()))) {
            change(Effect.SOURCE, place, "gives " + now.result() + ", not " + old.result());
        } else if (!old.result().endsWith("?") && now.result().endsWith("?")) {
            change(Effect.SOURCE, place, "may be null now");
        }
        for (int i = 0; i < old.parameters().size(); i++) {
            compareParameters(place, old.parameters().get(i), now.parameters().get(i));
        }
        if (old.is("static") != now.is("static")) {
            change(Effect.BINARY, place, now.is("static") ? "is static now" : "is no longer static");
        }
        if (now.is("abstract") && !old.is("abstract")) {
            change(Effect.BINARY, place, "is abstract now");
        }
        if (now.is("protected") && !old.is("protected")) {
            change(Effect.BINARY, place, "is protected now");
        }
        if (now.is("deprecated") && !old.is("deprecated")) {
            change(Effect.NONE, place, "deprecated");
        }
    }

    private void compareParameters(String place, String old, String now) {
        if (!Signature.withoutNulls(old).equals(Signature.withoutNulls(now))) {
            change(Effect.SOURCE, place, "takes " + now + ", not " + old);
        } else if (old.endsWith("?") && !now.endsWith("?")) {
            change(Effect.SOURCE, place, "no longer takes null for " + now);
        }
    }

    private void compareNew(ApiType type, Signature member) {
        added++;
        if (member.key().startsWith("constant ")) {
            change(
                    Effect.SOURCE,
                    place(type, member),
                    "new: a switch over all constants without default needs a case for it");
        } else if (member.is("abstract") && !type.is("sealed")) {
            change(Effect.SOURCE, place(type, member), "new: implementations of " + type.name() + " need it");
        }
    }

    /** The constructor of a record follows its components, which are compared as such. */
    private static boolean isImplied(ApiType type, Signature member) {
        return type.kind().equals("record") && member.key().startsWith("new(");
    }

    private void change(Effect effect, String place, String what) {
        changes.add(new ApiChange(effect, place, what));
    }

    private static String place(ApiType type, Signature member) {
        return type.name() + (member.name().startsWith("new(") ? " " : ".") + member.name();
    }

    private static Set<String> erased(Set<String> types) {
        Set<String> erased = new TreeSet<>();
        types.forEach(type -> erased.add(Signature.erased(type)));
        return erased;
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static String article(String noun) {
        return ("aeiou".indexOf(Character.toLowerCase(noun.charAt(0))) >= 0 ? "an " : "a ") + noun;
    }
}
