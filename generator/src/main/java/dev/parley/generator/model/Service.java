package dev.parley.generator.model;

import java.util.List;

/**
 * The operations of one resource.
 *
 * @param resource the resource names from the root, such as {@code conversations}, {@code items}
 * @param documentation the prose of the document's tag, if any
 * @param operations in the order of the document
 */
public record Service(List<String> resource, Documentation documentation, List<Operation> operations) {

    public Service {
        resource = List.copyOf(resource);
        operations = List.copyOf(operations);
    }
}
