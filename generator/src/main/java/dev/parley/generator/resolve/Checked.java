package dev.parley.generator.resolve;

import dev.parley.generator.model.Constraints;
import dev.parley.generator.model.Declaration;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.Member;
import dev.parley.generator.model.Operation;
import dev.parley.generator.model.RecordDeclaration;
import dev.parley.generator.model.RequestDeclaration;
import dev.parley.generator.model.Service;
import dev.parley.generator.model.TypeRef;
import dev.parley.generator.model.UnionDeclaration;
import dev.parley.generator.model.Validation;
import dev.parley.generator.model.Variant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds what is checked before it is sent: of all that requests lead to, what has limits, or leads to what has. A union
 * always has something to check, since a value of it may not fit any variant.
 */
final class Checked {

    private final Map<DeclarationId, Declaration> declarations = new HashMap<>();
    private final Map<DeclarationId, Set<DeclarationId>> users = new HashMap<>();
    private final Set<DeclarationId> limited = new LinkedHashSet<>();

    Checked(List<Declaration> inOrder) {
        inOrder.forEach(declaration -> declarations.put(declaration.id(), declaration));
        for (Declaration declaration : inOrder) {
            used(declaration)
                    .forEach(id -> users.computeIfAbsent(id, unused -> new LinkedHashSet<>())
                            .add(declaration.id()));
            if (declaration instanceof UnionDeclaration || isLimited(declaration)) {
                limited.add(declaration.id());
            }
        }
    }

    Validation validation(List<Service> services) {
        Set<DeclarationId> requests = new LinkedHashSet<>();
        for (Service service : services) {
            for (Operation operation : service.operations()) {
                if (operation.request() != null
                        && operation.request().type() instanceof TypeRef.Declared declared
                        && isRequest(declarations.get(declared.id()))) {
                    requests.add(declared.id());
                }
            }
        }
        Set<DeclarationId> checked = closure(limited, id -> users.getOrDefault(id, Set.of()));
        checked.retainAll(closure(requests, id -> used(declarations.get(id))));
        return new Validation(requests, checked);
    }

    private static boolean isRequest(Declaration declaration) {
        return declaration instanceof RequestDeclaration || declaration instanceof RecordDeclaration;
    }

    private static Set<DeclarationId> closure(
            Set<DeclarationId> from, Function<DeclarationId, Set<DeclarationId>> step) {
        Set<DeclarationId> reached = new LinkedHashSet<>(from);
        Deque<DeclarationId> open = new ArrayDeque<>(from);
        for (DeclarationId id = open.poll(); id != null; id = open.poll()) {
            for (DeclarationId next : step.apply(id)) {
                if (reached.add(next)) {
                    open.add(next);
                }
            }
        }
        return reached;
    }

    private static boolean isLimited(Declaration declaration) {
        List<Constraints> constraints = new ArrayList<>();
        if (declaration instanceof RecordDeclaration record) {
            record.properties().forEach(property -> constraints.add(property.constraints()));
        } else if (declaration instanceof RequestDeclaration request) {
            request.parameters().forEach(parameter -> constraints.add(parameter.constraints()));
            if (request.body() != null) {
                constraints.add(request.body().constraints());
            }
        }
        return !constraints.stream().allMatch(Constraints::isEmpty);
    }

    private static Set<DeclarationId> used(Declaration declaration) {
        Set<DeclarationId> used = new LinkedHashSet<>();
        if (declaration instanceof RecordDeclaration record) {
            for (Member.Property property : record.properties()) {
                add(property.type(), used);
            }
        } else if (declaration instanceof RequestDeclaration request) {
            request.parameters().forEach(parameter -> add(parameter.type(), used));
            if (request.body() != null) {
                add(request.body().type(), used);
            }
        } else if (declaration instanceof UnionDeclaration union) {
            union.variants().forEach(variant -> add(type(variant), used));
        }
        return used;
    }

    private static TypeRef type(Variant variant) {
        if (variant instanceof Variant.Wrapper wrapper) {
            return wrapper.value();
        }
        return new TypeRef.Declared(
                variant instanceof Variant.Record record ? record.id() : ((Variant.Union) variant).id());
    }

    private static void add(TypeRef type, Set<DeclarationId> into) {
        if (type instanceof TypeRef.Declared declared) {
            into.add(declared.id());
        } else if (type instanceof TypeRef.ListOf list) {
            add(list.element(), into);
        } else if (type instanceof TypeRef.MapOf map) {
            add(map.value(), into);
        }
    }
}
