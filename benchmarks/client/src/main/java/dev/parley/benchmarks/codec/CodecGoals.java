package dev.parley.benchmarks.codec;

import dev.parley.benchmarks.codec.Plan.Scenario;
import dev.parley.benchmarks.codec.pages.Pages;
import dev.parley.benchmarks.report.Goal;
import dev.parley.benchmarks.report.Goal.Bound;
import java.util.ArrayList;
import java.util.List;

/** What is asked of the figures. */
final class CodecGoals {
    /** Stands for the bytes that come out: what cannot but be allocated. */
    static final String OUTPUT = "output";

    /** How often the time of a round trip with unknown members and nulls may be that without. */
    static final double ROUND_TRIP = 1.5;

    private CodecGoals() {}

    static List<Goal> decoding(Plan plan) {
        List<Goal> goals = new ArrayList<>();
        for (Scenario scenario : plan.decoding()) {
            goals.add(atMost(scenario, Contestants.STRING_SCAN, Figures.TIME, limit(scenario.page())));
        }
        Scenario mixed = plan.decoding().get(0);
        goals.add(new Goal(mixed.name(), Contestants.OFFICIAL, Contestants.PARLEY, Figures.TIME, Bound.AT_LEAST, 10));
        goals.add(atMost(mixed, Contestants.STRING_SCAN, Figures.ALLOCATION, 1.4));
        return goals;
    }

    static List<Goal> encoding(Plan plan) {
        List<Goal> goals = new ArrayList<>();
        for (Scenario scenario : plan.encoding()) {
            goals.add(atMost(scenario, Contestants.COPY, Figures.TIME, 1.5));
            goals.add(atMost(scenario, OUTPUT, Figures.ALLOCATION, 1.2));
        }
        return goals;
    }

    private static double limit(String page) {
        return switch (page) {
            case Pages.TAG_FIRST, Pages.TAG_SECOND -> 1.3;
            case Pages.TAG_LAST -> 2;
            default -> 1.5;
        };
    }

    private static Goal atMost(Scenario scenario, String peer, String unit, double limit) {
        return new Goal(scenario.name(), Contestants.PARLEY, peer, unit, Bound.AT_MOST, limit);
    }
}
