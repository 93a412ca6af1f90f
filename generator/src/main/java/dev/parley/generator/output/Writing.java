package dev.parley.generator.output;

import dev.parley.generator.parallel.InOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/** Writes files side by side: each is put together beside its place and then moved there, whole or not at all. */
final class Writing {

    private final OutputFolder folder;
    private final IntConsumer progress;
    private int begun;

    /**
     * Takes the folder.
     *
     * @param progress told before each file how many there are with it; by one thread at a time
     */
    Writing(OutputFolder folder, IntConsumer progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /** Writes the files of these paths; their texts may be those of more. */
    void write(Collection<String> paths, Map<String, String> texts) throws IOException {
        TreeSet<Path> folders = new TreeSet<>();
        paths.forEach(path -> folders.add(folder.locate(path).getParent()));
        for (Path parent : folders) {
            Files.createDirectories(parent);
        }
        Map<String, Path> files = new LinkedHashMap<>();
        paths.forEach(path -> files.put(path, folder.locate(path)));
        try {
            InOrder.map(List.copyOf(paths), path -> {
                begin();
                return write(files.get(path), texts.get(path));
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private synchronized void begin() {
        begun++;
        progress.accept(begun);
    }

    private static Path write(Path file, String text) {
        Path temporary = OutputFolder.temporary(file);
        try {
            Files.write(temporary, text.getBytes(StandardCharsets.UTF_8));
            return Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
