package dev.parley.benchmarks.generation;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A generator, run as a process of its own.
 *
 * @param name what the table calls it
 * @param jvmOptions options of its JVM
 * @param main the class whose {@code main} runs it
 * @param arguments its arguments; {@code {input}} and {@code {output}} stand for the two paths
 */
record Contestant(String name, List<String> jvmOptions, String main, List<String> arguments) {

    private static final double NANOS = 1e9;
    private static final double MEBIBYTE = 1024 * 1024;

    /** What {@code bin/parley} starts its JVM with. */
    private static final List<String> QUICK_START =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto");

    static Contestant parley() {
        return new Contestant(
                "Parley (bin/parley)",
                QUICK_START,
                "dev.parley.generator.cli.ParleyCommand",
                List.of("generate", "-i", "{input}", "-o", "{output}"));
    }

    static Contestant stock() {
        return new Contestant(
                "OpenAPI Generator java/native",
                List.of(),
                StockNative.class.getName(),
                List.of("{input}", "{output}"));
    }

    /** The stock generator with the options of the JVM that suit a short process. */
    static Contestant stockQuick() {
        return new Contestant(
                "OpenAPI Generator java/native, JVM options of bin/parley",
                QUICK_START,
                StockNative.class.getName(),
                List.of("{input}", "{output}"));
    }

    /**
     * Runs once, from an empty folder.
     *
     * @throws IllegalStateException if the process fails; its output is in {@code work}
     */
    Cost run(Path document, Path work) throws IOException, InterruptedException {
        Path output = work.resolve("out");
        clear(output);
        Path figures = work.resolve("figures.txt");
        Path log = work.resolve("log.txt");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Fork.class.getName()));
        command.addAll(List.of(figures.toString(), main));
        arguments.forEach(argument ->
                command.add(argument.replace("{input}", document.toString()).replace("{output}", output.toString())));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int code = process.waitFor();
        double wall = (System.nanoTime() - start) / NANOS;
        if (code != 0) {
            throw new IllegalStateException(name + " ended with " + code + ", see " + log);
        }
        String[] measured = Files.readString(figures).split(" ");
        return new Cost(wall, Long.parseLong(measured[0]) / NANOS, Long.parseLong(measured[1]) / MEBIBYTE);
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
        Files.createDirectories(folder);
    }
}
