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
record Case(Path folder) {

    static final Path GOOD = Path.of("src/test/resources/cases");
    static final Path INVALID = Path.of("src/test/resources/cases-invalid");

    /** Returns the cases below a folder in the order of their names, or the one that {@code -Dgolden.case} names. */
    static List<Case> in(Path root) {
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

    String name() {
        return folder.getFileName().toString();
    }

    Path document() {
        return folder.resolve("openapi.yaml");
    }

    List<Path> overlays() {
        return Stream.of("overlay.yaml", "overlays")
                .map(folder::resolve)
                .filter(Files::exists)
                .toList();
    }

    @Nullable
    Path templates() {
        Path templates = folder.resolve("templates");
        return Files.exists(templates) ? templates : null;
    }

    @Nullable
    String basePackage() {
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
