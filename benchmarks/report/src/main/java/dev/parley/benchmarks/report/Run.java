package dev.parley.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * When, how and where some of the results came to be. The runs behind a folder of results are kept in its
 * {@code machine.json}, since one benchmark alone may be measured anew.
 *
 * @param date the day, in UTC
 * @param mode {@code full} or {@code quick}
 * @param machine where
 * @param results the names of the results that it measured
 * @param failed the names of the benchmarks that failed
 */
record Run(String date, String mode, Machine machine, List<String> results, List<String> failed) {

    /** The file in a folder of results. */
    static final String FILE = "machine.json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    Run {
        results = List.copyOf(new TreeSet<>(results));
        failed = List.copyOf(new TreeSet<>(failed));
    }

    /**
     * Adds a run on this machine to those of a folder. Takes the folder, the mode, and what ran: {@code codec:failed},
     * or {@code codec:} and the names of the results with commas between them.
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Set<String> ran = new TreeSet<>();
        Set<String> results = new TreeSet<>();
        Set<String> failed = new TreeSet<>();
        for (String argument : List.of(arguments).subList(2, arguments.length)) {
            String benchmark = argument.substring(0, argument.indexOf(':'));
            String outcome = argument.substring(argument.indexOf(':') + 1);
            ran.add(benchmark);
            if (outcome.equals("failed")) {
                failed.add(benchmark);
            } else {
                results.addAll(List.of(outcome.split(",")));
            }
        }
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        Run run = new Run(today, arguments[1], Machine.ofThisProcess(), List.copyOf(results), List.copyOf(failed));
        write(folder, merged(read(folder), run, ran));
    }

    /** What an older run measured or failed at counts no longer if a newer one did it again. */
    static List<Run> merged(List<Run> older, Run newest, Set<String> ran) {
        List<Run> runs = new ArrayList<>();
        Run all = newest;
        for (Run run : older) {
            List<String> kept = run.results.stream()
                    .filter(name -> !newest.results.contains(name))
                    .toList();
            List<String> failed =
                    run.failed.stream().filter(name -> !ran.contains(name)).toList();
            boolean alike =
                    run.date.equals(newest.date) && run.mode.equals(newest.mode) && run.machine.equals(newest.machine);
            if (alike) {
                all = new Run(all.date, all.mode, all.machine, joined(kept, all.results), joined(failed, all.failed));
            } else if (!kept.isEmpty() || !failed.isEmpty()) {
                runs.add(new Run(run.date, run.mode, run.machine, kept, failed));
            }
        }
        runs.add(all);
        return runs;
    }

    private static List<String> joined(List<String> some, List<String> more) {
        List<String> joined = new ArrayList<>(some);
        joined.addAll(more);
        return joined;
    }

    /**
     * Reads the runs behind the results of a folder; none if there is no record of them.
     *
     * @throws IOException if the file cannot be read, or holds something else
     */
    static List<Run> read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return List.of(JSON.readValue(Files.readString(file), Run[].class));
        } catch (JacksonException e) {
            throw new IOException(file + " is no record of runs: " + e.getOriginalMessage(), e);
        }
    }

    /** Writes the runs behind the results of a folder. */
    static void write(Path folder, List<Run> runs) throws IOException {
        Files.writeString(
                folder.resolve(FILE), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(runs) + "\n");
    }

    /** Says when and where, in one line. */
    String said() {
        return date + ", `benchmarks/run --" + mode + "`, on " + Escape.markdown(machine.said());
    }
}
