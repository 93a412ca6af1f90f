package dev.parley.generator.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a run left behind, in {@code .openapi-generator/PARLEY}: which files it wrote, and what it had read.
 *
 * <p>While a run writes there is a record without a fingerprint, which names for every file both what stood there and
 * what is to stand there. If the run dies, the next one so knows each file as the generator's, old or new.
 *
 * @param fingerprint of what the run depended on, or {@code null} while it is not finished
 * @param read the hash of each file that it read beside those in the fingerprint, by its URI
 * @param files what may stand in each file that is the generator's, as hashes, by its path below the output folder
 */
record RunRecord(
        @Nullable String fingerprint, SortedMap<String, String> read, SortedMap<String, SortedSet<String>> files) {

    static final String PATH = ".openapi-generator/PARLEY";

    private static final String HEAD = "parley 1";
    private static final String END = "end";

    /** The record of a folder that no run has written to. */
    static final RunRecord NONE = new RunRecord(null, Collections.emptySortedMap(), Collections.emptySortedMap());

    /** Returns whether a file of this path is the generator's and holds what it wrote. */
    boolean wrote(String path, String hash) {
        return files.getOrDefault(path, Collections.emptySortedSet()).contains(hash);
    }

    /** Returns whether this is the record of a run that was stopped and may have left half of a file of this path. */
    boolean isUnderwayAt(String path) {
        return fingerprint == null && files.containsKey(path);
    }

    /** Returns this record as that of a run under way, which writes {@code hashes} by their path. */
    RunRecord underway(Map<String, String> hashes) {
        SortedMap<String, SortedSet<String>> either = new TreeMap<>();
        files.forEach((path, known) -> either.put(path, new TreeSet<>(known)));
        hashes.forEach((path, hash) ->
                either.computeIfAbsent(path, unused -> new TreeSet<>()).add(hash));
        return new RunRecord(null, Collections.emptySortedMap(), either);
    }

    /**
     * Reads the record of a folder. One that is cut off or not understood counts as none: then no file is the
     * generator's, and none is overwritten.
     *
     * @throws IOException if there is one that cannot be read
     */
    static RunRecord read(OutputFolder folder) throws IOException {
        Path file = folder.locate(PATH);
        return Files.isRegularFile(file)
                ? parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                        .lines()
                        .toList())
                : NONE;
    }

    private static RunRecord parse(List<String> lines) {
        if (lines.size() < 2
                || !lines.get(0).equals(HEAD)
                || !lines.get(lines.size() - 1).equals(END)) {
            return NONE;
        }
        String fingerprint = null;
        SortedMap<String, String> read = new TreeMap<>();
        SortedMap<String, SortedSet<String>> files = new TreeMap<>();
        for (String line : lines.subList(1, lines.size() - 1)) {
            String[] words = line.split(" ", 3);
            if (words.length == 2 && words[0].equals("fingerprint")) {
                fingerprint = words[1];
            } else if (words.length == 3 && words[0].equals("read")) {
                read.put(words[2], words[1]);
            } else if (words.length == 3 && words[0].equals("file")) {
                files.computeIfAbsent(words[2], unused -> new TreeSet<>()).add(words[1]);
            } else {
                return NONE;
            }
        }
        return new RunRecord(fingerprint, read, files);
    }

    /**
     * Puts this record in the place of the one that there is, whole or not at all.
     *
     * @throws IOException if it cannot be written
     */
    void write(OutputFolder folder) throws IOException {
        Path file = folder.locate(PATH);
        byte[] bytes = text().getBytes(StandardCharsets.UTF_8);
        if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
            return;
        }
        Files.createDirectories(file.getParent());
        Path temporary = OutputFolder.temporary(file);
        try (FileChannel channel = FileChannel.open(
                temporary,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING))) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private String text() {
        StringBuilder text = new StringBuilder(HEAD).append('\n');
        if (fingerprint != null) {
            text.append("fingerprint ").append(fingerprint).append('\n');
        }
        read.forEach((uri, hash) ->
                text.append("read ").append(hash).append(' ').append(uri).append('\n'));
        files.forEach((path, hashes) -> hashes.forEach(hash ->
                text.append("file ").append(hash).append(' ').append(path).append('\n')));
        return text.append(END).append('\n').toString();
    }
}
