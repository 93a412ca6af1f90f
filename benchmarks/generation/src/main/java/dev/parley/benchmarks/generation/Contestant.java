package dev.parley.benchmarks.generation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A generator, run as a process of its own.
 *
 * @param name what the page calls it
 * @param command its words; {@code {input}} and {@code {output}} stand for the two paths
 * @param isStock whether it is OpenAPI Generator with the JVM as it comes
 */
record Contestant(String name, List<String> command, boolean isStock) {

    private static final String VERSION = "7.25.0";
    private static final Pattern JVM_OPTION = Pattern.compile("-X[\\w:+=-]+");

    /** Returns our command line as it is after a build, which leaves it a class-data archive. */
    static Contestant parley(Path script) {
        return new Contestant(
                "Parley", List.of(script.toString(), "generate", "-i", "{input}", "-o", "{output}"), false);
    }

    /** Returns our command line without that archive. */
    static Contestant parleyWithoutArchive(Path script) {
        List<String> command = new ArrayList<>(List.of("env", "PARLEY_NO_ARCHIVE=1"));
        command.addAll(parley(script).command());
        return new Contestant("Parley, no class-data archive", command, false);
    }

    /** Returns one of OpenAPI Generator's Java generators as its own command line starts it: without options. */
    static Contestant stock(String library) {
        return new Contestant("OpenAPI Generator " + VERSION + " java/" + library, java(List.of(), library), true);
    }

    /**
     * Returns the same with the options that our script gives its JVM, but for those of the archive.
     *
     * @throws IOException if the script cannot be read
     */
    static Contestant quick(String library, Path script) throws IOException {
        List<String> options = JVM_OPTION
                .matcher(Files.readString(script))
                .results()
                .map(found -> found.group())
                .filter(option -> !option.contains("Archive") && !option.startsWith("-Xlog"))
                .distinct()
                .toList();
        return new Contestant(stock(library).name() + ", our JVM options", java(options, library), false);
    }

    private static List<String> java(List<String> options, String library) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), StockJava.class.getName()));
        command.addAll(List.of("{input}", "{output}", library));
        return command;
    }

    /**
     * Runs once. Nothing is deleted between runs: ext4 looks at inodes that were freed in the last minutes before it gives
     * a new one, which was a fifth of a profile of the whole document.
     *
     * @param output a folder that is not there before
     * @throws IllegalStateException if the process fails, or the folder is there
     */
    Cost run(Path document, Path output) throws IOException, InterruptedException {
        if (Files.exists(output)) {
            throw new IllegalStateException("the output of another run is in the way");
        }
        Files.createDirectories(output.getParent());
        List<String> words = command.stream()
                .map(word -> word.replace("{input}", document.toString()).replace("{output}", output.toString()))
                .toList();
        return MeasuredProcess.run(words, output.resolveSibling("log.txt"));
    }
}
