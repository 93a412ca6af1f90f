package dev.parley.generator.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The folder that a run writes to. Nothing outside of it is written or deleted, whatever a path says. */
public final class OutputFolder {

    /** What the name of a file ends with while it is being written. */
    static final String TEMPORARY = ".tmp";

    private final Path root;

    /** Folders that were found to be inside, and whether they were there: asking for each of thousands of files takes time. */
    private final Map<Path, Boolean> inside = new HashMap<>();

    /** Files whose links were looked at. */
    private final Map<String, Path> located = new HashMap<>();

    /** Takes a folder that may not be there yet. */
    public OutputFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** Returns the folder, absolute. */
    public Path root() {
        return root;
    }

    /**
     * Returns where a file of this folder stands.
     *
     * @param relative its path below the folder, with {@code /} between the names
     * @throws IllegalArgumentException if the path is absolute or leads out of the folder, also by a symbolic link
     */
    public Path locate(String relative) {
        Path known = located.get(relative);
        return known == null ? locateAnew(relative) : known;
    }

    private Path locateAnew(String relative) {
        Path path = root.getFileSystem().getPath(relative);
        Path file = root.resolve(path).normalize();
        if (path.isAbsolute() || relative.indexOf('\\') >= 0 || file.equals(root) || !file.startsWith(root)) {
            throw new IllegalArgumentException("'" + relative + "' is no path below the output folder");
        }
        Path parent = file.getParent();
        if (!inside.containsKey(parent)) {
            requireInside(parent, relative);
            inside.put(parent, Files.exists(parent, LinkOption.NOFOLLOW_LINKS));
        }
        if (mayHold(file)) {
            requireLinkInside(file, relative);
            // The writer fills this one first and then moves it over the file.
            requireLinkInside(temporary(file), relative);
        }
        located.put(relative, file);
        return file;
    }

    /** Returns where a file is put together before it is moved into place. */
    static Path temporary(Path file) {
        return file.resolveSibling(file.getFileName() + TEMPORARY);
    }

    /** Returns whether a file may have been there when it was first located: its folder was. */
    boolean mayHold(Path file) {
        return inside.getOrDefault(file.getParent(), true);
    }

    private void requireLinkInside(Path file, String relative) {
        if (Files.isSymbolicLink(file)) {
            requireInside(file, relative);
        }
    }

    /** Returns the path of a file below the folder, with {@code /} between the names. */
    public String relative(Path file) {
        return root.relativize(file).toString().replace(root.getFileSystem().getSeparator(), "/");
    }

    private void requireInside(Path file, String relative) {
        Path existing = file;
        while (!existing.equals(root) && !Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
            existing = existing.getParent();
        }
        try {
            if (Files.exists(root) && !existing.toRealPath().startsWith(root.toRealPath())) {
                throw new IllegalArgumentException(
                        "'" + relative + "' leads out of the output folder by a symbolic link");
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("'" + relative + "' has a symbolic link that leads nowhere", e);
        }
    }

    /** Returns whether a file of this folder has exactly this text. */
    public boolean holds(Path file, String text) {
        try {
            return Files.isRegularFile(file)
                    && Arrays.equals(Files.readAllBytes(file), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a file of this folder, and the folders that it leaves empty. */
    void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
        for (Path folder = file.getParent(); !folder.equals(root) && isEmpty(folder); folder = folder.getParent()) {
            Files.delete(folder);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
