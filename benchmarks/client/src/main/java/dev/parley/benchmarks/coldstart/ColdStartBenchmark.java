package dev.parley.benchmarks.coldstart;

import dev.parley.benchmarks.coldstart.Rounds.Scenario;
import dev.parley.benchmarks.report.Goal;
import dev.parley.benchmarks.report.Goal.Bound;
import dev.parley.benchmarks.report.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Measures the start of whole processes on the JDK that runs it and on a JDK 25, if there is one. */
public final class ColdStartBenchmark {
    private static final int FULL_ROUNDS = 9;
    private static final int FEWEST_ROUNDS = 3;
    private static final Duration FULL_BUDGET = Duration.ofMinutes(2);

    private final boolean quick;
    private final Path results;
    private final Path work;

    private ColdStartBenchmark(boolean quick, Path results, Path work) {
        this.quick = quick;
        this.results = results;
        this.work = work;
    }

    /** Takes {@code --quick} or {@code --full}, the folder for results, and {@code --jdk25} with its home if there is one. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String named = arguments.length > 3 && arguments[2].equals("--jdk25") ? arguments[3] : null;
        Path work = Files.createTempDirectory("cold-start");
        try {
            new ColdStartBenchmark(arguments[0].equals("--quick"), Path.of(arguments[1]), work).run(Jdk.newer(named));
        } finally {
            try (var files = Files.list(work)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(work);
        }
    }

    private void run(@Nullable Jdk newer) throws IOException, InterruptedException {
        Jars jars = new Jars(work);
        Map<Contestant, String> classPaths = new EnumMap<>(Contestant.class);
        for (Contestant contestant : Contestant.values()) {
            classPaths.put(contestant, jars.classPath(contestant));
        }
        String official = official(jars);
        try (Loopback server = Loopback.start(work)) {
            measure(Jdk.running(), "cold-start", server, classPaths, official);
            if (newer != null && newer.version() != Jdk.running().version()) {
                measure(newer, "cold-start-25", server, classPaths, official);
            }
        }
    }

    private void measure(Jdk jdk, String name, Loopback server, Map<Contestant, String> classPaths, String official)
            throws IOException, InterruptedException {
        Rounds rounds = new Rounds(jdk, server, work, classPaths);
        List<Scenario> scenarios = scenarios(jdk);
        for (Scenario scenario : scenarios) {
            rounds.write(scenario);
        }
        long end = System.nanoTime() + FULL_BUDGET.toNanos();
        int most = quick ? 1 : FULL_ROUNDS;
        int done = 0;
        while (done < most && (done < FEWEST_ROUNDS || System.nanoTime() < end)) {
            for (Scenario scenario : scenarios) {
                rounds.measure(scenario);
            }
            done++;
        }
        for (Scenario scenario : scenarios) {
            if (scenario.archive() == Archive.NONE) {
                rounds.count(scenario);
            }
        }
        new Result(
                        name,
                        "Cold start, JDK " + jdk.version(),
                        jdk.name(),
                        method(done),
                        rounds.measurements(),
                        goals(scenarios),
                        notes(official))
                .write(results);
    }

    /** In quick mode what stands for the rest: plain HTTP, on the JDK that runs this also from an archive. */
    private List<Scenario> scenarios(Jdk jdk) {
        List<Scenario> scenarios = new ArrayList<>();
        for (boolean secure : new boolean[] {false, true}) {
            for (Archive archive : Archive.values()) {
                boolean isOfQuick = !secure
                        && (archive == Archive.NONE
                                || jdk.version() == Jdk.running().version());
                if (archive.isIn(jdk.version()) && (!quick || isOfQuick)) {
                    scenarios.add(new Scenario(false, secure, archive));
                }
            }
        }
        if (!quick) {
            scenarios.add(new Scenario(true, false, Archive.NONE));
        }
        return scenarios;
    }

    private static List<Goal> goals(List<Scenario> scenarios) {
        List<Goal> goals = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            if (scenario.builds() || scenario.secure()) {
                continue;
            }
            goals.add(atMost(scenario, Contestant.PARLEY_NET, Contestant.BARE_NET, "ms", 1.15));
            goals.add(atMost(scenario, Contestant.PARLEY_URL, Contestant.BARE_URL, "ms", 1.15));
            goals.add(atMost(scenario, Contestant.PARLEY_NET, Contestant.OPENAI_JAVA, "ms", 0.25)
                    .over(Contestant.BARE_NET.label()));
            goals.add(atMost(scenario, Contestant.PARLEY_URL, Contestant.OPENAI_JAVA, "ms", 0.10)
                    .over(Contestant.BARE_URL.label()));
            if (scenario.archive() == Archive.NONE) {
                goals.add(atMost(scenario, Contestant.PARLEY_NET, Contestant.BARE_NET, "classes", 1.10));
                goals.add(atMost(scenario, Contestant.PARLEY_URL, Contestant.BARE_URL, "classes", 1.10));
            }
        }
        return goals;
    }

    private static Goal atMost(Scenario scenario, Contestant contestant, Contestant peer, String unit, double limit) {
        return new Goal(scenario.label(), contestant.label(), peer.label(), unit, Bound.AT_MOST, limit);
    }

    private static String method(int rounds) {
        return "Whole processes, " + rounds + " rounds in which all programs run in turn, each with the jars that it"
                + " needs and the default options of the JVM. The time runs in the parent, from before the process is"
                + " started until it has read the line by which the child says that the page of 100 items is decoded;"
                + " the child then waits, so that the parent can read its processor time and its peak of resident"
                + " memory. The server is a process of its own on loopback, HTTP/1.1, the certificate self-signed and"
                + " trusted by system properties. Classes are counted in a run apart, with -Xlog:class+load, to the end of"
                + " the process. An archive is written by a run of the same program.";
    }

    private static List<String> notes(String official) {
        return List.of(
                official,
                "Parley over HttpURLConnection is `UrlConnectionTransport`; to http addresses it speaks over a socket"
                        + " of its own, see ADR 42, so that its figures over http are not those of HttpURLConnection.",
                "To http addresses, Parley gives java.net.http a context without TLS, which the bare program, as most"
                        + " programs, does not: that is most of what Parley is ahead. A bare program that does the same"
                        + " took 0.55 of the processor time of this one on JDK 17, and 0.48 on 25. To https addresses"
                        + " both set TLS up.",
                "The time behind the page is waiting, as a rule: a JVM that ends gives threads that are in system calls"
                        + " up to 300 ms, and the selector of java.net.http is in one.");
    }

    private static String official(Jars jars) throws IOException {
        List<String> names = new ArrayList<>();
        for (Path jar : jars.libraries(Contestant.OPENAI_JAVA)) {
            names.add(jar.getFileName().toString());
        }
        return "openai-java has " + names.size() + " jars on its class path, among them "
                + String.join(
                        ", ",
                        names.stream()
                                .filter(name -> name.startsWith("jackson-"))
                                .toList())
                + ".";
    }
}
