package dev.parley.generator.emit.template;

import dev.parley.generator.naming.NameTable;

/** What the methods of services and calls return, as text of one file. */
final class ReturnTypes {

    private final NameTable names;
    private final Imports imports;
    private final TypeText types;

    ReturnTypes(NameTable names, Imports imports) {
        this.names = names;
        this.imports = imports;
        this.types = new TypeText(names, imports);
    }

    /** Returns what a method returns that waits for the answer. */
    String blocking(ServiceMethod method) {
        if (method.events()) {
            return imports.name("dev.parley.runtime.event.EventStream") + "<" + event(method) + ">";
        }
        if (method.paged()) {
            return imports.name(names.page(method.operation()));
        }
        return method.empty() ? "void" : types.of(method.operation().response());
    }

    /** Returns what a method returns that does not wait for the answer. */
    String async(ServiceMethod method) {
        if (method.events()) {
            return imports.name("dev.parley.runtime.event.EventPublisher") + "<" + event(method) + ">";
        }
        String value = method.paged() ? imports.name(names.asyncPage(method.operation())) : value(method);
        return imports.name("java.util.concurrent.CompletableFuture") + "<" + value + ">";
    }

    /** Returns what a method returns that sends nothing yet. */
    String call(ServiceMethod method) {
        return method.events()
                ? imports.name("dev.parley.runtime.call.StreamCall") + "<" + event(method) + ">"
                : imports.name("dev.parley.runtime.call.ApiCall") + "<" + value(method) + ">";
    }

    private String value(ServiceMethod method) {
        return method.empty()
                ? "@" + imports.name("org.jspecify.annotations.Nullable") + " Void"
                : types.boxed(method.operation().response());
    }

    private String event(ServiceMethod method) {
        return types.boxed(method.operation().streaming().event());
    }
}
