package dev.parley.generator.naming;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The name of a Java type.
 *
 * @param packageName the package
 * @param path the simple names from the top-level type inwards
 */
public record JavaName(String packageName, List<Identifier> path) {

    public JavaName {
        path = List.copyOf(path);
    }

    static JavaName topLevel(String packageName, Identifier name) {
        return new JavaName(packageName, List.of(name));
    }

    /** Returns the name of a type nested in this one. */
    public JavaName nested(Identifier name) {
        return new JavaName(
                packageName,
                java.util.stream.Stream.concat(path.stream(), java.util.stream.Stream.of(name))
                        .toList());
    }

    /** Returns the innermost simple name. */
    public Identifier simpleName() {
        return path.get(path.size() - 1);
    }

    /** Returns the simple names joined with dots, such as {@code Message.Content}. */
    public String nestedName() {
        return path.stream().map(Identifier::text).collect(Collectors.joining("."));
    }

    /** Returns the name with its package. */
    public String qualifiedName() {
        return packageName + "." + nestedName();
    }
}
