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
        if (method.empty()) {
            return "void";
        }
        return method.nullable() || method.streamed()
                ? value(method)
                : types.of(method.operation().response());
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
        if (method.streamed()) {
            return imports.name("dev.parley.runtime.call.ContentCall");
        }
        return method.events()
                ? imports.name("dev.parley.runtime.call.StreamCall") + "<" + event(method) + ">"
                : imports.name("dev.parley.runtime.call.ApiCall") + "<" + value(method) + ">";
    }

    private String value(ServiceMethod method) {
        if (method.streamed()) {
            return imports.name("dev.parley.runtime.call.ContentStream");
        }
        if (method.empty()) {
            return nullable("Void");
        }
        String type = types.boxed(method.operation().response());
        return method.nullable() ? nullable(type) : type;
    }

    /** Returns the type with the annotation where Java wants it: before the last name, {@code Outer.@Nullable Inner}. */
    private String nullable(String type) {
        int arguments = type.indexOf('<');
        int dot = type.substring(0, arguments < 0 ? type.length() : arguments).lastIndexOf('.');
        String annotation = "@" + imports.name("org.jspecify.annotations.Nullable") + " ";
        return type.substring(0, dot + 1) + annotation + type.substring(dot + 1);
    }

    private String event(ServiceMethod method) {
        return types.boxed(method.operation().streaming().event());
    }
}
