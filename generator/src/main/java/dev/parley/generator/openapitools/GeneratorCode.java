package dev.parley.generator.openapitools;

import dev.parley.generator.output.Fingerprint;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** The generator as something that a run depends on: its own code and templates, and the libraries beside them. */
final class GeneratorCode {

    private static final String CODE = GeneratorCode.class.getName().replace('.', '/') + ".class";
    private static final String TEMPLATES = "dev/parley/templates/service.mustache";

    private GeneratorCode() {}

    /**
     * Returns a hash of what our own jars hold, or the folders of classes in their place. Of the libraries the names, which
     * carry their versions, and the sizes are enough.
     *
     * @throws IOException if a jar cannot be read
     */
    static String fingerprint() throws IOException {
        Fingerprint fingerprint = new Fingerprint();
        ClassLoader loader = GeneratorCode.class.getClassLoader();
        add("code", origin(loader, CODE), fingerprint);
        add("built-in templates", origin(loader, TEMPLATES), fingerprint);
        for (String library : libraries(loader)) {
            fingerprint.add("library", library);
        }
        return fingerprint.value();
    }

    private static void add(String name, Path origin, Fingerprint fingerprint) throws IOException {
        if (Files.isDirectory(origin)) {
            fingerprint.addFolder(name, origin, Integer.MAX_VALUE, file -> true);
        } else {
            fingerprint.addFile(name, origin);
        }
    }

    /** Returns the jar that holds a resource, or the folder that its path starts from. */
    private static Path origin(ClassLoader loader, String resource) throws IOException {
        URL url = loader.getResource(resource);
        try {
            URI uri = Objects.requireNonNull(url, resource).toURI();
            if (uri.getScheme().equals("jar")) {
                String inside = uri.getRawSchemeSpecificPart();
                return Path.of(URI.create(inside.substring(0, inside.indexOf("!/"))));
            }
            return Path.of(uri)
                    .resolve("../".repeat(Path.of(resource).getNameCount()))
                    .normalize();
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            throw new IOException("the generator cannot find its own code at " + url, e);
        }
    }

    private static List<String> libraries(ClassLoader loader) throws IOException {
        List<Path> paths = loader instanceof URLClassLoader known
                ? Arrays.stream(known.getURLs())
                        .filter(url -> url.getProtocol().equals("file"))
                        .map(url -> Path.of(URI.create(url.toString())))
                        .toList()
                : Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator))
                        .filter(path -> !path.isEmpty())
                        .map(Path::of)
                        .toList();
        TreeSet<String> libraries = new TreeSet<>();
        for (Path path : paths) {
            if (Files.isRegularFile(path)) {
                libraries.add(path.getFileName() + " " + Files.size(path));
            }
        }
        return List.copyOf(libraries);
    }
}
