package dev.parley.benchmarks.stream;

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

/** Events per second, the time to the first, and what one allocates: result {@code streaming}. */
public final class StreamBenchmark {
    private static final String SOCKET = "10,000 events over loopback";
    private static final String MEMORY = "10,000 events from memory";
    private static final String EVENTS = "events/s";
    private static final String FIRST = "µs to the first event";
    private static final String BYTES = "B/event";
    private static final List<String> EXACT =
            List.of("-XX:+UseSerialGC", "-XX:-UseTLAB", "-Xms1500m", "-Xmx1500m", "-Xmn1200m");

    private final Extent extent;
    private final String baseUrl;

    private StreamBenchmark(Extent extent, String baseUrl) {
        this.extent = extent;
        this.baseUrl = baseUrl;
    }

    /** Takes {@code --quick} or {@code --full}, and the folder for results. */
    public static void main(String[] arguments) throws IOException {
        Extent extent = Extent.of(arguments[0]);
        try (WorkProcess server = WorkProcess.server(1)) {
            new StreamBenchmark(extent, server.baseUrl()).result().write(Path.of(arguments[1]));
        }
    }

    private Result result() {
        List<Measurement> measurements = new ArrayList<>(times());
        for (EventContestant contestant : EventContestant.values()) {
            measurements.add(bytes(contestant));
        }
        List<Goal> goals = List.of(
                atLeast(SOCKET, EventContestant.PARLEY),
                atLeast(SOCKET, EventContestant.PARLEY_PUBLISHER),
                atLeast(MEMORY, EventContestant.PARLEY));
        String method = "Each contestant in a JVM of its own, " + extent.rounds() + " rounds of at least "
                + extent.roundMillis() + " ms in turn. An event is a delta of text of about 260 bytes, as the real"
                + " service words it, and a chunk of its own on the wire; the server has them encoded and sends as fast"
                + " as the socket takes them. The time to the first event is the least of a round. From memory, the"
                + " clients have a transport that answers from an array, so that nothing but their own work is left."
                + " Bytes are exact, counted as those of a call.";
        return new Result(
                "streaming", "Streams of events", Result.jvmOfThisProcess(), method, measurements, goals, List.of());
    }

    private static Goal atLeast(String scenario, EventContestant contestant) {
        return new Goal(scenario, contestant.label, EventContestant.OFFICIAL.label, EVENTS, Goal.Bound.AT_LEAST, 5);
    }

    private List<Measurement> times() {
        Map<EventContestant, WorkProcess> processes = new EnumMap<>(EventContestant.class);
        try {
            Map<EventContestant, List<double[]>> figures = new EnumMap<>(EventContestant.class);
            for (EventContestant contestant : EventContestant.values()) {
                WorkProcess process = start(contestant, List.of("-Xms512m", "-Xmx512m"));
                processes.put(contestant, process);
                figures.put(contestant, new ArrayList<>());
                process.ask("during " + extent.warmUpMillis());
            }
            for (int round = 0; round < extent.rounds(); round++) {
                processes.forEach((contestant, process) ->
                        figures.get(contestant).add(process.ask("during " + extent.roundMillis())));
            }
            List<Measurement> measurements = new ArrayList<>();
            figures.forEach((contestant, rounds) -> {
                measurements.add(measurement(contestant, EVENTS, rounds, 0));
                measurements.add(measurement(contestant, FIRST, rounds, 1));
            });
            return measurements;
        } finally {
            processes.values().forEach(WorkProcess::close);
        }
    }

    private static Measurement measurement(EventContestant contestant, String unit, List<double[]> rounds, int index) {
        List<Double> figures = rounds.stream().map(round -> round[index]).toList();
        return new Measurement(scenario(contestant), contestant.label, unit, figures);
    }

    private Measurement bytes(EventContestant contestant) {
        try (WorkProcess process = start(contestant, EXACT)) {
            process.ask("during " + extent.warmUpMillis());
            int streams = extent.quick() ? 1 : 5;
            double sum = process.ask("allocated " + streams)[0];
            double each = Math.round(10 * sum / streams / EventWork.DELTAS) / 10.0;
            return new Measurement(scenario(contestant), contestant.label, BYTES, List.of(each));
        }
    }

    private WorkProcess start(EventContestant contestant, List<String> options) {
        return WorkProcess.start(
                WorkProcess.runningJava(), options, EventWork.class.getName(), contestant.name(), baseUrl);
    }

    private static String scenario(EventContestant contestant) {
        return contestant.fromMemory ? MEMORY : SOCKET;
    }
}
