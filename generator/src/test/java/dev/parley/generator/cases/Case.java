package dev.parley.generator.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder that is a case: {@code openapi.yaml}, beside it what a user would choose for the run, and what must come
 * of it.
 *
 * <p>Read are {@code overlay.yaml}, the folder {@code overlays}, {@code package.txt} (the base package) and the folder
 * {@code templates}, each if it is there.
 */
public record Case(Path folder) {

    /** The cases that the generator makes a client of. */
    public static final Path GOOD = Path.of("src/test/resources/cases");

    static final Path INVALID = Path.of("src/test/resources/cases-invalid");

    /** Returns the cases below a folder in the order of their names, or the one that {@code -Dgolden.case} names. */
    public static List<Case> in(Path root) {
        String only = System.getProperty("golden.case", "");
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(Case::new)
                    .filter(found -> only.isEmpty() || found.name().equals(only))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Case named(String name) {
        return new Case(GOOD.resolve(name));
    }

    /** Returns the name of the folder. */
    public String name() {
        return folder.getFileName().toString();
    }

    /** Returns the file of the document. */
    public Path document() {
        return folder.resolve("openapi.yaml");
    }

    /** Returns the overlays, in their order. */
    public List<Path> overlays() {
        return Stream.of("overlay.yaml", "overlays")
                .map(folder::resolve)
                .filter(Files::exists)
                .toList();
    }

    /** Returns the folder of templates, or {@code null} if there is none. */
    public @Nullable Path templates() {
        Path templates = folder.resolve("templates");
        return Files.exists(templates) ? templates : null;
    }

    /** Returns the base package, or {@code null} if the folder names none. */
    public @Nullable String basePackage() {
        String text = text("package.txt");
        return text.isEmpty() ? null : text.strip();
    }

    /** Returns the text of a file of the folder, empty if it is not there. */
    String text(String file) {
        try {
            return Files.exists(folder.resolve(file)) ? Files.readString(folder.resolve(file)) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
