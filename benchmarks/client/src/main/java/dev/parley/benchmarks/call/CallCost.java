package dev.parley.benchmarks.call;

import dev.parley.benchmarks.report.Goal;
import dev.parley.benchmarks.report.Measurement;
import dev.parley.benchmarks.report.Result;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What one call allocates, and how many system calls it takes: result {@code call-cost}. */
final class CallCost {

    /** So that what the young generation holds is what was allocated, whatever threads come and go. */
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
        for (String call : CallBenchmark.CALLS_IN_ORDER) {
            String scenario = CallBenchmark.CALLS.get(call);
            for (String unit : List.of(BYTES, CALLS)) {
                goals.add(atMost(scenario, Contestant.PARLEY, Contestant.BARE, unit));
                goals.add(atMost(scenario, Contestant.PARLEY_ASYNC, Contestant.BARE_ASYNC, unit));
            }
        }
        String method = "Each contestant in a JVM of its own, one call at a time, rounds of " + extent.exactCalls()
                + " calls behind " + extent.exactWarmUp() + " to warm up. Bytes are the growth of the young generation"
                + " in a JVM without buffers of threads (" + String.join(" ", EXACT)
                + "), so they are those of all threads. System calls: " + systemCalls.tool() + ".";
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
            CallBenchmark.CALLS_IN_ORDER.forEach(call -> process.ask("times " + call + " " + extent.exactWarmUp()));
            for (String call : CallBenchmark.CALLS_IN_ORDER) {
                String scenario = CallBenchmark.CALLS.get(call);
                List<Double> bytes = new ArrayList<>();
                for (int round = 0; round < extent.rounds(); round++) {
                    bytes.add(each(process.ask("allocated " + call + " " + extent.exactCalls())[0]));
                }
                measurements.add(new Measurement(scenario, contestant.label, BYTES, bytes));
                String order = "times " + call + " " + extent.exactCalls();
                long calls = systemCalls.during(process.pid(), () -> process.ask(order));
                measurements.add(new Measurement(scenario, contestant.label, CALLS, List.of(each((double) calls))));
            }
        }
    }

    private double each(double sum) {
        return Math.round(10 * sum / extent.exactCalls()) / 10.0;
    }
}
