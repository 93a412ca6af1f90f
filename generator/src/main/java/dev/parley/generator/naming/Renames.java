package dev.parley.generator.naming;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.ApiModel;
import dev.parley.generator.model.Declaration;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.EnumDeclaration;
import dev.parley.generator.model.Operation;
import dev.parley.generator.model.Placement;
import dev.parley.generator.model.RecordDeclaration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Reports names that are in the lock and could not stay, unless a person has chosen the new one. */
final class Renames {

    private record Choice(String section, String asker) {}

    private final Map<DeclarationId, Declaration> declarations;
    private final DeclarationKeys keys;
    private final Diagnostics diagnostics;
    private final Set<Choice> meant = new HashSet<>();

    Renames(ApiModel model, DeclarationKeys keys, Diagnostics diagnostics) {
        this.declarations = model.byId();
        this.keys = keys;
        this.diagnostics = diagnostics;
        model.declarations().forEach(this::collectMeant);
        model.services().stream()
                .flatMap(service -> service.operations().stream())
                .filter(Operation::curated)
                .forEach(operation -> {
                    meant.add(new Choice(NameLock.RESOURCES, operation.pointer()));
                    meant.add(new Choice(NameLock.RESOURCES, ServiceNames.streamKey(operation)));
                });
        if (model.client().name().curated()) {
            meant.add(new Choice(NameLock.CLIENT, "Client"));
            meant.add(new Choice(NameLock.CLIENT, "AsyncClient"));
            meant.add(new Choice(NameLock.CLIENT, "Calls"));
        }
    }

    /** Reports every choice that is in both with different names. */
    void report(NameLock before, NameLock now) {
        Map<String, String> moved = movedTypes(before, now);
        before.sections()
                .forEach((section, names) -> names.forEach((asker, old) -> {
                    String name = now.section(section).getOrDefault(asker, old);
                    boolean alone = !section.equals(NameLock.TYPES) || !followsOwner(old, name, moved);
                    if (!name.equals(old) && alone && !meant.contains(new Choice(section, asker))) {
                        report(section, asker, old, name);
                    }
                }));
    }

    private static Map<String, String> movedTypes(NameLock before, NameLock now) {
        Map<String, String> moved = new HashMap<>();
        before.section(NameLock.TYPES).forEach((asker, old) -> {
            String name = now.section(NameLock.TYPES).get(asker);
            if (name != null) {
                moved.put(old, name);
            }
        });
        return moved;
    }

    private void report(String section, String asker, String old, String name) {
        boolean isPlace = asker.startsWith("/");
        diagnostics.error(
                "renamed",
                isPlace ? asker.replaceFirst(" .*", "") : section.startsWith("/") ? section : "",
                (isPlace ? "" : "'" + asker + "': ") + "the name in the lock is " + old + ", and it would now be "
                        + name,
                "hold the old name with x-java-name in an overlay, or take the line out of the lock to accept the new one");
    }

    /** One report is enough for a type and all that is nested in it. */
    private static boolean followsOwner(String old, String name, Map<String, String> moved) {
        int last = old.lastIndexOf('.');
        int newLast = name.lastIndexOf('.');
        return last > 0
                && newLast > 0
                && old.substring(last).equals(name.substring(newLast))
                && !old.substring(0, last).equals(name.substring(0, newLast))
                && name.substring(0, newLast).equals(moved.get(old.substring(0, last)));
    }

    private void collectMeant(Declaration declaration) {
        String key = keys.of(declaration.id());
        if (isMeant(declaration)) {
            meant.add(new Choice(NameLock.TYPES, key));
        }
        if (declaration instanceof RecordDeclaration record) {
            record.members().stream()
                    .filter(member -> member.name().curated())
                    .forEach(member -> meant.add(new Choice(key, member.wireName())));
        } else if (declaration instanceof EnumDeclaration open) {
            open.values().stream()
                    .filter(value -> value.name().curated())
                    .forEach(value -> meant.add(new Choice(key, value.wireValue())));
        }
    }

    /** A person has named the type, or one around it. */
    private boolean isMeant(Declaration declaration) {
        if (declaration.name().curated()) {
            return true;
        }
        Placement placement = declaration.placement();
        if (placement instanceof Placement.NestedIn nested) {
            return isMeant(declarations.get(nested.owner()));
        }
        return placement instanceof Placement.NestedInWrapper nested && isMeant(declarations.get(nested.union()));
    }
}
