package dev.parley.benchmarks.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder of results, and a folder of documents that the page goes into. */
final class Report {

    static final Machine MACHINE = new Machine("CPU of Tests", 2, "1.0 GiB", "Linux 1 amd64");

    final Path results;
    final Path documents;

    /** Makes both folders in an empty one. */
    Report(Path folder) throws IOException {
        results = Files.createDirectory(folder.resolve("results"));
        documents = Files.createDirectory(folder.resolve("documents"));
    }

    /** Writes a result. */
    void result(String name, List<Measurement> measurements, List<Goal> goals) throws IOException {
        new Result(name, "Title of " + name, "JVM 17", "Method.", measurements, goals, List.of()).write(results);
    }

    /** Makes the page and its charts; returns the page. */
    String page() throws IOException {
        BenchmarkPage.main(new String[] {results.toString(), documents.toString()});
        return Files.readString(documents.resolve("benchmarks.md"));
    }

    /** Returns a chart in dark. */
    String chart(String name) throws IOException {
        return Files.readString(documents.resolve("benchmarks/" + name + "-dark.svg"), StandardCharsets.UTF_8);
    }

    /** Returns what each file beside the page holds. */
    Map<Path, String> charts() throws IOException {
        try (Stream<Path> files = Files.list(documents.resolve("benchmarks"))) {
            return files.collect(Collectors.toMap(
                    file -> file,
                    file -> {
                        try {
                            return Files.readString(file);
                        } catch (IOException e) {
                            throw new IllegalStateException(e);
                        }
                    },
                    (one, other) -> one,
                    TreeMap::new));
        }
    }

    /** Returns a measurement in milliseconds. */
    static Measurement of(String scenario, String contestant, double... rounds) {
        return new Measurement(
                scenario, contestant, "ms", Arrays.stream(rounds).boxed().toList());
    }

    /** Returns an exact figure in milliseconds. */
    static Measurement exactly(String scenario, String contestant, double figure) {
        return Measurement.exactly(scenario, contestant, "ms", figure);
    }

    /** Returns a goal of Parley in milliseconds. */
    static Goal goal(String scenario, String peer, Goal.Bound bound, double limit) {
        return new Goal(scenario, "Parley", peer, "ms", bound, limit);
    }
}
