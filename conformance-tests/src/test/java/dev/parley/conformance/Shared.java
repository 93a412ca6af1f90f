package dev.parley.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.runtime.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder {@code shared} beside the project, which the project's own checkout has and a user's has not. */
public final class Shared {

    private Shared() {}

    /** The root of the project. */
    public static Path project() {
        return Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();
    }

    /** The folder, whether it is there or not. */
    public static Path folder() {
        return project().resolveSibling("shared");
    }

    /** A file of the folder; without the folder the test is skipped, and says so. */
    public static Path file(String name) {
        Path folder = folder();
        String message = "SKIPPED: no folder " + folder + ", so nothing is held against " + name;
        if (!Files.isDirectory(folder)) {
            System.out.println(message);
        }
        assumeTrue(Files.isDirectory(folder), message);
        return folder.resolve(name);
    }

    public static JsonValue json(Path file) {
        try {
            return JsonValue.parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
