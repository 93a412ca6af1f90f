package dev.parley.conformance.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conformance.ClassPath;
import dev.parley.conformance.LoopbackServer;
import dev.parley.openai.OpenAiClient;
import dev.parley.runtime.http.HttpTransport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.json.JsonFactory;

/** How many classes a process loads for its first page, in a JVM of its own without any archive but the JDK's. */
class LoadedClassesTest {

    /** The best figures so far; more than a tenth above them is a step back. */
    private static final int BEST_OVER_JAVA_NET_HTTP = 140;

    private static final int BEST_OVER_URL_CONNECTION = 141;

    private static final double MOST_OF_BEST = 1.10;

    /** All classes beside those of a bare client of {@code java.net.http}, which sets TLS up in any case: 0.77 on 25. */
    private static final double MOST_OF_JAVA_NET_HTTP = 0.85;

    /** All classes beside those of a bare {@code HttpURLConnection}: 1.04. */
    private static final double MOST_OF_URL_CONNECTION = 1.10;

    private static final String ITEM = "{\"id\":\"msg_1\",\"type\":\"message\",\"status\":\"completed\","
            + "\"role\":\"assistant\",\"content\":[{\"type\":\"output_text\",\"text\":\"Hello\",\"annotations\":[],"
            + "\"logprobs\":[]}]}";
    private static final String PAGE = "{\"object\":\"list\",\"data\":[" + ITEM
            + "],\"first_id\":\"msg_1\",\"last_id\":\"msg_1\",\"has_more\":false}";

    private static final Map<Class<?>, List<String>> LOADED = new LinkedHashMap<>();

    @BeforeAll
    static void fetch(@TempDir Path folder) throws IOException, InterruptedException {
        Map<Class<?>, Process> processes = new LinkedHashMap<>();
        try (LoopbackServer server = LoopbackServer.answering(200, PAGE)) {
            for (Class<?> program : List.of(
                    FirstPage.OverJavaNetHttp.class,
                    FirstPage.OverUrlConnection.class,
                    FirstPage.BareJavaNetHttp.class,
                    FirstPage.BareUrlConnection.class)) {
                processes.put(program, start(program, server.baseUrl(), folder));
            }
            for (Map.Entry<Class<?>, Process> started : processes.entrySet()) {
                Process process = started.getValue();
                String said = new String(process.getInputStream().readAllBytes());
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(process.exitValue()).as(said).isZero();
                LOADED.put(started.getKey(), loaded(log(started.getKey(), folder)));
            }
        }
    }

    private static Process start(Class<?> program, String url, Path folder) throws IOException {
        String classPath = ClassPath.of(FirstPage.class, OpenAiClient.class, HttpTransport.class, JsonFactory.class);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + log(program, folder).getFileName(),
                        "-cp",
                        classPath,
                        program.getName(),
                        url)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }

    private static Path log(Class<?> program, Path folder) {
        return folder.resolve(program.getSimpleName() + ".log");
    }

    /** Lines such as {@code [0.012s][info][class,load] java.lang.Object source: shared objects file}. */
    private static List<String> loaded(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(" source: "))
                    .map(line -> line.substring(
                                    line.lastIndexOf(']', line.indexOf(" source: ")) + 1, line.indexOf(" source: "))
                            .strip())
                    .toList();
        }
    }

    /** Ours, without what the JVM makes of lambdas. */
    private static List<String> ours(Class<?> program) {
        return LOADED.get(program).stream()
                .filter(name -> name.startsWith("dev.parley.") && !name.contains("$$Lambda"))
                .filter(name -> !name.startsWith(FirstPage.class.getName()))
                .toList();
    }

    private static void assertNearBest(Class<?> program, int best) {
        assertThat(ours(program))
                .as("classes of ours that %s loads; the fewest were %s", program.getSimpleName(), best)
                .hasSizeLessThanOrEqualTo((int) (best * MOST_OF_BEST));
    }

    private static void assertNearBare(Class<?> program, Class<?> bare, double most) {
        int all = LOADED.get(program).size();
        int least = LOADED.get(bare).size();
        assertThat((double) all / least)
                .as("%s classes beside %s of the bare transport; beyond it: %s", all, least, beyond(program, bare))
                .isLessThanOrEqualTo(most);
    }

    /** What one program loads and the other does not, by package. */
    private static Map<String, Integer> beyond(Class<?> program, Class<?> bare) {
        Map<String, Integer> packages = new TreeMap<>();
        for (String name : LOADED.get(program)) {
            if (!LOADED.get(bare).contains(name) && name.contains(".")) {
                packages.merge(name.substring(0, name.lastIndexOf('.')), 1, Integer::sum);
            }
        }
        return packages;
    }

    @Test
    void classesOfOurs_firstPageOverJavaNetHttp_areNearTheFewest() {
        assertNearBest(FirstPage.OverJavaNetHttp.class, BEST_OVER_JAVA_NET_HTTP);
    }

    @Test
    void classesOfOurs_firstPageOverUrlConnection_areNearTheFewest() {
        assertNearBest(FirstPage.OverUrlConnection.class, BEST_OVER_URL_CONNECTION);
    }

    @Test
    void allClasses_firstPageOverJavaNetHttp_areNearThoseOfTheBareTransport() {
        assertNearBare(FirstPage.OverJavaNetHttp.class, FirstPage.BareJavaNetHttp.class, MOST_OF_JAVA_NET_HTTP);
    }

    @Test
    void allClasses_firstPageOverUrlConnection_areNearThoseOfTheBareTransport() {
        assertNearBare(FirstPage.OverUrlConnection.class, FirstPage.BareUrlConnection.class, MOST_OF_URL_CONNECTION);
    }

    /** Each of these brings dozens of classes with it, and a process that makes one call has no use for any. */
    @Test
    void classesOfOthers_firstPageOverUrlConnection_areNeitherThoseOfTlsNorOfJavaNetHttpNorOfPatterns() {
        assertThat(LOADED.get(FirstPage.OverUrlConnection.class))
                .noneMatch(name -> name.startsWith("javax.net.ssl.SSL"))
                .noneMatch(name -> name.startsWith("java.net.http."))
                .noneMatch(name -> name.startsWith("java.util.regex."))
                .noneMatch(name -> name.startsWith("java.util.stream."));
    }
}
