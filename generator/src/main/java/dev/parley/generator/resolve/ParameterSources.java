package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the parameters of an operation: its own in the place of those of its path, references followed. */
final class ParameterSources {

    private static final String COMPONENTS = "#/components/parameters/";

    private final OpenAPI document;
    private final Diagnostics diagnostics;

    ParameterSources(OpenAPI document, Diagnostics diagnostics) {
        this.document = document;
        this.diagnostics = diagnostics;
    }

    List<Source> of(OperationSource operation) {
        Map<String, Source> byKey = new LinkedHashMap<>();
        collect(operation.pathItem().getParameters(), operation.pathPointer(), true, byKey);
        collect(operation.operation().getParameters(), operation.pointer(), false, byKey);
        return new ArrayList<>(byKey.values());
    }

    private void collect(
            @Nullable List<Parameter> parameters, String owner, boolean shared, Map<String, Source> byKey) {
        if (parameters == null) {
            return;
        }
        for (int i = 0; i < parameters.size(); i++) {
            String pointer = Pointers.below(owner, "parameters", String.valueOf(i));
            Source source = followed(new Source(pointer, parameters.get(i), null, shared));
            if (source != null) {
                byKey.put(source.parameter().getIn() + " " + source.parameter().getName(), source);
            }
        }
    }

    private @Nullable Source followed(Source source) {
        String reference = source.parameter().get$ref();
        if (reference == null) {
            return source;
        }
        String name = reference.startsWith(COMPONENTS) ? reference.substring(COMPONENTS.length()) : "";
        Map<String, Parameter> components =
                document.getComponents() == null || document.getComponents().getParameters() == null
                        ? Map.of()
                        : document.getComponents().getParameters();
        Parameter target = components.get(name);
        if (target == null || target.get$ref() != null) {
            diagnostics.error(
                    "unresolved-reference",
                    source.pointer(),
                    "The reference " + reference + " leads to no parameter",
                    "Add the parameter to #/components/parameters or correct the reference");
            return null;
        }
        return new Source(Pointers.below("/components/parameters", name), target, name, true);
    }

    /**
     * A parameter as parsed, and its place.
     *
     * @param component the name of the component that it is, or {@code null}
     * @param shared whether other operations may have the same one
     */
    record Source(
            String pointer, Parameter parameter, @Nullable String component, boolean shared) {}
}
