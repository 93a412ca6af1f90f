package dev.parley.generator.resolve;

import dev.parley.generator.model.Documentation;
import dev.parley.generator.model.Operation;
import dev.parley.generator.model.Service;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Groups operations by resource. A resource without operations exists where one below it has some. */
final class ServiceTree {

    private final Map<String, Documentation> tags = new HashMap<>();
    private final Map<List<String>, List<Operation>> operations = new LinkedHashMap<>();
    private final Map<List<String>, Documentation> prose = new HashMap<>();

    ServiceTree(OpenAPI document) {
        for (Tag tag : document.getTags() == null ? List.<Tag>of() : document.getTags()) {
            tags.put(tag.getName(), Annotations.documentation(tag.getDescription()));
        }
    }

    void add(List<String> resource, Operation operation, OperationSource source) {
        for (int depth = 1; depth <= resource.size(); depth++) {
            operations.computeIfAbsent(resource.subList(0, depth), unused -> new ArrayList<>());
        }
        operations.computeIfAbsent(resource, unused -> new ArrayList<>()).add(operation);
        List<String> named = source.operation().getTags();
        if (named != null && !named.isEmpty()) {
            prose.putIfAbsent(resource, tags.getOrDefault(named.get(0), Documentation.NONE));
        }
    }

    /** Returns a service for each resource, in the order of the document but parents before children. */
    List<Service> services() {
        List<Service> services = new ArrayList<>();
        operations.forEach((resource, methods) ->
                services.add(new Service(resource, prose.getOrDefault(resource, Documentation.NONE), methods)));
        return services;
    }
}
