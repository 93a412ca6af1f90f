package dev.parley.benchmarks.generation;

import java.util.Comparator;
import java.util.List;

/**
 * What a process cost.
 *
 * @param wallSeconds from its start to its end
 * @param cpuSeconds of all its threads
 * @param peakMebibytes the most memory that it held at once; 0 where the system does not tell
 */
record Cost(double wallSeconds, double cpuSeconds, double peakMebibytes) {

    /** Returns the median of each figure. */
    static Cost median(List<Cost> costs) {
        return new Cost(
                middle(costs.stream().map(Cost::wallSeconds).toList()),
                middle(costs.stream().map(Cost::cpuSeconds).toList()),
                middle(costs.stream().map(Cost::peakMebibytes).toList()));
    }

    private static double middle(List<Double> values) {
        List<Double> sorted = values.stream().sorted(Comparator.naturalOrder()).toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
