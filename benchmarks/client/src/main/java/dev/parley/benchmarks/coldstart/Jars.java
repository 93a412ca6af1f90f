package dev.parley.benchmarks.coldstart;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The class paths of the programs, all of jars: an archive of classes takes nothing else. */
final class Jars {
    static final List<String> PARLEY = List.of("parley-openai-client", "parley-runtime", "jackson-core-3");

    /** What openai-java declares, and what that declares. */
    static final List<String> OPENAI_JAVA = List.of(
            "openai-java",
            "jackson-annotations-",
            "jackson-core-2",
            "jackson-databind-2",
            "jackson-datatype-",
            "jackson-module-kotlin",
            "jsonschema-",
            "classmate",
            "swagger-annotations",
            "slf4j-api",
            "error_prone_annotations",
            "okhttp",
            "okio",
            "kotlin-",
            "annotations-1");

    private final Path folder;

    /** @param folder where jars are made */
    Jars(Path folder) {
        this.folder = folder;
    }

    /** Returns the class path of a program: a jar of its own classes, then its libraries. */
    String classPath(Contestant contestant) throws IOException {
        List<String> entries = new ArrayList<>();
        Path own = folder.resolve(contestant.name() + ".jar");
        pack(
                List.of(name(contestant.program()), name(Scan.class), name(Finish.class)),
                ClassLoader::getSystemResourceAsStream,
                own);
        entries.add(own.toString());
        for (Path library : libraries(contestant)) {
            entries.add(library.toString());
        }
        return String.join(File.pathSeparator, entries);
    }

    /** Returns the libraries of a program, from the class path of this one. */
    List<Path> libraries(Contestant contestant) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            String name = Files.isDirectory(path)
                    ? artifact(path)
                    : path.getFileName().toString();
            if (contestant.libraries().stream().anyMatch(name::startsWith)) {
                found.add(Files.isDirectory(path) ? packed(path, name) : path);
            }
        }
        if (found.size() < contestant.libraries().size()) {
            throw new IllegalStateException(contestant + ": the class path has only " + found);
        }
        return found;
    }

    /** A module of the build may be on the class path as its folder {@code MODULE/target/classes}. */
    private static String artifact(Path classes) {
        Path module =
                classes.toAbsolutePath().normalize().getParent().getParent().getFileName();
        return module.toString().equals("generated-client") ? "parley-openai-client" : "parley-" + module;
    }

    private Path packed(Path classes, String name) throws IOException {
        Path jar = folder.resolve(name + ".jar");
        if (!Files.exists(jar)) {
            try (Stream<Path> files = Files.walk(classes)) {
                List<String> names = files.filter(Files::isRegularFile)
                        .map(file -> classes.relativize(file).toString().replace(File.separatorChar, '/'))
                        .sorted()
                        .toList();
                pack(names, file -> Files.newInputStream(classes.resolve(file)), jar);
            }
        }
        return jar;
    }

    /** Opens a file by its name in the jar. */
    private interface Content {
        InputStream open(String name) throws IOException;
    }

    private static void pack(List<String> names, Content content, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                try (InputStream file = content.open(name)) {
                    file.transferTo(zip);
                }
                zip.closeEntry();
            }
        }
    }

    private static String name(Class<?> type) {
        return type.getName().replace('.', '/') + ".class";
    }
}
