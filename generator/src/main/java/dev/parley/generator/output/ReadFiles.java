package dev.parley.generator.output;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files that a document led to, as a record names them: by their way from the output folder, so that a record holds on
 * another machine, and as URIs, so that no path breaks a line.
 */
final class ReadFiles {

    private static final String ABSENT = "absent";

    private final Path root;

    /** Takes the output folder. */
    ReadFiles(OutputFolder folder) {
        root = folder.root();
    }

    /** Returns the hash of each file by its URI. */
    SortedMap<String, String> hashes(Collection<Path> files) throws IOException {
        SortedMap<String, String> hashes = new TreeMap<>();
        for (Path file : files) {
            String uri = uri(file.toAbsolutePath().normalize());
            hashes.put(uri, hash(uri));
        }
        return hashes;
    }

    /** Returns the hash of what a file holds now; a word that is no hash if there is none. */
    String hash(String uri) throws IOException {
        try {
            URI address = new URI(uri);
            Path file = address.isAbsolute() ? Path.of(address) : root.resolve(address.getPath());
            String hash = Sha256.of(file);
            return hash == null ? ABSENT : hash;
        } catch (IllegalArgumentException | FileSystemNotFoundException | URISyntaxException e) {
            return ABSENT;
        }
    }

    private String uri(Path file) {
        if (!file.getRoot().equals(root.getRoot())) {
            return file.toUri().toString();
        }
        try {
            return new URI(null, null, root.relativize(file).toString().replace('\\', '/'), null).toASCIIString();
        } catch (URISyntaxException e) {
            return file.toUri().toString();
        }
    }
}
