package dev.parley.benchmarks.codec;

import dev.parley.benchmarks.codec.pages.Pages;
import java.util.ArrayList;
import java.util.List;

/**
 * What is measured: in full within 12 minutes, quickly within half a minute.
 *
 * @param decoding scenarios of reading
 * @param encoding scenarios of writing
 * @param roundTrips how many rounds both are made in one
 * @param share of the time of a full run that each JVM warms up and measures
 */
record Plan(List<Scenario> decoding, List<Scenario> encoding, int roundTrips, double share) {
    /** Where no tag is looked for, its place says nothing. */
    static final String MIXED = "mixed page";

    /** The pages beside the mixed one. */
    private static final List<String> OTHERS =
            List.of(Pages.MESSAGES, Pages.TOOL_CALLS, Pages.IMAGE, Pages.DEEP, Pages.UNKNOWN_MEMBERS, Pages.NULLS);

    private static final List<String> PAIR = List.of(Contestants.PARLEY, Contestants.STRING_SCAN);
    private static final List<String> WRITING_PAIR = List.of(Contestants.PARLEY, Contestants.COPY);

    /**
     * One line of a chart.
     *
     * @param name of the measurements
     * @param page a constant of {@link Pages}
     * @param contestants who takes part, ours first
     * @param rounds how many forks each of them gets
     */
    record Scenario(String name, String page, List<String> contestants, int rounds) {}

    static Plan full() {
        List<Scenario> decoding = new ArrayList<>();
        decoding.add(scenario(Pages.TAG_FIRST, Contestants.READERS, 3));
        decoding.add(scenario(Pages.TAG_SECOND, PAIR, 3));
        decoding.add(scenario(
                Pages.TAG_LAST,
                List.of(
                        Contestants.PARLEY,
                        Contestants.STRING_SCAN,
                        Contestants.RECORDS,
                        Contestants.AVAJE,
                        Contestants.OFFICIAL),
                3));
        List<Scenario> encoding = new ArrayList<>();
        encoding.add(new Scenario(MIXED, Pages.TAG_FIRST, Contestants.WRITERS, 3));
        for (String page : OTHERS) {
            decoding.add(scenario(page, PAIR, 3));
            encoding.add(scenario(page, WRITING_PAIR, 3));
        }
        return new Plan(decoding, encoding, 3, 1);
    }

    static Plan quick() {
        return new Plan(
                List.of(
                        scenario(
                                Pages.TAG_FIRST,
                                List.of(
                                        Contestants.PARLEY,
                                        Contestants.STRING_SCAN,
                                        Contestants.AVAJE,
                                        Contestants.OFFICIAL),
                                1),
                        scenario(Pages.TAG_LAST, PAIR, 1),
                        scenario(Pages.UNKNOWN_MEMBERS, PAIR, 1)),
                List.of(
                        new Scenario(MIXED, Pages.TAG_FIRST, WRITING_PAIR, 1),
                        scenario(Pages.UNKNOWN_MEMBERS, WRITING_PAIR, 1)),
                1,
                0.35);
    }

    private static Scenario scenario(String page, List<String> contestants, int rounds) {
        return new Scenario(page, page, contestants, rounds);
    }
}
