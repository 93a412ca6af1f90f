package dev.parley.generator.spec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.spec.Reference.Followed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows every reference of a document to its end, through as many files as it takes; reports those without one. */
final class Following {

    /** How often references are tried again whose address a file read later may have. */
    private static final int ROUNDS = 10;

    private final Locator locator;
    private final DynamicReferences dynamic;
    private final ReferenceWalk walk;
    private final boolean siblings;
    private final Diagnostics diagnostics;
    private final Map<String, Target> ends = new HashMap<>();
    private final List<Followed> followed = new ArrayList<>();
    private Deque<Reference> later = new ArrayDeque<>();

    Following(
            Locator locator, DynamicReferences dynamic, ReferenceWalk walk, boolean siblings, Diagnostics diagnostics) {
        this.locator = locator;
        this.dynamic = dynamic;
        this.walk = walk;
        this.siblings = siblings;
        this.diagnostics = diagnostics;
    }

    /** Returns the references below what has been walked, and of what they lead to, with their ends. */
    List<Followed> follow() {
        for (int round = 0; round <= ROUNDS; round++) {
            boolean last = round == ROUNDS;
            Deque<Reference> again = later;
            later = new ArrayDeque<>();
            int before = followed.size();
            again.forEach(reference -> follow(reference, last));
            for (Reference next = walk.found().poll();
                    next != null;
                    next = walk.found().poll()) {
                follow(next, last);
            }
            if (followed.size() == before || later.isEmpty()) {
                round = Math.max(round, ROUNDS - 1);
            }
        }
        dynamic.check(followed);
        refuseCircles();
        return followed;
    }

    private void follow(Reference reference, boolean last) {
        try {
            Target target = end(dynamic.first(reference), reference.kind());
            requireKind(reference, target);
            followed.add(new Followed(reference, target));
        } catch (UnfollowableException e) {
            if (e.code().equals("remote-ref") && !last) {
                later.add(reference);
            } else if (!e.code().isEmpty()) {
                diagnostics.error(e.code(), reference.place(), String.valueOf(e.getMessage()), e.hint());
            }
        }
    }

    private Target end(Target first, Kind kind) throws UnfollowableException {
        Target at = first;
        Set<String> passed = new LinkedHashSet<>();
        while (refersOn(at, kind)) {
            String key = kind + at.key();
            Target known = ends.get(key);
            if (known != null) {
                at = known;
                break;
            }
            if (!passed.add(key)) {
                throw new UnfollowableException(
                        "reference-cycle",
                        "the reference leads round in a circle",
                        "describe the " + kind.words() + " in one of the places");
            }
            at = locator.locate(at.resource(), at.node().path(Reference.REF).textValue());
        }
        for (String key : passed) {
            ends.put(key, at);
        }
        return at;
    }

    /** A component of the document that is another schema keeps its name; all else that only refers on is passed. */
    private boolean refersOn(Target at, Kind kind) {
        if (!at.node().path(Reference.REF).isTextual() || kind == Kind.SCHEMA && at.isComponent(kind)) {
            return false;
        }
        boolean allThereIs = at.node().size() == 1;
        return allThereIs || (kind == Kind.SCHEMA ? !siblings : kind != Kind.PATH_ITEM);
    }

    private void requireKind(Reference reference, Target target) throws UnfollowableException {
        JsonNode node = target.node();
        Kind kind = reference.kind();
        walk.walk(node.isObject() ? node : node.path(""), kind, target.resource(), target.pointer());
        boolean fits = node.isObject() ? walk.kind(node) == kind : node.isBoolean() && kind == Kind.SCHEMA;
        if (!fits) {
            throw new UnfollowableException(
                    "unresolved-reference",
                    "the reference " + reference.text() + " leads to no " + kind.words(),
                    "name a " + kind.words() + ", such as one of #/components/" + kind.section());
        }
    }

    /** Components that are each other have no meaning; a circle through a member has. */
    private void refuseCircles() {
        Map<String, Followed> next = new LinkedHashMap<>();
        for (Followed link : followed) {
            Reference reference = link.reference();
            if (reference.member().equals(Reference.REF) && link.target().isComponent(Kind.SCHEMA)) {
                next.put(
                        reference.resource().tree().name() + "#"
                                + reference.pointer().parent(),
                        link);
            }
        }
        Map<String, Integer> rounds = new HashMap<>();
        int round = 0;
        for (String start : next.keySet()) {
            round++;
            String at = start;
            while (next.containsKey(at) && !rounds.containsKey(at)) {
                rounds.put(at, round);
                at = next.get(at).target().key();
            }
            Followed link = next.get(at);
            if (link != null && rounds.get(at) == round) {
                diagnostics.error(
                        "reference-cycle",
                        link.reference().place(),
                        "the reference leads round in a circle",
                        "describe the schema in one of the places");
            }
        }
    }
}
