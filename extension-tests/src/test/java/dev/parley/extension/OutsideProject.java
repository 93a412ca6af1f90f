package dev.parley.extension;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Maven project outside of this build, run by the Maven that runs this build.
 *
 * <p>It resolves from two folders and from nothing else: our artifacts as this build has staged them, and whatever this
 * build has resolved before. What it resolves goes to a local repository of its own, so that nobody else's is changed.
 */
final class OutsideProject {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path STAGED = TARGET.resolve("staged");
    private static final Path LOCAL = TARGET.resolve("local-repository");
    private static final long MINUTES = 20;

    private final Path folder;
    private final Path settings;

    /** Takes the folder of the project; forgets artifacts of ours that a run before has resolved. */
    OutsideProject(Path folder) throws IOException {
        this.folder = folder;
        settings = Files.writeString(TARGET.resolve("outside-settings.xml"), settings());
        deleteAll(LOCAL.resolve("dev/parley"));
    }

    /**
     * Runs a command of the guide, {@code mvn} and what follows, and prints how long it took.
     *
     * @return what Maven printed
     */
    String run(String command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        assertThat(words.remove(0)).as(command).isEqualTo("mvn");
        List<String> line = new ArrayList<>(List.of(maven(), "-B", "-ntp", "-s", settings.toString()));
        line.addAll(words);
        Path log = TARGET.resolve("outside.log");
        ProcessBuilder maven = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        maven.environment().keySet().removeAll(List.of("MAVEN_OPTS", "MAVEN_ARGS", "MAVEN_PROJECTBASEDIR"));
        long started = System.nanoTime();
        Process process = maven.start();
        try {
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as(command).isTrue();
        } finally {
            process.destroyForcibly();
        }
        String output = Files.readString(log);
        assertThat(process.exitValue()).as("%s%n%s", command, output).isZero();
        System.out.printf(Locale.ROOT, "%s: %.1f seconds%n", command, (System.nanoTime() - started) / 1e9);
        return output;
    }

    private static String maven() {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return Path.of(System.getProperty("maven.home"), "bin", windows ? "mvn.cmd" : "mvn")
                .toString();
    }

    /** The second repository takes the place of Maven Central by taking its name. */
    private static String settings() {
        String repositories = repository("staged", STAGED, false)
                + repository("central", Path.of(System.getProperty("repository.local")), true);
        return "<settings><localRepository>" + LOCAL + "</localRepository><profiles><profile><id>outside</id>"
                + "<repositories>" + repositories + "</repositories><pluginRepositories>"
                + repositories.replace("repository>", "pluginRepository>")
                + "</pluginRepositories></profile></profiles>"
                + "<activeProfiles><activeProfile>outside</activeProfile></activeProfiles></settings>\n";
    }

    private static String repository(String id, Path folder, boolean releases) {
        String policy = "<enabled>%s</enabled><checksumPolicy>ignore</checksumPolicy>";
        return "<repository><id>" + id + "</id><url>" + folder.toUri() + "</url><releases>"
                + policy.formatted(releases) + "</releases><snapshots>" + policy.formatted(!releases)
                + "</snapshots></repository>";
    }

    private static void deleteAll(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> entries = Files.walk(folder)) {
                for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(entry);
                }
            }
        }
    }
}
