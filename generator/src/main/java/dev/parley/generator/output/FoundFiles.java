package dev.parley.generator.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands in an output folder, by the paths of this run and of the record of the one before. */
final class FoundFiles {

    private final OutputFolder folder;

    FoundFiles(OutputFolder folder) {
        this.folder = folder;
    }

    /**
     * Returns where a file of the folder stands.
     *
     * @throws IOException if the path leads elsewhere; only a record that was tampered with has such a path
     */
    Path locate(String path) throws IOException {
        try {
            return folder.locate(path);
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    RunRecord.PATH + " of the run before names a file that is not its own: " + e.getMessage(), e);
        }
    }

    /**
     * Returns the hash of each file that is there, by its path.
     *
     * @throws IOException if a path leads out of the folder, or a file cannot be read
     */
    Map<String, String> hashes(Collection<String> paths) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String path : paths) {
            files.add(locate(path));
        }
        Map<String, String> hashes = new LinkedHashMap<>();
        Iterator<Optional<String>> found = Sha256.of(files).iterator();
        for (String path : paths) {
            found.next().ifPresent(hash -> hashes.put(path, hash));
        }
        return hashes;
    }
}
