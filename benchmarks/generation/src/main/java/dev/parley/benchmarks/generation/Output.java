package dev.parley.benchmarks.generation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a generator has written: sources of the client, without tests, documentation and build files.
 *
 * @param sources the files
 * @param lines of all of them, blank ones and comments included
 */
record Output(List<Path> sources, long lines) {

    /** Reads what is in a folder. */
    static Output of(Path folder) throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(folder.resolve("src/main"))) {
            sources = files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
        long lines = 0;
        for (Path source : sources) {
            lines += new String(Files.readAllBytes(source), StandardCharsets.UTF_8)
                    .lines()
                    .count();
        }
        return new Output(sources, lines);
    }

    /** Deletes a folder with all that is in it. */
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
