package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.DeclarationId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps supertypes free of cycles. A class depends on its supertypes and on the types that qualify their names (JLS
 * 8.1.4), so a record must not implement a union that is nested in it, not even in a roundabout way: such a union gets
 * a file of its own.
 */
final class CyclicInheritance {

    private final Drafts drafts;
    private final Memberships memberships;
    private final Placements placements;
    private final Diagnostics diagnostics;

    CyclicInheritance(Drafts drafts, Memberships memberships, Placements placements, Diagnostics diagnostics) {
        this.drafts = drafts;
        this.memberships = memberships;
        this.placements = placements;
        this.diagnostics = diagnostics;
    }

    /** Promotes unions until no type depends on itself; reports unions that are choices of each other. */
    void resolve() {
        List<Dependency> cycle = findCycle();
        while (cycle != null) {
            @Nullable
            DeclarationId promoted = cycle.stream()
                    .filter(dependency -> !dependency.on().equals(dependency.union()))
                    .map(Dependency::union)
                    .findFirst()
                    .orElse(null);
            if (promoted == null) {
                diagnostics.error(
                        "cyclic-union",
                        cycle.get(0).union().pointer(),
                        "The union is a choice of itself, through " + pointers(cycle),
                        "Take one of these branches out");
                return;
            }
            placements.promote(promoted);
            diagnostics.note(
                    "union-promoted",
                    promoted.pointer(),
                    "The union cannot be nested in a type that is one of its own variants, so it gets a file of its"
                            + " own",
                    "Name it with x-java-name if you want another name than '"
                            + drafts.site(promoted).name().text() + "'");
            cycle = findCycle();
        }
    }

    private static String pointers(List<Dependency> cycle) {
        return String.join(
                ", ", cycle.stream().map(step -> step.on().pointer()).distinct().toList());
    }

    private @Nullable List<Dependency> findCycle() {
        Map<DeclarationId, List<Dependency>> graph = graph();
        Set<DeclarationId> done = new HashSet<>();
        for (DeclarationId start : graph.keySet()) {
            List<Dependency> cycle = cycleFrom(start, graph, done);
            if (cycle != null) {
                return cycle;
            }
        }
        return null;
    }

    /** Walks depth first without recursion: the depth is as untrusted as the document. */
    private static @Nullable List<Dependency> cycleFrom(
            DeclarationId start, Map<DeclarationId, List<Dependency>> graph, Set<DeclarationId> done) {
        List<Dependency> path = new ArrayList<>();
        List<DeclarationId> nodes = new ArrayList<>(List.of(start));
        Map<DeclarationId, Integer> next = new HashMap<>();
        while (!nodes.isEmpty()) {
            DeclarationId here = nodes.get(nodes.size() - 1);
            List<Dependency> dependencies = graph.getOrDefault(here, List.of());
            int index = next.merge(here, 1, Integer::sum) - 1;
            if (done.contains(here) || index >= dependencies.size()) {
                done.add(here);
                nodes.remove(nodes.size() - 1);
                if (!path.isEmpty()) {
                    path.remove(path.size() - 1);
                }
                continue;
            }
            Dependency step = dependencies.get(index);
            int seen = nodes.indexOf(step.on());
            path.add(step);
            if (seen >= 0) {
                return path.subList(seen, path.size());
            }
            nodes.add(step.on());
        }
        return null;
    }

    private Map<DeclarationId, List<Dependency>> graph() {
        Map<DeclarationId, List<Dependency>> graph = new LinkedHashMap<>();
        for (Draft draft : drafts.all()) {
            List<Dependency> dependencies = new ArrayList<>();
            for (DeclarationId union : memberships.of(draft.id())) {
                dependencies.add(new Dependency(union, union));
                placements.around(union).forEach(owner -> dependencies.add(new Dependency(owner, union)));
            }
            graph.put(draft.id(), dependencies);
        }
        return graph;
    }

    /**
     * What a type depends on.
     *
     * @param on the type depended on
     * @param union the supertype: {@code on} itself, or nested in {@code on}
     */
    private record Dependency(DeclarationId on, DeclarationId union) {}
}
