package dev.parley.generator.resolve;

import dev.parley.generator.model.DeclarationId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has been reached so far: the drafts of declarations, their sites, and the shapes that still have to become
 * drafts.
 */
final class Drafts {

    private final Map<DeclarationId, Draft> drafts = new LinkedHashMap<>();
    private final Map<DeclarationId, Site> sites = new LinkedHashMap<>();
    private final Map<String, Set<DeclarationId>> heirs = new LinkedHashMap<>();
    private final Map<DeclarationId, Map<String, Direction>> directions = new LinkedHashMap<>();
    private final Deque<Shape> waiting = new ArrayDeque<>();

    /** Notes that a shape is used and becomes a declaration. */
    DeclarationId reach(Shape shape, Site site) {
        DeclarationId id = shape.origin().id();
        if (sites.putIfAbsent(id, site) == null) {
            waiting.add(shape);
        }
        return id;
    }

    /** Returns a shape that has been reached and has no draft yet, or {@code null} if there is none. */
    @Nullable
    Shape next() {
        return waiting.poll();
    }

    void add(Draft draft) {
        drafts.put(draft.id(), draft);
    }

    void add(Draft draft, Site site) {
        sites.put(draft.id(), site);
        drafts.put(draft.id(), draft);
    }

    /** Notes that a record has a member that another schema declares, and perhaps an inline type with it. */
    void inherit(String declaring, DeclarationId heir) {
        heirs.computeIfAbsent(declaring, unused -> new LinkedHashSet<>()).add(heir);
    }

    /** Notes that a member goes one way only. */
    void direct(DeclarationId record, String wireName, Direction direction) {
        directions.computeIfAbsent(record, unused -> new LinkedHashMap<>()).put(wireName, direction);
    }

    /** Returns the members of a record that go one way only, by their wire names. */
    Map<String, Direction> directions(DeclarationId record) {
        return directions.getOrDefault(record, Map.of());
    }

    /** Which way a member goes that goes one way only. */
    enum Direction {
        /** In requests: {@code writeOnly}. */
        SENT,
        /** In answers: {@code readOnly}. */
        RECEIVED
    }

    /** Returns the records with members that the schema at {@code declaring} declares. */
    Set<DeclarationId> heirs(DeclarationId declaring) {
        return heirs.getOrDefault(declaring.pointer(), Set.of());
    }

    /**
     * Brings the drafts into the order of the document.
     *
     * @param components the names of the component schemas in that order; what stands elsewhere, below the paths, comes
     *     first
     */
    void arrange(List<String> components) {
        Map<String, Integer> positions = new HashMap<>();
        components.forEach(name -> positions.put(name, positions.size()));
        List<DeclarationId> reached = new ArrayList<>(sites.keySet());
        reached.sort(Comparator.comparingInt(id -> {
            String component = Pointers.enclosingComponent(id.pointer());
            return component == null ? -1 : positions.getOrDefault(component, positions.size());
        }));
        Map<DeclarationId, Draft> arranged = new LinkedHashMap<>();
        for (DeclarationId id : reached) {
            arranged.put(id, Objects.requireNonNull(drafts.get(id), id::pointer));
        }
        drafts.clear();
        drafts.putAll(arranged);
    }

    /** Returns all drafts. */
    List<Draft> all() {
        return new ArrayList<>(drafts.values());
    }

    boolean contains(DeclarationId id) {
        return drafts.containsKey(id);
    }

    @Nullable
    Draft draft(DeclarationId id) {
        return drafts.get(id);
    }

    Draft.@Nullable OfRecord record(DeclarationId id) {
        return drafts.get(id) instanceof Draft.OfRecord found ? found : null;
    }

    Draft.@Nullable OfUnion union(DeclarationId id) {
        return drafts.get(id) instanceof Draft.OfUnion found ? found : null;
    }

    Draft.@Nullable OfEnum openEnum(DeclarationId id) {
        return drafts.get(id) instanceof Draft.OfEnum found ? found : null;
    }

    List<Draft.OfUnion> unions() {
        return drafts.values().stream()
                .filter(Draft.OfUnion.class::isInstance)
                .map(Draft.OfUnion.class::cast)
                .toList();
    }

    Site site(DeclarationId id) {
        Site site = sites.get(id);
        if (site == null) {
            throw new IllegalArgumentException("not reached: " + id.pointer());
        }
        return site;
    }

    void move(DeclarationId id, Site site) {
        sites.put(id, site);
    }
}
