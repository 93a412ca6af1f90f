package dev.parley.benchmarks.call;

import dev.parley.benchmarks.report.Goal;
import dev.parley.benchmarks.report.Measurement;
import dev.parley.benchmarks.report.Result;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What one call allocates, and how many system calls it takes: result {@code call-cost}. */
final class CallCost {

    /** So that what the young generation holds is what was allocated, to the byte, whatever threads come and go. */
    private static final List<String> EXACT =
            List.of("-XX:+UseSerialGC", "-XX:-UseTLAB", "-Xms1500m", "-Xmx1500m", "-Xmn1200m");

    private static final List<Contestant> CONTESTANTS = List.of(
            Contestant.PARLEY,
            Contestant.PARLEY_ASYNC,
            Contestant.PARLEY_URL,
            Contestant.BARE,
            Contestant.BARE_ASYNC,
            Contestant.OFFICIAL,
            Contestant.OFFICIAL_ASYNC);

    private static final String BYTES = "B/call";
    private static final String CALLS = "system calls/call";

    private final Extent extent;
    private final String baseUrl;
    private final SystemCalls systemCalls = SystemCalls.ofThisMachine();

    CallCost(Extent extent, String baseUrl) {
        this.extent = extent;
        this.baseUrl = baseUrl;
    }

    Result result() throws IOException, InterruptedException {
        List<Measurement> measurements = new ArrayList<>();
        for (Contestant contestant : CONTESTANTS) {
            measure(contestant, measurements);
        }
        List<Goal> goals = new ArrayList<>();
        for (String scenario : CallBenchmark.CALLS.values()) {
            for (String unit : List.of(BYTES, CALLS)) {
                goals.add(atMost(scenario, Contestant.PARLEY, Contestant.BARE, unit));
                goals.add(atMost(scenario, Contestant.PARLEY_ASYNC, Contestant.BARE_ASYNC, unit));
            }
        }
        String method = "Each contestant in a JVM of its own, one call at a time, " + extent.exactCalls()
                + " calls behind " + extent.exactWarmUp() + " to warm up. Bytes are the growth of the young generation"
                + " in a JVM without buffers of threads (" + String.join(" ", EXACT)
                + "), so they are exact and of all threads. System calls: " + systemCalls.tool() + ".";
        return new Result(
                "call-cost", "What a call costs", Result.jvmOfThisProcess(), method, measurements, goals, List.of());
    }

    private static Goal atMost(String scenario, Contestant contestant, Contestant peer, String unit) {
        return new Goal(scenario, contestant.label, peer.label, unit, Goal.Bound.AT_MOST, 1.2);
    }

    private void measure(Contestant contestant, List<Measurement> measurements)
            throws IOException, InterruptedException {
        try (WorkProcess process = WorkProcess.start(
                WorkProcess.runningJava(), EXACT, CallWork.class.getName(), contestant.name(), baseUrl)) {
            CallBenchmark.CALLS.forEach((call, scenario) -> process.ask("times " + call + " " + extent.exactWarmUp()));
            for (var entry : CallBenchmark.CALLS.entrySet()) {
                double bytes = process.ask("allocated " + entry.getKey() + " " + extent.exactCalls())[0];
                measurements.add(measurement(entry.getValue(), contestant, BYTES, bytes));
                String order = "times " + entry.getKey() + " " + extent.exactCalls();
                long calls = systemCalls.during(process.pid(), () -> process.ask(order));
                measurements.add(measurement(entry.getValue(), contestant, CALLS, (double) calls));
            }
        }
    }

    private Measurement measurement(String scenario, Contestant contestant, String unit, double sum) {
        double each = Math.round(10 * sum / extent.exactCalls()) / 10.0;
        return new Measurement(scenario, contestant.label, unit, List.of(each));
    }
}
