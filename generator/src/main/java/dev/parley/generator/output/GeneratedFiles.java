package dev.parley.generator.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The list of what a run wrote, {@code .openapi-generator/FILES}, which OpenAPI Generator keeps but never reads.
 *
 * <p>Take one before the writer runs; it remembers the list of the run before.
 */
public final class GeneratedFiles {

    private static final String LIST = ".openapi-generator/FILES";
    private static final String IGNORE_FILE = ".openapi-generator-ignore";

    private final OutputFolder folder;
    private final Set<String> before;

    private GeneratedFiles(OutputFolder folder, Set<String> before) {
        this.folder = folder;
        this.before = before;
    }

    /**
     * Remembers what the run before wrote.
     *
     * @throws IOException if the list is there but cannot be read
     */
    public static GeneratedFiles of(OutputFolder folder) throws IOException {
        return new GeneratedFiles(folder, read(folder));
    }

    /**
     * Deletes what the run before wrote and this one does not.
     *
     * <p>After a run that wrote no list, such as a dry run, nothing is left over.
     *
     * @param keep files that stay although they are on the old list only
     * @return how many files were deleted
     * @throws IOException if a file cannot be deleted
     */
    public int deleteLeftOver(Predicate<Path> keep) throws IOException {
        Set<String> leftOver = new LinkedHashSet<>(before);
        leftOver.removeAll(read(folder));
        int deleted = 0;
        for (String path : leftOver) {
            Path file = locate(path);
            if (Files.isRegularFile(file) && !keep.test(file)) {
                folder.delete(file);
                deleted++;
            }
        }
        return deleted;
    }

    /**
     * Takes the ignore file off the list. The writer creates it once and lists it then, but it is the user's: with it
     * the list of a second run would differ from the first one's.
     *
     * @throws IOException if the list cannot be written
     */
    public void releaseIgnoreFile() throws IOException {
        Path list = folder.locate(LIST);
        if (Files.isRegularFile(list)) {
            String text = Files.readString(list);
            String released = text.replaceFirst("(?m)^" + IGNORE_FILE.replace(".", "\\.") + "\\R", "");
            if (!released.equals(text)) {
                Files.writeString(list, released);
            }
        }
    }

    private Path locate(String path) throws IOException {
        try {
            return folder.locate(path);
        } catch (IllegalArgumentException e) {
            throw new IOException(LIST + " of the run before names a file that is not its own: " + e.getMessage(), e);
        }
    }

    private static Set<String> read(OutputFolder folder) throws IOException {
        Path list = folder.locate(LIST);
        if (!Files.isRegularFile(list)) {
            return Set.of();
        }
        List<String> lines = Files.readAllLines(list, StandardCharsets.UTF_8);
        Set<String> paths = new LinkedHashSet<>(lines);
        paths.remove("");
        paths.remove(IGNORE_FILE);
        return paths;
    }
}
