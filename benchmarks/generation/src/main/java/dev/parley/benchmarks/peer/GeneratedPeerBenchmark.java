package dev.parley.benchmarks.peer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.benchmarks.report.Measurement;
import dev.parley.benchmarks.report.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.openapitools.codegen.DefaultGenerator;

/**
 * Measures how a client that OpenAPI Generator makes of the same document reads a page: result
 * {@code openapi-generator-client}. Runs in the root of the project.
 */
public final class GeneratedPeerBenchmark {

    private static final Path DOCUMENT = Path.of("spec/openapi.yaml");
    private static final List<String> LIBRARIES = List.of("native", "okhttp-gson");
    private static final double MICRO = 1000;

    private final boolean quick;
    private final Path work;
    private final List<String> notes = new ArrayList<>();

    private GeneratedPeerBenchmark(boolean quick, Path work) {
        this.quick = quick;
        this.work = work;
    }

    /** Takes {@code --quick} or {@code --full}, and the folder for the results. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ReflectiveOperationException {
        if (arguments.length != 2 || !List.of("--quick", "--full").contains(arguments[0])) {
            throw new IllegalArgumentException("--quick or --full, and a folder for the results, are needed");
        }
        Path work = Files.createTempDirectory("parley-peer");
        try {
            new GeneratedPeerBenchmark(arguments[0].equals("--quick"), work)
                    .run()
                    .write(Path.of(arguments[1]));
        } finally {
            try (Stream<Path> files = Files.walk(work)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> file.delete());
            }
        }
    }

    private Result run() throws IOException, InterruptedException, ReflectiveOperationException {
        notes.add("The generated clients are made of a document that has the conversations alone, a `mapping` in every"
                + " discriminator, no `default` beside a choice, and no answers that are errors.");
        Path document = work.resolve("document.json");
        PeerDocument.write(DOCUMENT, document);
        List<PeerClient> clients = new ArrayList<>();
        for (String library : quick ? LIBRARIES.subList(0, 1) : LIBRARIES) {
            if (!quick) {
                PeerClient plain = PeerClient.make(library, DOCUMENT, work.resolve("plain"), false);
                notes.add("*" + name(library) + "*, made of the document as it is, " + said(plain) + ".");
            }
            PeerClient client = PeerClient.make(library, document, work, true);
            notes.add("*" + name(library) + "* " + said(client) + ".");
            if (client.errors() == 0) {
                clients.add(client);
            }
        }
        List<ObjectNode> items = readByAll(clients);
        int rounds = quick ? 5 : 9;
        int millis = quick ? 150 : 500;
        int warmUp = quick ? 1200 : 8000;
        List<Measurement> measurements =
                measure(clients, PeerPage.of(items, PeerPage.ITEMS), types(items), warmUp, rounds, millis);
        String method = String.format(
                Locale.ROOT,
                "One JVM (-Xms1g -Xmx1g -XX:+UseSerialGC) in which all contestants read the same array of bytes: each"
                        + " warmed up for %d ms, then %d rounds of %d ms in turn. Allocation is that of the thread, of one"
                        + " page after the last round. The generated clients read as their own calls do, okhttp-gson from a"
                        + " string.",
                warmUp,
                rounds,
                millis);
        return new Result(
                "openapi-generator-client",
                "Reading a page with a client of OpenAPI Generator",
                Result.jvmOfThisProcess(),
                method,
                measurements,
                List.of(),
                notes);
    }

    private static long types(List<ObjectNode> items) {
        return items.stream().map(item -> item.get("type")).distinct().count();
    }

    private static String said(PeerClient client) {
        String edits = client.edits() == 0 ? "untouched" : "after " + client.edits() + " edits by script";
        return client.errors() == 0
                ? "compiles " + edits
                : "does not compile, " + edits + ": javac finds " + client.errors() + " errors";
    }

    /** Leaves out items that a client does not read, with a note. */
    private List<ObjectNode> readByAll(List<PeerClient> clients) throws IOException, ReflectiveOperationException {
        List<ObjectNode> items = new ArrayList<>(PeerPage.items());
        for (PeerClient client : clients) {
            PeerDecoding decoding = PeerDecoding.generated(client.library(), client.classes());
            for (ObjectNode item : PeerPage.items()) {
                try {
                    decoding.decode(PeerPage.of(List.of(item), 1));
                } catch (IOException | RuntimeException e) {
                    items.remove(item);
                    notes.add("The page has no item of type `"
                            + item.get("type").asText() + "`: *" + name(client.library()) + "* fails to read one.");
                }
            }
        }
        PeerDecoding.parley().decode(PeerPage.of(PeerPage.items(), PeerPage.ITEMS));
        return items;
    }

    private List<Measurement> measure(
            List<PeerClient> clients, byte[] bytes, long types, int warmUp, int rounds, int millis)
            throws IOException, InterruptedException {
        Path page = Files.write(work.resolve("page.json"), bytes);
        Path figures = work.resolve("figures.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms1g",
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                PeerFork.class.getName(),
                page.toString(),
                figures.toString(),
                String.valueOf(warmUp),
                String.valueOf(rounds),
                String.valueOf(millis)));
        for (PeerClient client : clients) {
            command.add(client.library());
            command.add(client.classes().toString());
        }
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IllegalStateException("the process that measures ended with " + code);
        }
        String scenario = String.format(
                Locale.ROOT, "page of %d items of %d types, %,d bytes", PeerPage.ITEMS, types, bytes.length);
        Map<String, List<String>> lines = new LinkedHashMap<>();
        for (String line : Files.readAllLines(figures)) {
            List<String> words = List.of(line.split(" "));
            lines.put(name(words.get(0)), words.subList(1, words.size()));
        }
        List<Measurement> measurements = new ArrayList<>();
        lines.forEach((name, words) -> measurements.add(new Measurement(
                scenario,
                name,
                "µs/op",
                words.subList(1, words.size()).stream()
                        .map(nanos -> Double.parseDouble(nanos) / MICRO)
                        .toList())));
        lines.forEach((name, words) ->
                measurements.add(new Measurement(scenario, name, "B/op", List.of(Double.parseDouble(words.get(0))))));
        return measurements;
    }

    private static String name(String contestant) {
        return switch (contestant) {
            case "parley" -> "Parley";
            case "scan" -> "jackson-core token scan";
            default -> "OpenAPI Generator" + version() + " java/" + contestant;
        };
    }

    /** The version as the name of the jar has it, for its manifest has none. */
    private static String version() {
        String jar = DefaultGenerator.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        String version = jar.replaceAll(".*openapi-generator-([\\d.]+)\\.jar", "$1");
        return version.equals(jar) ? "" : " " + version;
    }
}
