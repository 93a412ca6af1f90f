package dev.parley.benchmarks.report;

import java.util.List;
import java.util.stream.DoubleStream;

/** How long a bar is. A length is a share of the room for bars, from 0 to 1. */
enum Scale {
    /** Lengths of all bars of a chart compare. */
    SHARED("Bars: median."),
    /** Lengths compare within a scenario. */
    EACH("Bars: median, each scenario to its own scale."),
    /** A step of the same length is the same factor: lengths do not compare. */
    LOGARITHMIC("Bars: median, on a LOGARITHMIC scale.");

    /** More than this, and the shortest bar of a linear scale is too short to be seen. */
    private static final double MOST = 60;

    final String caption;

    Scale(String caption) {
        this.caption = caption;
    }

    /** Picks the plainest scale on which each bar can be seen. */
    static Scale of(Panel panel) {
        if (fits(medians(panel.scenarios()))) {
            return SHARED;
        }
        boolean eachFits = panel.scenarios().stream().allMatch(scenario -> fits(medians(List.of(scenario))));
        boolean positive = medians(panel.scenarios()).allMatch(value -> value > 0);
        return eachFits || !positive ? EACH : LOGARITHMIC;
    }

    private static boolean fits(DoubleStream medians) {
        double[] positive = medians.filter(value -> value > 0).toArray();
        return positive.length == 0
                || DoubleStream.of(positive).max().getAsDouble()
                        <= MOST * DoubleStream.of(positive).min().getAsDouble();
    }

    private static DoubleStream medians(List<Panel.Scenario> scenarios) {
        return scenarios.stream()
                .flatMap(scenario -> scenario.measurements().stream())
                .mapToDouble(Measurement::median);
    }

    /** The power of ten at which a logarithmic scale begins. */
    static int firstDecade(Panel panel) {
        double least =
                values(panel.scenarios()).filter(value -> value > 0).min().orElse(1);
        return (int) Math.floor(Math.log10(least) - 0.05);
    }

    /** The power of ten at which a logarithmic scale ends. */
    static int lastDecade(Panel panel) {
        double most = values(panel.scenarios()).max().orElse(1);
        return Math.max((int) Math.ceil(Math.log10(Math.max(most, Double.MIN_NORMAL))), firstDecade(panel) + 1);
    }

    /** Returns the length for a value in one of the scenarios of a panel. */
    double length(double value, Panel.Scenario scenario, Panel panel) {
        if (!Double.isFinite(value) || value <= 0) {
            return 0;
        }
        return switch (this) {
            case SHARED -> value / values(panel.scenarios()).max().orElse(value);
            case EACH -> value / values(List.of(scenario)).max().orElse(value);
            case LOGARITHMIC ->
                Math.max(0, (Math.log10(value) - firstDecade(panel)) / (lastDecade(panel) - firstDecade(panel)));
        };
    }

    private static DoubleStream values(List<Panel.Scenario> scenarios) {
        return scenarios.stream()
                .flatMap(scenario -> scenario.measurements().stream())
                .flatMap(measurement -> measurement.rounds().stream())
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite);
    }
}
