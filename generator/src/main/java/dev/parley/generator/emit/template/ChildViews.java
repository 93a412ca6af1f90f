package dev.parley.generator.emit.template;

import dev.parley.generator.model.ApiModel;
import dev.parley.generator.model.Service;
import dev.parley.generator.naming.JavaName;
import dev.parley.generator.naming.NameTable;
import dev.parley.generator.prose.JavadocText;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the views of what belongs to the resources below another; the empty list of names stands for the client. */
final class ChildViews {

    private final ApiModel model;
    private final NameTable names;

    ChildViews(ApiModel model, NameTable names) {
        this.model = model;
        this.names = names;
    }

    /** Returns the interfaces alone, for a file that makes none of them. */
    List<ChildView> services(List<String> resource, Imports imports) {
        return below(resource, imports, names::service, null);
    }

    List<ChildView> httpServices(List<String> resource, Imports imports) {
        return below(resource, imports, names::service, names::httpService);
    }

    /** Returns the interfaces alone, for a file that makes none of them. */
    List<ChildView> asyncServices(List<String> resource, Imports imports) {
        return below(resource, imports, names::asyncService, null);
    }

    List<ChildView> httpAsyncServices(List<String> resource, Imports imports) {
        return below(resource, imports, names::asyncService, names::httpAsyncService);
    }

    List<ChildView> calls(List<String> resource, Imports imports) {
        return below(resource, imports, names::calls, names::calls);
    }

    private List<ChildView> below(
            List<String> resource,
            Imports imports,
            Function<List<String>, JavaName> type,
            @Nullable Function<List<String>, JavaName> made) {
        return model.services().stream()
                .map(Service::resource)
                .filter(child -> child.size() == resource.size() + 1
                        && child.subList(0, resource.size()).equals(resource))
                .map(child -> new ChildView(
                        imports.name(type.apply(child)),
                        made == null ? "" : imports.name(made.apply(child)),
                        names.accessor(child).text(),
                        JavadocText.code(String.join(".", child))))
                .toList();
    }
}
