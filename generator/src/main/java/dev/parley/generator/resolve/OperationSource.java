package dev.parley.generator.resolve;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An operation as parsed, and its place.
 *
 * @param method the HTTP method in upper case
 * @param pathItem what the operation shares with others of its path
 */
record OperationSource(String pointer, PathTemplate template, String method, PathItem pathItem, Operation operation) {

    String pathPointer() {
        return Pointers.below("/paths", template.key());
    }

    String operationId() {
        return operation.getOperationId() == null ? "" : operation.getOperationId();
    }

    /** Returns the value of an extension of the operation, or {@code null}. */
    @Nullable
    Object extension(String name) {
        Map<String, Object> extensions = operation.getExtensions();
        return extensions == null ? null : extensions.get(name);
    }
}
