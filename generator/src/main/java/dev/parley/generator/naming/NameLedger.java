package dev.parley.generator.naming;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Holds names of the run before in the scopes of this one, and collects what is chosen. */
final class NameLedger {

    private record Owner(String section, String prefix) {}

    private record Opened(Owner owner, Scope scope) {}

    private final Map<Owner, Map<String, String>> byOwner = new HashMap<>();
    private final List<Opened> opened = new ArrayList<>();

    NameLedger(NameLock before) {
        before.sections()
                .forEach((section, names) -> names.forEach((asker, name) -> {
                    Owner owner = new Owner(section, name.substring(0, name.lastIndexOf('.') + 1));
                    byOwner.computeIfAbsent(owner, unused -> new TreeMap<>()).put(asker, name);
                }));
    }

    /**
     * Returns the scope, with the names held that its askers got before.
     *
     * @param living all who may ask: a name of somebody who is gone is free
     */
    Scope open(String section, Set<String> living, Scope scope) {
        return open(section, "", living, scope);
    }

    /**
     * Returns the scope of what stands inside of something else, with the names held that its askers got before.
     *
     * @param owner what is around, with dots between its names; empty for nothing
     */
    Scope open(String section, String owner, Set<String> living, Scope scope) {
        Owner place = new Owner(section, owner.isEmpty() ? "" : owner + ".");
        byOwner.getOrDefault(place, Map.of()).forEach((asker, name) -> {
            Identifier identifier =
                    Identifiers.locked(name.substring(place.prefix().length()));
            if (identifier != null && living.contains(asker)) {
                scope.hold(asker, identifier);
            }
        });
        opened.add(new Opened(place, scope));
        return scope;
    }

    /** Returns the names of this run. */
    NameLock lock() {
        Map<String, Map<String, String>> sections = new TreeMap<>();
        for (Opened one : opened) {
            Map<String, String> section = sections.computeIfAbsent(one.owner().section(), unused -> new TreeMap<>());
            one.scope()
                    .choices()
                    .forEach((asker, name) -> section.put(asker, one.owner().prefix() + name.text()));
        }
        sections.values().removeIf(Map::isEmpty);
        return new NameLock(sections);
    }
}
