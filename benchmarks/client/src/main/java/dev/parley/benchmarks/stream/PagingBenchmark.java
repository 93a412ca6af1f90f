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
import java.util.Map;

/** A walk over 100,000 items in 1,000 pages beside the same calls by hand: result {@code paging}. */
public final class PagingBenchmark {
    private static final int PAGES = 1_000;
    private static final String WALK = PAGES * Answers.ITEMS_OF_A_PAGE / 1000 + ",000 items in 1,000 pages";
    private static final String HEAP = "alive during " + WALK;
    private static final String SPEED = "items/s";
    private static final String ALIVE = "MiB";
    private static final String EARLY = ", after a tenth";
    private static final String LATE = ", at the end";

    private final Extent extent;
    private final String baseUrl;

    private PagingBenchmark(Extent extent, String baseUrl) {
        this.extent = extent;
        this.baseUrl = baseUrl;
    }

    /** Takes {@code --quick} or {@code --full}, and the folder for results. */
    public static void main(String[] arguments) throws IOException {
        Extent extent = Extent.of(arguments[0]);
        try (WorkProcess server = WorkProcess.server(PAGES)) {
            new PagingBenchmark(extent, server.baseUrl()).result().write(Path.of(arguments[1]));
        }
    }

    private Result result() {
        List<Goal> goals = new ArrayList<>();
        for (PageWork.Walker walker : List.of(PageWork.Walker.ALL, PageWork.Walker.STREAM, PageWork.Walker.PUBLISHER)) {
            goals.add(new Goal(WALK, walker.label, PageWork.Walker.BY_HAND.label, SPEED, Goal.Bound.AT_LEAST, 0.9));
            goals.add(new Goal(HEAP, walker.label + LATE, walker.label + EARLY, ALIVE, Goal.Bound.AT_MOST, 1.1));
        }
        int rounds = extent.rounds();
        return new Result(
                "paging",
                "Auto-paging",
                Result.jvmOfThisProcess(),
                "Each contestant in a JVM of its own with a heap of 24 MiB (openai-java: 64), warmed up by a walk, then "
                        + rounds + " walks in turn. A page is 30 kB of messages. What is alive is what the heap holds"
                        + " after a collection, in a walk of its own.",
                measured(),
                goals,
                List.of());
    }

    private List<Measurement> measured() {
        Map<PageWork.Walker, WorkProcess> processes = new EnumMap<>(PageWork.Walker.class);
        Map<PageWork.Walker, List<Double>> speeds = new EnumMap<>(PageWork.Walker.class);
        List<Measurement> measurements = new ArrayList<>();
        try {
            for (PageWork.Walker walker : PageWork.Walker.values()) {
                WorkProcess process = start(walker);
                processes.put(walker, process);
                speeds.put(walker, new ArrayList<>());
                double[] alive = process.ask("heap"); // and so warmed up
                measurements.add(new Measurement(HEAP, walker.label + EARLY, ALIVE, List.of(alive[0])));
                measurements.add(new Measurement(HEAP, walker.label + LATE, ALIVE, List.of(alive[alive.length - 1])));
            }
            for (int round = 0; round < extent.rounds(); round++) {
                processes.forEach((walker, process) -> speeds.get(walker).add(process.ask("walk")[0]));
            }
        } finally {
            processes.values().forEach(WorkProcess::close);
        }
        speeds.forEach((walker, rounds) -> measurements.add(new Measurement(WALK, walker.label, SPEED, rounds)));
        return measurements;
    }

    private WorkProcess start(PageWork.Walker walker) {
        String heap = walker == PageWork.Walker.OFFICIAL ? "-Xmx64m" : "-Xmx24m";
        return WorkProcess.start(
                WorkProcess.runningJava(),
                List.of(heap),
                PageWork.class.getName(),
                walker.name(),
                baseUrl,
                Integer.toString(PAGES));
    }
}
