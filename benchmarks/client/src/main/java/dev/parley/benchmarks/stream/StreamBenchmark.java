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
import java.util.Locale;
import java.util.Map;

/** Events per second, the time to the first, and what one allocates: result {@code streaming}. */
public final class StreamBenchmark {
    private static final String EVENTS = "events/s";
    private static final String FIRST = "µs to the first event";
    private static final String BYTES = "B/event";
    private static final List<String> EXACT =
            List.of("-XX:+UseSerialGC", "-XX:-UseTLAB", "-Xms1500m", "-Xmx1500m", "-Xmn1200m");

    private final Extent extent;
    private final String baseUrl;
    private final String socket;
    private final String memory;

    private StreamBenchmark(Extent extent, String baseUrl) {
        this.extent = extent;
        this.baseUrl = baseUrl;
        String events = String.format(Locale.ROOT, "%,d events", extent.events());
        socket = events + " over loopback";
        memory = events + " from memory";
    }

    /** Takes {@code --quick} or {@code --full}, and the folder for results. */
    public static void main(String[] arguments) throws IOException {
        Extent extent = Extent.of(arguments[0]);
        try (WorkProcess server = WorkProcess.server(extent)) {
            new StreamBenchmark(extent, server.baseUrl()).result().write(Path.of(arguments[1]));
        }
    }

    private Result result() {
        List<Measurement> measurements = new ArrayList<>(times());
        for (EventContestant contestant : EventContestant.values()) {
            measurements.add(bytes(contestant));
        }
        List<Goal> goals = List.of(
                atLeast(EventContestant.PARLEY, EventContestant.BARE),
                atLeast(EventContestant.PARLEY_PUBLISHER, EventContestant.BARE),
                atLeast(EventContestant.PARLEY_MEMORY, EventContestant.BARE_MEMORY));
        String method = "Each contestant in a JVM of its own, warmed up for " + extent.longWarmUpMillis() + " ms, then "
                + extent.rounds() + " rounds of at least " + extent.roundMillis()
                + " ms in turn. An event is a delta of text of about 260 bytes, as the real"
                + " service words it, and a chunk of its own on the wire; the server has them encoded and sends as fast"
                + " as the socket takes them. The time to the first event is the least of a round. From memory, the"
                + " clients have a transport that answers from an array, so that nothing but their own work is left."
                + " Bytes are counted as those of a call, behind " + extent.warmUpMillis() + " ms to warm up.";
        return new Result(
                "streaming", "Streams of events", Result.jvmOfThisProcess(), method, measurements, goals, List.of());
    }

    private Goal atLeast(EventContestant contestant, EventContestant beneath) {
        String official = EventContestant.OFFICIAL.label;
        return new Goal(scenario(contestant), contestant.label, official, EVENTS, Goal.Bound.AT_LEAST, 5)
                .over(beneath.label);
    }

    private List<Measurement> times() {
        Map<EventContestant, WorkProcess> processes = new EnumMap<>(EventContestant.class);
        try {
            Map<EventContestant, List<double[]>> figures = new EnumMap<>(EventContestant.class);
            for (EventContestant contestant : EventContestant.values()) {
                WorkProcess process = start(contestant, List.of("-Xms512m", "-Xmx512m"));
                processes.put(contestant, process);
                figures.put(contestant, new ArrayList<>());
                process.ask("during " + extent.longWarmUpMillis());
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

    private Measurement measurement(EventContestant contestant, String unit, List<double[]> rounds, int index) {
        List<Double> figures = rounds.stream().map(round -> round[index]).toList();
        return new Measurement(scenario(contestant), contestant.label, unit, figures);
    }

    private Measurement bytes(EventContestant contestant) {
        try (WorkProcess process = start(contestant, EXACT)) {
            process.ask("during " + extent.warmUpMillis());
            List<Double> rounds = new ArrayList<>();
            for (int round = 0; round < extent.rounds(); round++) {
                rounds.add(Math.round(10 * process.ask("allocated 1")[0] / extent.events()) / 10.0);
            }
            return new Measurement(scenario(contestant), contestant.label, BYTES, rounds);
        }
    }

    private WorkProcess start(EventContestant contestant, List<String> options) {
        return WorkProcess.start(
                WorkProcess.runningJava(),
                options,
                EventWork.class.getName(),
                contestant.name(),
                baseUrl,
                Integer.toString(extent.events()));
    }

    private String scenario(EventContestant contestant) {
        return contestant.fromMemory ? memory : socket;
    }
}
