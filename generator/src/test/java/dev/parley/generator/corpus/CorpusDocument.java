package dev.parley.generator.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A public document, and where it ships.
 *
 * @param name what this project calls it
 * @param author who wrote it
 * @param group the group id of the package that it ships in
 * @param artifact the artifact id of that package, with type and classifier if it is no plain jar
 * @param file the document inside the package
 * @param licence the licence that the document states, or else that of the package
 * @param overlay whether this is another run of the document, with an overlay of this project for what it is refused for
 * @param refusals why it is refused: for each code of an error the reason; empty if it is to be generated
 */
record CorpusDocument(
        String name,
        String author,
        String group,
        String artifact,
        String file,
        String licence,
        boolean overlay,
        SortedMap<String, String> refusals) {

    private static final Path FOLDER = Path.of("target/corpus");
    private static final Path OVERLAYS = Path.of("src/test/resources/corpus");

    CorpusDocument(String name, String author, String group, String artifact, String file, String licence) {
        this(name, author, group, artifact, file, licence, false, new TreeMap<>());
    }

    /** Returns the same document, refused for one reason more. */
    CorpusDocument refused(String code, String reason) {
        SortedMap<String, String> more = new TreeMap<>(refusals);
        more.put(code, reason);
        return new CorpusDocument(name, author, group, artifact, file, licence, overlay, more);
    }

    /** Returns the same document, with the overlay that makes it one to be generated. */
    CorpusDocument overlaid() {
        return new CorpusDocument(name + "-overlaid", author, group, artifact, file, licence, true, new TreeMap<>());
    }

    /** Returns the overlays of this project for the document. */
    List<Path> overlays() {
        return overlay ? List.of(OVERLAYS.resolve(name + ".yaml")) : List.of();
    }

    /** Returns the document as the profile unpacked it. */
    Path path() {
        return unpacked().resolve(file);
    }

    /** Returns the coordinates of the package, its version included. */
    String coordinates() {
        return group + ":" + artifact + ":" + unpacked().getFileName();
    }

    private Path unpacked() {
        Path versions = FOLDER.resolve(group).resolve(artifact.split(":")[0]);
        if (!Files.isDirectory(versions)) {
            throw new AssertionError(versions + " is not there; run these tests with -Pcorpus");
        }
        try (Stream<Path> found = Files.list(versions)) {
            List<Path> all = found.toList();
            if (all.size() != 1) {
                throw new AssertionError(all + ": one version is wanted; run mvn clean first");
            }
            return all.get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
