package dev.parley.benchmarks.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All figures of one unit: one chart and one table.
 *
 * @param unit the unit
 * @param scenarios in the order in which they were measured first
 */
record Panel(String unit, List<Scenario> scenarios) {

    /**
     * What all contestants cost in one scenario.
     *
     * @param name the scenario
     * @param measurements one for each contestant
     */
    record Scenario(String name, List<Measurement> measurements) {

        /** Returns Parley's figure, by which the others are judged; of several the one that is called just that. */
        Optional<Measurement> parley() {
            return measurements.stream()
                    .filter(measurement -> measurement.contestant().equals("Parley"))
                    .findFirst()
                    .or(() -> measurements.stream().filter(Panel::isParley).findFirst());
        }
    }

    /**
     * Puts figures of one unit together.
     *
     * @throws IOException if a contestant has two measurements of one scenario and unit
     */
    static List<Panel> of(Result result) throws IOException {
        Map<String, Map<String, List<Measurement>>> units = new LinkedHashMap<>();
        Set<List<String>> seen = new HashSet<>();
        for (Measurement one : result.measurements()) {
            if (!seen.add(List.of(one.unit(), one.scenario(), one.contestant()))) {
                throw new IOException("result " + result.name() + " has two measurements of " + one.contestant()
                        + " for " + one.scenario() + " in " + one.unit());
            }
            units.computeIfAbsent(one.unit(), unused -> new LinkedHashMap<>())
                    .computeIfAbsent(one.scenario(), unused -> new ArrayList<>())
                    .add(one);
        }
        List<Panel> panels = new ArrayList<>();
        units.forEach((unit, scenarios) -> panels.add(new Panel(
                unit,
                scenarios.entrySet().stream()
                        .map(entry -> new Scenario(entry.getKey(), entry.getValue()))
                        .toList())));
        return panels;
    }

    static boolean isParley(Measurement measurement) {
        return measurement.contestant().startsWith("Parley");
    }

    /** Says which way is better: more of what is done in a second, less of anything else. */
    String better() {
        return unit.endsWith("/s") ? "more is better" : "less is better";
    }
}
