package dev.parley.benchmarks.stream;

import dev.parley.benchmarks.call.Answers;
import dev.parley.benchmarks.call.Extent;
import dev.parley.benchmarks.call.WorkProcess;
import dev.parley.benchmarks.report.Goal;
import dev.parley.benchmarks.report.Measurement;
import dev.parley.benchmarks.report.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A walk over all items of many pages beside the same calls by hand: result {@code paging}. */
public final class PagingBenchmark {
    private static final String SPEED = "items/s";
    private static final String ALIVE = "MiB";
    private static final String EARLY = ", after a tenth";
    private static final String LATE = ", at the end";

    private final Extent extent;
    private final String baseUrl;
    private final String walk;
    private final String heap;

    private PagingBenchmark(Extent extent, String baseUrl) {
        this.extent = extent;
        this.baseUrl = baseUrl;
        int items = extent.pages() * Answers.ITEMS_OF_A_PAGE;
        walk = String.format(Locale.ROOT, "%,d items in %,d pages", items, extent.pages());
        heap = "alive during " + walk;
    }

    /** Takes {@code --quick} or {@code --full}, and the folder for results. */
    public static void main(String[] arguments) throws IOException {
        Extent extent = Extent.of(arguments[0]);
        try (WorkProcess server = WorkProcess.server(extent)) {
            new PagingBenchmark(extent, server.baseUrl()).result().write(Path.of(arguments[1]));
        }
    }

    private Result result() {
        List<Goal> goals = new ArrayList<>();
        for (PageWork.Walker walker : List.of(PageWork.Walker.ALL, PageWork.Walker.STREAM, PageWork.Walker.PUBLISHER)) {
            goals.add(new Goal(walk, walker.label, PageWork.Walker.BY_HAND.label, SPEED, Goal.Bound.AT_LEAST, 0.9));
            goals.add(new Goal(heap, walker.label + LATE, walker.label + EARLY, ALIVE, Goal.Bound.AT_MOST, 1.1));
        }
        return new Result(
                "paging",
                "Auto-paging",
                Result.jvmOfThisProcess(),
                "Each contestant in " + extent.forks()
                        + " JVMs of its own, one after the other, each warmed up by walks for "
                        + extent.longWarmUpMillis() / extent.forks() + " ms, then " + extent.rounds()
                        + " rounds of walks of at least " + extent.roundMillis() + " ms in turn. A page is 30 kB of"
                        + " messages. What is alive is what the heap holds after a collection, in a JVM apart with a heap"
                        + " of 24 MiB (openai-java: 64).",
                measured(),
                goals,
                List.of());
    }

    private List<Measurement> measured() {
        List<Measurement> measurements = new ArrayList<>();
        for (PageWork.Walker walker : PageWork.Walker.values()) {
            try (WorkProcess process = start(walker, walker == PageWork.Walker.OFFICIAL ? "-Xmx64m" : "-Xmx24m")) {
                double[] alive = process.ask("heap");
                measurements.add(new Measurement(heap, walker.label + EARLY, ALIVE, List.of(alive[0])));
                measurements.add(new Measurement(heap, walker.label + LATE, ALIVE, List.of(alive[alive.length - 1])));
            }
        }
        Map<PageWork.Walker, List<Double>> speeds = new EnumMap<>(PageWork.Walker.class);
        for (int fork = 0; fork < extent.forks(); fork++) {
            measure(speeds);
        }
        speeds.forEach((walker, rounds) -> measurements.add(new Measurement(walk, walker.label, SPEED, rounds)));
        return measurements;
    }

    private void measure(Map<PageWork.Walker, List<Double>> speeds) {
        Map<PageWork.Walker, WorkProcess> processes = new EnumMap<>(PageWork.Walker.class);
        try {
            for (PageWork.Walker walker : PageWork.Walker.values()) {
                WorkProcess process = start(walker, "-Xmx512m");
                processes.put(walker, process);
                process.ask("during " + extent.longWarmUpMillis() / extent.forks());
            }
            for (int round = 0; round < extent.rounds(); round++) {
                processes.forEach((walker, process) -> speeds.computeIfAbsent(walker, absent -> new ArrayList<>())
                        .add(process.ask("during " + extent.roundMillis())[0]));
            }
        } finally {
            processes.values().forEach(WorkProcess::close);
        }
    }

    private WorkProcess start(PageWork.Walker walker, String most) {
        return WorkProcess.start(
                WorkProcess.runningJava(),
                List.of(most),
                PageWork.class.getName(),
                walker.name(),
                baseUrl,
                Integer.toString(extent.pages()));
    }
}
