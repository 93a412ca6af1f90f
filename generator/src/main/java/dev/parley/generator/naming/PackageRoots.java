package dev.parley.generator.naming;

import dev.parley.generator.model.ApiModel;
import dev.parley.generator.model.Declaration;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.RecordDeclaration;
import dev.parley.generator.model.UnionDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The first words of package names: in a file that has to write a type with its package, a member of that name would obscure
 * the package, JLS 6.4.2.
 */
final class PackageRoots {

    /** Types of the library whose static methods the models call; {@code dev} and {@code java} are their roots. */
    private static final Set<String> CALLED =
            Set.of("ArrayList", "Copies", "JsonReader", "List", "Objects", "Pattern", "RequiredMembers");

    private final Set<Identifier> topLevel = new LinkedHashSet<>();
    private final Map<Identifier, Set<Identifier>> nested = new HashMap<>();
    private final Map<Identifier, Set<Identifier>> unions = new HashMap<>();
    private final TypeNames types;
    private final List<String> roots;
    private final Map<Identifier, Boolean> meeting = new HashMap<>();
    private final boolean called;

    PackageRoots(ApiModel model, TypeNames types, Packages packages) {
        this.types = types;
        this.roots = List.of("dev", "java", packages.base().split("\\.", 2)[0]);
        for (Declaration declaration : model.declarations()) {
            add(types.type(declaration.id()));
            if (declaration instanceof UnionDeclaration union) {
                for (int i = 0; i < union.variants().size(); i++) {
                    add(types.wrapper(union.id(), i));
                }
                addUnions(union.id(), union.unions());
            } else if (declaration instanceof RecordDeclaration record) {
                addUnions(record.id(), record.unions());
            }
        }
        called = topLevel.stream().anyMatch(name -> CALLED.contains(name.text()));
    }

    private void add(JavaName name) {
        Identifier file = name.path().get(0);
        topLevel.add(file);
        nested.computeIfAbsent(file, unused -> new HashSet<>())
                .addAll(name.path().subList(1, name.path().size()));
    }

    private void addUnions(DeclarationId variant, List<DeclarationId> around) {
        Set<Identifier> files = unions.computeIfAbsent(file(variant), unused -> new HashSet<>());
        around.forEach(union -> files.add(file(union)));
    }

    private Identifier file(DeclarationId id) {
        return types.type(id).path().get(0);
    }

    /** Returns the names that no member of a type may have: none, unless two types of one name meet in its file. */
    List<String> takenIn(DeclarationId type) {
        return called || meeting.computeIfAbsent(file(type), this::twoMeetIn) ? roots : List.of();
    }

    private boolean twoMeetIn(Identifier file) {
        return Stream.concat(Stream.of(file), membersIn(file).stream())
                .anyMatch(name -> CALLED.contains(name.text()) || !name.equals(file) && topLevel.contains(name));
    }

    /** Returns the names of the types that are declared or may be inherited in a file. */
    private Set<Identifier> membersIn(Identifier file) {
        Set<Identifier> names = new HashSet<>();
        Set<Identifier> seen = new HashSet<>();
        List<Identifier> open = new ArrayList<>(List.of(file));
        while (!open.isEmpty()) {
            Identifier next = open.remove(open.size() - 1);
            if (seen.add(next)) {
                names.addAll(nested.getOrDefault(next, Set.of()));
                open.addAll(unions.getOrDefault(next, Set.of()));
            }
        }
        return names;
    }
}
