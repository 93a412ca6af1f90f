package dev.parley.benchmarks.coldstart;

import dev.parley.benchmarks.report.Measurement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Runs the programs on one JDK: writes archives, counts classes, and measures rounds in which all run in turn. */
final class Rounds {
    private static final String CONVERSATION = "conv_1";

    private final Jdk jdk;
    private final Loopback server;
    private final Path folder;
    private final Map<Contestant, String> classPaths;
    private final Map<Key, List<Double>> figures = new LinkedHashMap<>();

    private record Key(String scenario, Contestant contestant, String unit) {}

    /** One line-up of a round. */
    record Scenario(boolean builds, boolean secure, Archive archive) {
        String label() {
            String what = builds ? "client built" : secure ? "first page, https" : "first page, http";
            return what + archive.suffix();
        }
    }

    Rounds(Jdk jdk, Loopback server, Path folder, Map<Contestant, String> classPaths) {
        this.jdk = jdk;
        this.server = server;
        this.folder = folder;
        this.classPaths = classPaths;
    }

    /** Has each program write what a scenario needs to start from. */
    void write(Scenario scenario) throws IOException, InterruptedException {
        if (scenario.archive() != Archive.NONE) {
            untimed(scenario, contestant -> {
                Path file = file(contestant, scenario);
                Files.deleteIfExists(file);
                run(contestant, scenario, List.of(scenario.archive().writing(file), "-Xlog:disable"));
                if (!Files.exists(file)) {
                    throw new IllegalStateException(contestant + " has written no " + file);
                }
                return Files.size(file);
            });
        }
    }

    /** Counts the classes that each program loads to its end, the same in every run but for a handful. */
    void count(Scenario scenario) throws IOException, InterruptedException {
        Map<Contestant, Long> counts = untimed(scenario, contestant -> {
            Path log = folder.resolve(contestant + "-classes.log");
            run(contestant, scenario, List.of("-Xlog:class+load:file=" + log));
            try (Stream<String> lines = Files.lines(log)) {
                return lines.filter(line -> line.contains(" source: ")).count();
            }
        });
        counts.forEach((contestant, count) -> add(scenario, contestant, "classes", count));
    }

    /** What is done with one program. */
    private interface Step {
        long done(Contestant contestant) throws IOException, InterruptedException;
    }

    /** Does with all programs of a scenario what no clock stands by: two at a time, which is quicker. */
    private static Map<Contestant, Long> untimed(Scenario scenario, Step step)
            throws IOException, InterruptedException {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Map<Contestant, Future<Long>> begun = new EnumMap<>(Contestant.class);
            for (Contestant contestant : Contestant.values()) {
                if (contestant.builds() || !scenario.builds()) {
                    begun.put(contestant, two.submit(() -> step.done(contestant)));
                }
            }
            Map<Contestant, Long> done = new EnumMap<>(Contestant.class);
            for (Map.Entry<Contestant, Future<Long>> each : begun.entrySet()) {
                done.put(each.getKey(), each.getValue().get());
            }
            return done;
        } catch (ExecutionException e) {
            throw new IOException("a program of " + scenario.label() + " failed", e.getCause());
        } finally {
            two.shutdownNow();
        }
    }

    /** Measures one round. */
    void measure(Scenario scenario) throws IOException, InterruptedException {
        for (Contestant contestant : Contestant.values()) {
            if (contestant.builds() || !scenario.builds()) {
                Fork fork = run(
                        contestant,
                        scenario,
                        scenario.archive() == Archive.NONE
                                ? List.of()
                                : List.of(scenario.archive().reading(file(contestant, scenario))));
                add(scenario, contestant, "ms", fork.millis());
                add(scenario, contestant, "ms CPU", fork.cpuMillis());
                add(scenario, contestant, "ms to the exit behind it", fork.exitMillis());
                if (fork.peakMebibytes() > 0) {
                    add(scenario, contestant, "MiB", fork.peakMebibytes());
                }
            }
        }
    }

    List<Measurement> measurements() {
        List<Measurement> all = new ArrayList<>();
        figures.forEach((key, rounds) ->
                all.add(new Measurement(key.scenario(), key.contestant().label(), key.unit(), rounds)));
        return all;
    }

    private void add(Scenario scenario, Contestant contestant, String unit, double figure) {
        figures.computeIfAbsent(new Key(scenario.label(), contestant, unit), absent -> new ArrayList<>())
                .add(figure);
    }

    private Path file(Contestant contestant, Scenario scenario) {
        return folder.resolve(contestant + (scenario.secure() ? "-tls-" : "-") + scenario.archive() + "-"
                + jdk.version() + ".archive");
    }

    private Fork run(Contestant contestant, Scenario scenario, List<String> options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(jdk.program("java"));
        command.addAll(options);
        if (scenario.secure()) {
            command.addAll(server.trust());
        }
        command.addAll(
                List.of("-cp", classPaths.get(contestant), contestant.program().getName()));
        command.addAll(List.of(server.url(scenario.secure()), CONVERSATION));
        if (scenario.builds()) {
            command.add("build");
        }
        return Fork.run(command, folder.resolve(contestant + "-fork.log"));
    }
}
