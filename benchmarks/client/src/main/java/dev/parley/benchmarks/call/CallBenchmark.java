package dev.parley.benchmarks.call;

import dev.parley.benchmarks.report.Goal;
import dev.parley.benchmarks.report.Measurement;
import dev.parley.benchmarks.report.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Calls per second and latency: results {@code calls} and, where there is a JDK 25, {@code calls-25}. */
public final class CallBenchmark {
    static final Map<String, String> CALLS =
            Map.of("retrieve", "GET of an item of 300 bytes", "create", "POST of a conversation");

    static final List<String> CALLS_IN_ORDER = List.of("retrieve", "create");
    private static final List<Integer> AT_A_TIME = List.of(1, 16, 64);
    private static final List<String> UNITS = List.of("calls/s", "µs at 50 %", "µs at 99 %");

    private final Extent extent;
    private final String baseUrl;

    private CallBenchmark(Extent extent, String baseUrl) {
        this.extent = extent;
        this.baseUrl = baseUrl;
    }

    /** Takes {@code --quick} or {@code --full}, and the folder for results; also makes {@link CallCost}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Extent extent = Extent.of(arguments[0]);
        Path folder = Path.of(arguments[1]);
        try (WorkProcess server = WorkProcess.server(extent)) {
            String baseUrl = server.baseUrl();
            CallBenchmark benchmark = new CallBenchmark(extent, baseUrl);
            benchmark.threads().write(folder);
            Path java = NewerJava.find().orElse(null);
            if (java == null) {
                System.out.println("Virtual threads are NOT measured: there is no JDK 25");
            } else {
                benchmark.virtualThreads(java).write(folder);
            }
            new CallCost(extent, baseUrl).result().write(folder);
        }
    }

    private Result threads() {
        List<Contestant> contestants = List.of(
                Contestant.PARLEY,
                Contestant.PARLEY_ASYNC,
                Contestant.PARLEY_URL,
                Contestant.BARE,
                Contestant.BARE_ASYNC,
                Contestant.OFFICIAL,
                Contestant.OFFICIAL_ASYNC);
        List<Measurement> measured = measured(WorkProcess.runningJava(), contestants);
        List<Goal> goals = new ArrayList<>();
        for (String scenario : scenarios()) {
            goals.add(atLeast(scenario, Contestant.PARLEY, Contestant.OFFICIAL, 1.5)
                    .over(Contestant.BARE.label));
            goals.add(atLeast(scenario, Contestant.PARLEY, Contestant.BARE, 0.9));
            goals.add(atLeast(scenario, Contestant.PARLEY_ASYNC, Contestant.OFFICIAL_ASYNC, 1.5)
                    .over(Contestant.BARE_ASYNC.label));
            goals.add(atLeast(scenario, Contestant.PARLEY_ASYNC, Contestant.BARE_ASYNC, 0.9));
            goals.add(atLeast(scenario, Contestant.PARLEY_URL, Contestant.OFFICIAL, 1.5));
        }
        return new Result(
                "calls",
                "Calls per second and latency",
                Result.jvmOfThisProcess(),
                method(),
                measured,
                goals,
                List.of("The bare transport sends the same headers as Parley and a timeout, and a body that is encoded"
                        + " beforehand; it retries nothing, masks nothing and makes no object of the answer."));
    }

    private Result virtualThreads(Path java) {
        List<Contestant> contestants = List.of(
                Contestant.PARLEY_VIRTUAL,
                Contestant.PARLEY_URL_VIRTUAL,
                Contestant.BARE_VIRTUAL,
                Contestant.OFFICIAL_VIRTUAL);
        List<Measurement> measured = measured(java, contestants);
        List<Goal> goals = new ArrayList<>();
        for (String scenario : scenarios()) {
            goals.add(atLeast(scenario, Contestant.PARLEY_VIRTUAL, Contestant.OFFICIAL_VIRTUAL, 1.5)
                    .over(Contestant.BARE_VIRTUAL.label));
            goals.add(atLeast(scenario, Contestant.PARLEY_VIRTUAL, Contestant.BARE_VIRTUAL, 0.9));
            goals.add(atLeast(scenario, Contestant.PARLEY_URL_VIRTUAL, Contestant.OFFICIAL_VIRTUAL, 1.5));
        }
        return new Result(
                "calls-25",
                "Calls per second and latency on virtual threads",
                "JDK " + java.getParent().getParent().getFileName(),
                method(),
                measured,
                goals,
                List.of());
    }

    private String method() {
        return "Each contestant in " + extent.forks() + " JVMs of its own, one after the other, with a heap of 512 MiB,"
                + " each warmed up for " + extent.warmUpMillis()
                + " ms, by each call at 1 and at 64 at a time, and by a"
                + " round that does not count; in each of " + roundsOfAFork() + " rounds all have their turn of "
                + extent.roundMillis()
                + " ms, one after the other, while the others wait. The server is another process, one thread with answers"
                + " encoded beforehand, the same for all. Calls that do not block are kept so many at a time: each that"
                + " ends starts the next.";
    }

    private static Goal atLeast(String scenario, Contestant contestant, Contestant peer, double limit) {
        return new Goal(scenario, contestant.label, peer.label, UNITS.get(0), Goal.Bound.AT_LEAST, limit);
    }

    private List<Measurement> measured(Path java, List<Contestant> contestants) {
        Map<Key, List<Double>> figures = new LinkedHashMap<>();
        for (int fork = 0; fork < extent.forks(); fork++) {
            measure(java, contestants, figures);
        }
        return figures.entrySet().stream()
                .map(entry -> entry.getKey().measurement(entry.getValue()))
                .toList();
    }

    private int roundsOfAFork() {
        return (extent.rounds() + extent.forks() - 1) / extent.forks();
    }

    private void measure(Path java, List<Contestant> contestants, Map<Key, List<Double>> figures) {
        Map<Contestant, WorkProcess> processes = new EnumMap<>(Contestant.class);
        try {
            for (Contestant contestant : contestants) {
                WorkProcess process = start(java, contestant);
                processes.put(contestant, process);
                long quarter = extent.warmUpMillis() / 4;
                for (String call : CALLS_IN_ORDER) {
                    process.ask("during " + call + " " + quarter + " 1");
                    process.ask("during " + call + " " + quarter + " 64");
                }
            }
            round(processes, new LinkedHashMap<>());
            for (int round = 0; round < roundsOfAFork(); round++) {
                round(processes, figures);
            }
        } finally {
            processes.values().forEach(WorkProcess::close);
        }
    }

    private void round(Map<Contestant, WorkProcess> processes, Map<Key, List<Double>> figures) {
        for (String call : CALLS_IN_ORDER) {
            for (int atATime : AT_A_TIME) {
                processes.forEach((contestant, process) -> {
                    double[] turn = process.ask("during " + call + " " + extent.roundMillis() + " " + atATime);
                    for (int i = 0; i < UNITS.size(); i++) {
                        Key key = new Key(scenario(call, atATime), contestant, UNITS.get(i));
                        figures.computeIfAbsent(key, absent -> new ArrayList<>())
                                .add(turn[i]);
                    }
                });
            }
        }
    }

    /** What a series of figures is of. */
    private record Key(String scenario, Contestant contestant, String unit) {
        Measurement measurement(List<Double> rounds) {
            return new Measurement(scenario, contestant.label, unit, rounds);
        }
    }

    private WorkProcess start(Path java, Contestant contestant) {
        return WorkProcess.start(
                java, List.of("-Xms512m", "-Xmx512m"), CallWork.class.getName(), contestant.name(), baseUrl);
    }

    private static List<String> scenarios() {
        List<String> scenarios = new ArrayList<>();
        for (String call : CALLS_IN_ORDER) {
            for (int atATime : AT_A_TIME) {
                scenarios.add(scenario(call, atATime));
            }
        }
        return scenarios;
    }

    private static String scenario(String call, int atATime) {
        return CALLS.get(call) + ", " + atATime + " at a time";
    }
}
