package dev.parley.benchmarks.codec;

import dev.parley.benchmarks.codec.Plan.Scenario;
import dev.parley.benchmarks.report.Goal;
import dev.parley.benchmarks.report.Measurement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.runner.RunnerException;

/** The figures of one result, as they come in. */
final class Figures {
    static final String TIME = "µs/op";
    static final String ALLOCATION = "B/op";

    private final double share;
    private final List<Measurement> all = new ArrayList<>();

    /** Takes the share of the time of a full run that each JVM has. */
    Figures(double share) {
        this.share = share;
    }

    /**
     * Measures all contestants of a scenario in turn, round by round, and prints what came of it beside the first of them.
     *
     * @param pages by contestant, the page that it works on
     */
    void measure(Class<?> benchmark, Scenario scenario, Map<String, String> pages) throws RunnerException {
        Map<String, List<Fork>> forks = new LinkedHashMap<>();
        for (int round = 0; round < scenario.rounds(); round++) {
            for (String contestant : scenario.contestants()) {
                forks.computeIfAbsent(contestant, unused -> new ArrayList<>())
                        .add(Fork.run(benchmark, pages.get(contestant), contestant, share));
            }
        }
        forks.forEach((contestant, rounds) -> {
            List<Double> micros = rounds.stream().map(Fork::micros).toList();
            List<Double> bytes = rounds.stream().map(Fork::bytes).toList();
            add(new Measurement(scenario.name(), contestant, TIME, micros));
            add(new Measurement(scenario.name(), contestant, ALLOCATION, bytes));
        });
        scenario.contestants().forEach(contestant -> print(scenario, contestant));
    }

    void add(Measurement measurement) {
        all.add(measurement);
    }

    List<Measurement> all() {
        return all;
    }

    Optional<Measurement> of(String scenario, String contestant, String unit) {
        return all.stream()
                .filter(it -> it.scenario().equals(scenario)
                        && it.contestant().equals(contestant)
                        && it.unit().equals(unit))
                .findFirst();
    }

    /** Returns those goals of which both sides were measured, and prints how they stand. */
    List<Goal> measured(List<Goal> goals) {
        List<Goal> measured = new ArrayList<>();
        for (Goal goal : goals) {
            Optional<Measurement> own = of(goal.scenario(), goal.contestant(), goal.unit());
            Optional<Measurement> peer = of(goal.scenario(), goal.peer(), goal.unit());
            if (own.isPresent() && peer.isPresent()) {
                measured.add(goal);
                double ratio = own.get().median() / peer.get().median();
                System.out.printf(
                        Locale.ROOT,
                        "%s %s: %s / %s in %s is %.2f, %s %.2f%n",
                        goal.met(ratio) ? "met" : "NOT MET",
                        goal.scenario(),
                        goal.contestant(),
                        goal.peer(),
                        goal.unit(),
                        ratio,
                        goal.bound() == Goal.Bound.AT_MOST ? "at most" : "at least",
                        goal.limit());
            }
        }
        return measured;
    }

    private void print(Scenario scenario, String contestant) {
        double first = median(scenario, scenario.contestants().get(0), TIME);
        double micros = median(scenario, contestant, TIME);
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.1f µs | %.2f x | %.0f B |%n",
                scenario.name(),
                contestant,
                micros,
                micros / first,
                median(scenario, contestant, ALLOCATION));
    }

    private double median(Scenario scenario, String contestant, String unit) {
        return of(scenario.name(), contestant, unit).orElseThrow().median();
    }
}
