package dev.parley.generator.openapitools;

import dev.parley.generator.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A project with a document, an overlay and templates, whose sources were generated once, long ago. */
final class Project {

    static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);
    static final String OVERLAY = """
            overlay: 1.0.0
            info: {title: t, version: '1'}
            actions: [{target: $.info, update: {x-a: b}}]
            """;

    final Path folder;
    final Path output;
    final FakePipeline pipeline = new FakePipeline();

    /** What the next run is asked for. */
    RunOptions options;

    /** Makes the project in an empty folder, and generates its sources. */
    Project(Path folder) throws IOException {
        this.folder = folder;
        output = folder.resolve("out");
        Path document = folder.resolve("openapi.yaml");
        Files.writeString(document, "openapi: 3.1.0\ninfo: {title: Example, version: '1'}\npaths: {}\n");
        Path overlays = Files.createDirectory(folder.resolve("overlays"));
        Files.writeString(overlays.resolve("1.yaml"), OVERLAY);
        Path templates =
                Files.createDirectories(folder.resolve("templates/mixins")).getParent();
        options = new RunOptions(
                document,
                List.of(overlays),
                "com.example",
                templates,
                null,
                null,
                RunOptions.DEFAULT_SOURCE_FOLDER,
                false);
        pipeline.files.put("A.java", "a\n");
        pipeline.files.put("b/B.java", "b\n");
        generate();
        makeOld();
        pipeline.runs = 0;
    }

    /** Returns the options with some of them changed. */
    RunOptions with(List<Path> overlays, String basePackage, String sourceFolder, boolean overwrite) {
        return new RunOptions(
                options.document(),
                overlays,
                basePackage,
                options.templates(),
                null,
                options.nameLock(),
                sourceFolder,
                overwrite);
    }

    RunReport generate() {
        return generate(Progress.NONE);
    }

    RunReport generate(Progress progress) {
        return new GeneratorRun(pipeline).generate(options, output, new Diagnostics(), progress);
    }

    /** Returns where a generated file stands. */
    Path source(String path) {
        return output.resolve("src/main/java").resolve(path);
    }

    static void append(Path file, String text) throws IOException {
        Files.writeString(file, Files.readString(file) + text);
    }

    /** Returns what each file of the output holds, by its path. */
    Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(output)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(output.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }

    /** Makes all files of the output look as if they had been written long ago. */
    void makeOld() throws IOException {
        for (String file : contents().keySet()) {
            Files.setLastModifiedTime(output.resolve(file), LONG_AGO);
        }
    }

    /** Returns when the files of the output were written. */
    List<FileTime> times() throws IOException {
        List<FileTime> times = new ArrayList<>();
        for (String file : contents().keySet()) {
            times.add(Files.getLastModifiedTime(output.resolve(file)));
        }
        return times;
    }
}
