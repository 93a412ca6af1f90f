package dev.parley.conformance;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Jars and folders that classes come from. */
public final class ClassPath {

    private ClassPath() {}

    /** Returns the jar or the folder that a class was loaded from. */
    public static Path entryOf(Class<?> type) {
        CodeSource source =
                Objects.requireNonNull(type.getProtectionDomain().getCodeSource(), () -> type + " comes from nowhere");
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the class path on which the jars and folders of these classes are, and nothing else. */
    public static String of(Class<?>... types) {
        return Stream.of(types).map(type -> entryOf(type).toString()).collect(Collectors.joining(File.pathSeparator));
    }
}
