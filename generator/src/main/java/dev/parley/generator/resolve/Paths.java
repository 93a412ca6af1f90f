package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists the operations of a document: paths in its order, methods in one order, as the parser does not keep theirs. */
final class Paths {

    private static final List<HttpMethod> METHODS = List.of(
            HttpMethod.POST,
            HttpMethod.GET,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.HEAD,
            HttpMethod.OPTIONS);

    private final OpenAPI document;
    private final Diagnostics diagnostics;

    Paths(OpenAPI document, Diagnostics diagnostics) {
        this.document = document;
        this.diagnostics = diagnostics;
    }

    List<OperationSource> operations() {
        List<OperationSource> operations = new ArrayList<>();
        if (document.getPaths() != null) {
            document.getPaths().forEach((path, item) -> collect(path, item, operations));
        }
        return operations;
    }

    private void collect(String path, PathItem item, List<OperationSource> into) {
        String pointer = Pointers.below("/paths", path);
        PathItem followed = followed(item, pointer);
        if (followed == null) {
            return;
        }
        if (path.contains("#")) {
            diagnostics.error(
                    "unsupported-path",
                    pointer,
                    "The path has a fragment, which is never sent",
                    "Take the path out with an overlay, or write what tells it apart as a query");
            return;
        }
        if (!new PathTemplate(path).isSendable()) {
            diagnostics.error(
                    "unsupported-path",
                    pointer,
                    "The path has no slash at its start, a segment . or .., braces that do not pair or stand in its query,"
                            + " or a character that a URL cannot hold",
                    "Percent-encode the character, or take the path out with an overlay");
            return;
        }
        Map<HttpMethod, io.swagger.v3.oas.models.Operation> operations = followed.readOperationsMap();
        for (HttpMethod method : METHODS) {
            io.swagger.v3.oas.models.Operation operation = operations.remove(method);
            if (operation != null) {
                String place = Pointers.below(pointer, method.name().toLowerCase(Locale.ROOT));
                into.add(new OperationSource(place, new PathTemplate(path), method.name(), followed, operation));
            }
        }
        operations
                .keySet()
                .forEach(method -> diagnostics.warning(
                        "method-left-out",
                        Pointers.below(pointer, method.name().toLowerCase(Locale.ROOT)),
                        "There is no call for the method " + method,
                        "Nothing to do: proxies and servers refuse TRACE, for the credentials that it would echo"));
    }

    private @Nullable PathItem followed(PathItem item, String pointer) {
        String reference = item.get$ref();
        if (reference == null) {
            return item;
        }
        Map<String, PathItem> components =
                document.getComponents() == null || document.getComponents().getPathItems() == null
                        ? Map.of()
                        : document.getComponents().getPathItems();
        PathItem target =
                reference.startsWith("#/components/pathItems/") ? components.get(Pointers.last(reference)) : null;
        if (target == null || target.get$ref() != null) {
            diagnostics.error(
                    "unresolved-reference",
                    pointer,
                    "The reference " + reference + " leads to no path item",
                    "Describe the operations below the path");
            return null;
        }
        return target;
    }
}
