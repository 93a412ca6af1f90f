package dev.parley.benchmarks.footprint;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The client of the whole official document, generated and compiled as ours is. */
final class WholeDocument {

    private final Path document;
    private final Path project;

    WholeDocument(Path document, Path project) {
        this.document = document;
        this.project = project;
    }

    /** Returns what is missing to make the client, or the empty string. */
    String missing() {
        if (!Files.isRegularFile(document)) {
            return "there is no document " + document;
        }
        return Files.isDirectory(libraries()) ? "" : "the generator is not built: there is no " + libraries();
    }

    private Path libraries() {
        return project.resolve("generator/target/lib");
    }

    /** Makes the client and returns what its jar takes up. */
    Footprint client(Path work) throws IOException, InterruptedException {
        Path sources = work.resolve("sources");
        Path classes = work.resolve("classes");
        Path generator = built("generator");
        run(
                work,
                "java",
                "-cp",
                generator + File.pathSeparator + libraries().resolve("*"),
                "dev.parley.generator.cli.ParleyCommand",
                "generate",
                "-i",
                document.toString(),
                "-o",
                sources.toString());
        List<String> files;
        try (Stream<Path> all = Files.walk(sources)) {
            files = all.map(Path::toString)
                    .filter(name -> name.endsWith(".java"))
                    .toList();
        }
        Path list = Files.write(work.resolve("sources.txt"), files);
        List<String> command = new ArrayList<>(List.of("javac", "-nowarn", "-proc:none", "-g:none", "--release", "17"));
        command.addAll(List.of("-p", modules(), "-d", classes.toString(), "@" + list));
        run(work, command.toArray(String[]::new));
        Footprint packed = Footprint.of(classes);
        return new Footprint("client of " + document.getFileName(), packed.bytes(), packed.classes());
    }

    /** The runtime, the JSON core and the annotations, which the generator's libraries hold for its own tests. */
    private String modules() throws IOException {
        List<String> modules = new ArrayList<>(List.of(built("runtime").toString()));
        try (Stream<Path> all = Files.list(libraries())) {
            all.filter(jar -> jar.getFileName().toString().matches("(jspecify|jackson-core-3).*"))
                    .map(Path::toString)
                    .forEach(modules::add);
        }
        return String.join(File.pathSeparator, modules);
    }

    private Path built(String module) throws IOException {
        try (Stream<Path> all = Files.list(project.resolve(module + "/target"))) {
            return all.filter(file ->
                            file.getFileName().toString().matches("parley-" + module + "-[^-]*(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("module " + module + " is not packaged: run mvn package"));
        }
    }

    private static void run(Path work, String... command) throws IOException, InterruptedException {
        command[0] = Path.of(System.getProperty("java.home"), "bin", command[0]).toString();
        Path log = work.resolve("log.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed:\n" + Files.readString(log));
        }
    }

    /** Deletes a folder with all that is in it. */
    static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }
}
