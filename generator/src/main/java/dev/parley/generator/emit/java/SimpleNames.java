package dev.parley.generator.emit.java;

import com.palantir.javapoet.ClassName;
import dev.parley.generator.model.ApiModel;
import dev.parley.generator.model.Declaration;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.EnumDeclaration;
import dev.parley.generator.model.Placement;
import dev.parley.generator.model.RecordDeclaration;
import dev.parley.generator.model.UnionDeclaration;
import dev.parley.generator.model.Variant;
import dev.parley.generator.naming.NameTable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a simple name means inside a type of the models, JLS 6.4.1 and 8.5: a member type that is declared or inherited hides
 * whatever has its name further out. JavaPoet knows neither those that are inherited nor that they reach into the header of
 * a record.
 */
final class SimpleNames {

    private final Map<ClassName, Map<String, ClassName>> declared = new HashMap<>();
    private final Map<ClassName, List<ClassName>> unionsByType = new HashMap<>();

    private SimpleNames() {}

    static SimpleNames of(ApiModel model, NameTable names) {
        SimpleNames simpleNames = new SimpleNames();
        for (Declaration declaration : model.declarations()) {
            ClassName type = JavaTypes.className(names.type(declaration.id()));
            if (!(declaration.placement() instanceof Placement.TopLevel)) {
                simpleNames.declare(type, List.of());
            }
            if (declaration instanceof UnionDeclaration union) {
                simpleNames.addUnion(union, type, names);
            } else if (declaration instanceof EnumDeclaration) {
                simpleNames.declare(type.nestedClass("Known"), List.of(type));
                simpleNames.declare(type.nestedClass("Unknown"), List.of(type));
            } else {
                simpleNames.declare(type.nestedClass("Builder"), List.of());
            }
            if (declaration instanceof RecordDeclaration record) {
                simpleNames.unionsByType.put(type, types(record.unions(), names));
            }
        }
        return simpleNames;
    }

    private void addUnion(UnionDeclaration union, ClassName type, NameTable names) {
        unionsByType.put(type, types(union.unions(), names));
        for (int i = 0; i < union.variants().size(); i++) {
            if (union.variants().get(i) instanceof Variant.Wrapper) {
                declare(JavaTypes.className(names.wrapper(union.id(), i)), List.of(type));
            }
        }
        declare(type.nestedClass("Unknown"), List.of(type));
    }

    private static List<ClassName> types(List<DeclarationId> unions, NameTable names) {
        return unions.stream().map(id -> JavaTypes.className(names.type(id))).toList();
    }

    private void declare(ClassName type, List<ClassName> implemented) {
        declared.computeIfAbsent(Objects.requireNonNull(type.enclosingClassName()), outer -> new LinkedHashMap<>())
                .put(type.simpleName(), type);
        if (!implemented.isEmpty()) {
            unionsByType.put(type, implemented);
        }
    }

    /** Returns the simple names that mean a member type somewhere in a file: there, nothing else may be imported by them. */
    Set<String> inFile(ClassName topLevel) {
        Set<String> names = new TreeSet<>();
        addMembers(topLevel, names);
        return names;
    }

    private void addMembers(ClassName type, Set<String> names) {
        addInherited(type, names);
        declaredIn(type).forEach((name, member) -> {
            names.add(name);
            addMembers(member, names);
        });
    }

    private void addInherited(ClassName type, Set<String> names) {
        for (ClassName union : unionsOf(type)) {
            names.addAll(declaredIn(union).keySet());
            addInherited(union, names);
        }
    }

    /**
     * Returns a type as JavaPoet has to be told of it.
     *
     * @param type a type of the models
     * @param place the type in whose header or body it is written, or {@code null} outside of all
     * @return the type itself, unless JavaPoet would choose a name that means something else there; else one that is written
     *     by the shortest name that means it
     */
    ClassName written(ClassName type, @Nullable ClassName place) {
        if (place == null
                || isUnderstood(type, place, place) && isUnderstood(type, place, place.enclosingClassName())) {
            return type;
        }
        for (ClassName leading = type; leading != null; leading = leading.enclosingClassName()) {
            boolean imported =
                    leading.enclosingClassName() == null && Library.SIMPLE_NAMES.contains(leading.simpleName());
            if (!imported && means(leading, place)) {
                return ClassName.get("", from(leading, type));
            }
        }
        return ClassName.get("", type.canonicalName());
    }

    /**
     * Returns whether what JavaPoet writes means the type.
     *
     * @param place where it is written
     * @param known where JavaPoet thinks it is: for the header of a nested record, outside of it
     */
    private boolean isUnderstood(ClassName type, ClassName place, @Nullable ClassName known) {
        for (ClassName leading = type; leading != null; leading = leading.enclosingClassName()) {
            ClassName found = declaredAround(leading.simpleName(), known);
            if (leading.equals(found)) {
                return means(leading, place);
            }
            if (found != null && leading.enclosingClassName() == null) {
                return true;
            }
        }
        return means(type.topLevelClassName(), place);
    }

    private @Nullable ClassName declaredAround(String simpleName, @Nullable ClassName place) {
        ClassName outermost = place;
        for (ClassName type = place; type != null; type = type.enclosingClassName()) {
            ClassName found = declaredIn(type).get(simpleName);
            if (found != null) {
                return found;
            }
            outermost = type;
        }
        return outermost != null && outermost.simpleName().equals(simpleName) ? outermost : null;
    }

    /** Returns whether the simple name of a type means it, and nothing else, inside another one. */
    private boolean means(ClassName type, ClassName place) {
        for (ClassName around = place; around != null; around = around.enclosingClassName()) {
            Set<ClassName> found = members(type.simpleName(), around);
            if (!found.isEmpty()) {
                return found.equals(Set.of(type));
            }
        }
        return type.enclosingClassName() == null;
    }

    /** Returns the member types of a name: one that is declared, or all that are inherited. */
    private Set<ClassName> members(String simpleName, ClassName type) {
        ClassName own = declaredIn(type).get(simpleName);
        if (own != null) {
            return Set.of(own);
        }
        Set<ClassName> inherited = new LinkedHashSet<>();
        unionsOf(type).forEach(union -> inherited.addAll(members(simpleName, union)));
        return inherited;
    }

    private Map<String, ClassName> declaredIn(ClassName type) {
        return declared.getOrDefault(type, Map.of());
    }

    private List<ClassName> unionsOf(ClassName type) {
        return unionsByType.getOrDefault(type, List.of());
    }

    private static String from(ClassName leading, ClassName type) {
        List<String> path = type.simpleNames();
        return String.join(".", path.subList(leading.simpleNames().size() - 1, path.size()));
    }
}
