package dev.parley.generator.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/** OpenAPI Generator's list of the files of a run, {@code .openapi-generator/FILES}, which others may read. */
public final class FileList {

    /** What the stock writer is told to call its list, which lacks the files that have not changed. */
    public static final String STOCK_NAME = "FILES.new";

    static final String PATH = ".openapi-generator/FILES";

    private static final String STOCK_PATH = ".openapi-generator/" + STOCK_NAME;
    private static final String IGNORE_FILE = ".openapi-generator-ignore";

    private final OutputFolder folder;

    FileList(OutputFolder folder) {
        this.folder = folder;
    }

    /**
     * Writes the list of all files, of those of this run and what else the stock writer lists. Not of the ignore file:
     * the writer creates it once and lists it then, but it is the user's, and the list of a second run would differ.
     *
     * @throws IOException if the list cannot be written
     */
    void write(Collection<String> paths) throws IOException {
        SortedSet<String> all = new TreeSet<>(paths);
        Path stock = folder.locate(STOCK_PATH);
        if (Files.isRegularFile(stock)) {
            all.addAll(Files.readAllLines(stock, StandardCharsets.UTF_8));
        }
        all.remove("");
        all.remove(IGNORE_FILE);
        String text = all.isEmpty() ? "" : String.join("\n", all) + "\n";
        Path file = folder.locate(PATH);
        if (!folder.holds(file, text)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        }
        discardStock();
    }

    /** Deletes the list of the stock writer. */
    void discardStock() throws IOException {
        Files.deleteIfExists(folder.locate(STOCK_PATH));
    }
}
