package dev.parley.generator.naming;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.ApiModel;
import dev.parley.generator.model.NameHint;
import dev.parley.generator.model.Operation;
import dev.parley.generator.model.Parameter;
import dev.parley.generator.model.Service;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names inside of services: accessors, methods, constants and path parameters. */
final class ServiceNames {

    /** Methods of the classes that a program starts at, beside those that lead to services. */
    private static final List<String> USED_BY_CLIENT =
            List.of("async", "calls", "close", "fromEnv", "sync", "withOptions");

    /** Variables and fields of the methods that have path parameters. */
    private static final List<String> USED_IN_METHODS =
            List.of("builder", "calls", "connection", "in", "inElement", "next", "request", "response");

    private record ParameterKey(String operation, String wireName) {}

    private final Map<List<String>, Identifier> accessors = new HashMap<>();
    private final Map<String, Identifier> methods = new HashMap<>();
    private final Map<String, Identifier> streamMethods = new HashMap<>();
    private final Map<String, Identifier> constants = new HashMap<>();
    private final Map<ParameterKey, Identifier> pathParameters = new HashMap<>();

    private final Map<List<String>, Scope> methodScopes = new HashMap<>();
    private final NameChooser chooser;
    private final NameLedger ledger;
    private final Set<String> living;

    private ServiceNames(NameLedger ledger, Set<String> living, Diagnostics diagnostics) {
        this.ledger = ledger;
        this.living = living;
        this.chooser = new NameChooser(diagnostics);
    }

    static ServiceNames of(ApiModel model, NameLedger ledger, Diagnostics diagnostics) {
        ServiceNames names = new ServiceNames(ledger, living(model), diagnostics);
        names.scope(List.of()).reserving(USED_BY_CLIENT);
        model.services().forEach(service -> names.nameAccessor(service.resource()));
        for (Service service : model.services()) {
            Scope constants = Scope.ofMembers();
            for (Operation operation : service.operations()) {
                names.nameOperation(operation, names.methodScopes.get(service.resource()));
                names.constants.put(operation.pointer(), constants.take(Identifiers.constant(operation.verb())));
            }
            // An operation that is called stream keeps its name beside one that can stream.
            for (Operation operation : service.operations()) {
                if (operation.streaming() != null && !operation.streamsOnly()) {
                    names.nameStream(operation, operation.streaming(), names.methodScopes.get(service.resource()));
                }
            }
        }
        return names;
    }

    Identifier accessor(List<String> resource) {
        return known(accessors.get(resource), resource);
    }

    Identifier method(Operation operation) {
        return known(methods.get(operation.pointer()), operation.pointer());
    }

    Identifier streamMethod(Operation operation) {
        return known(streamMethods.get(operation.pointer()), operation.pointer());
    }

    Identifier constant(Operation operation) {
        return known(constants.get(operation.pointer()), operation.pointer());
    }

    Identifier pathParameter(Operation operation, String wireName) {
        return known(pathParameters.get(new ParameterKey(operation.pointer(), wireName)), wireName);
    }

    private static Identifier known(@Nullable Identifier name, Object key) {
        if (name == null) {
            throw new IllegalStateException("no name was decided for " + key);
        }
        return name;
    }

    private void nameAccessor(List<String> resource) {
        List<String> parent = resource.subList(0, resource.size() - 1);
        NameHint last = NameHint.of(resource.get(resource.size() - 1));
        accessors.put(resource, chooser.choose(last, Identifiers::method, scope(parent), key(resource), ""));
        scope(resource);
    }

    private Scope scope(List<String> resource) {
        return methodScopes.computeIfAbsent(
                resource, unused -> ledger.open(NameLock.RESOURCES, key(resource), living, Scope.ofMembers()));
    }

    /** Returns what a resource is called in a lock. */
    static String key(List<String> resource) {
        return String.join(".", resource);
    }

    /** Returns what the form of an operation that reads events is called in a lock. */
    static String streamKey(Operation operation) {
        return operation.pointer() + " stream";
    }

    private static Set<String> living(ApiModel model) {
        Set<String> living = new HashSet<>();
        for (Service service : model.services()) {
            living.add(key(service.resource()));
            for (Operation operation : service.operations()) {
                living.add(operation.pointer());
                living.add(streamKey(operation));
            }
        }
        return living;
    }

    private void nameOperation(Operation operation, Scope methodScope) {
        String pointer = operation.pointer();
        if (operation.curated()) {
            methodScope.release(pointer);
            methodScope.release(streamKey(operation));
        }
        if (operation.streaming() != null && operation.streamsOnly()) {
            nameStream(operation, operation.streaming(), methodScope);
        } else {
            NameHint verb = NameHint.of(operation.verb());
            methods.put(pointer, chooser.choose(verb, Identifiers::method, methodScope, pointer, pointer));
        }
        Scope parameters = Scope.ofMembers().reserving(USED_IN_METHODS);
        for (Parameter parameter : operation.pathParameters()) {
            pathParameters.put(
                    new ParameterKey(pointer, parameter.wireName()),
                    chooser.choose(parameter.name(), Identifiers::member, parameters, parameter.wireName(), pointer));
        }
    }

    private void nameStream(Operation operation, Operation.Streaming streaming, Scope methodScope) {
        String pointer = operation.pointer();
        streamMethods.put(
                pointer,
                chooser.choose(streaming.name(), Identifiers::method, methodScope, streamKey(operation), pointer));
    }
}
