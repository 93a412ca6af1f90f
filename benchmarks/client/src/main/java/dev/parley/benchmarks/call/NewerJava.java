package dev.parley.benchmarks.call;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A JDK 25 on this machine: the property {@code jdk25}, the variable {@code JAVA_HOME_25}, or where packages go. */
final class NewerJava {
    private NewerJava() {}

    /** Returns its program, or nothing. */
    static Optional<Path> find() {
        return Stream.concat(
                        Stream.of(home(System.getProperty("jdk25")), home(System.getenv("JAVA_HOME_25"))), folders())
                .map(home -> home.resolve("bin/java"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path home(@Nullable String named) {
        return Path.of(named == null ? "none" : named);
    }

    private static Stream<Path> folders() {
        try (Stream<Path> inside = Files.list(Path.of("/usr/lib/jvm"))) {
            return inside.filter(folder -> folder.getFileName().toString().contains("25")).sorted().toList().stream();
        } catch (IOException nobodyKeepsJdksThere) {
            return Stream.of();
        }
    }
}
