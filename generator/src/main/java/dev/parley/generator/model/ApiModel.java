package dev.parley.generator.model;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A whole API, resolved: what the emitters turn into source.
 *
 * @param client what the entry point of the client is called and how it is configured
 * @param declarations every type to emit, in the order of the document, each owner before what is nested in it
 * @param services one per resource, parents before children
 * @param validation what can be checked before it is sent
 */
public record ApiModel(
        ClientDescription client, List<Declaration> declarations, List<Service> services, Validation validation) {

    public ApiModel {
        declarations = List.copyOf(declarations);
        services = List.copyOf(services);
    }

    /** Returns the declarations by their identity. */
    public Map<DeclarationId, Declaration> byId() {
        return declarations.stream().collect(Collectors.toMap(Declaration::id, Function.identity()));
    }
}
