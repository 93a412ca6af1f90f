package dev.parley.generator.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One hash of all that a run depends on. Two runs with the same fingerprint yield the same files.
 *
 * <p>The order of the calls counts; the order in which a file system lists a folder does not.
 */
public final class Fingerprint {

    private static final String ABSENT = "absent";

    private final MessageDigest digest = Sha256.digest();

    /** Adds a value, such as that of an option. */
    public Fingerprint add(String name, String value) {
        update(name);
        update(value);
        return this;
    }

    /**
     * Adds what a file holds and its name. A path where there is no file counts, too.
     *
     * @throws IOException if the file cannot be read
     */
    public Fingerprint addFile(String name, Path file) throws IOException {
        return addFile(name, String.valueOf(file.getFileName()), file);
    }

    /**
     * Adds what the files of a folder hold, with their paths.
     *
     * @param depth how many levels of the folder count, at least 1
     * @param counts which names count
     * @throws IOException if a file or folder cannot be read
     */
    public Fingerprint addFolder(String name, Path folder, int depth, Predicate<String> counts) throws IOException {
        for (Map.Entry<String, Path> file : below(folder, depth, counts).entrySet()) {
            addFile(name, file.getKey(), file.getValue());
        }
        return add(name, "end");
    }

    /** Returns the hash of all that was added. */
    public String value() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private Fingerprint addFile(String name, String path, Path file) throws IOException {
        String hash = Sha256.of(file);
        return add(name, path).add(name, hash == null ? ABSENT : hash);
    }

    private static Map<String, Path> below(Path folder, int depth, Predicate<String> counts) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder, depth, FileVisitOption.FOLLOW_LINKS)) {
            found.filter(path -> Files.isRegularFile(path)
                            && counts.test(path.getFileName().toString()))
                    .forEach(
                            file -> files.put(folder.relativize(file).toString().replace('\\', '/'), file));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return files;
    }

    /** Adds the length, too, so that no two lists of texts look alike. */
    private void update(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }
}
