package dev.parley.benchmarks.coldstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A JDK.
 *
 * @param version its feature release, 17 and so on
 * @param name its vendor and version
 */
record Jdk(Path home, int version, String name) {

    /** Returns the one that runs this. */
    static Jdk running() {
        return new Jdk(
                Path.of(System.getProperty("java.home")),
                Runtime.version().feature(),
                System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version"));
    }

    /**
     * Finds a JDK 25: what is named, else that of {@code JAVA25_HOME} or {@code JAVA_HOME_25}, else one below
     * {@code /usr/lib/jvm}; null if there is none.
     *
     * @param named its home, or null
     */
    static @Nullable Jdk newer(@Nullable String named) throws IOException {
        List<Path> homes = new ArrayList<>();
        for (String home : new String[] {named, System.getenv("JAVA25_HOME"), System.getenv("JAVA_HOME_25")}) {
            if (home != null && !home.isBlank()) {
                homes.add(Path.of(home));
            }
        }
        Path packages = Path.of("/usr/lib/jvm");
        if (named == null && Files.isDirectory(packages)) {
            try (Stream<Path> folders = Files.list(packages)) {
                folders.sorted().forEach(homes::add);
            }
        }
        for (Path home : homes) {
            Jdk jdk = read(home);
            if (jdk != null && jdk.version == 25) {
                return jdk;
            }
        }
        return null;
    }

    private static @Nullable Jdk read(Path home) throws IOException {
        Path release = home.resolve("release");
        if (!Files.isReadable(release) || !Files.isExecutable(home.resolve("bin/java"))) {
            return null;
        }
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(release)) {
            properties.load(in);
        }
        String version = property(properties, "JAVA_VERSION");
        String feature = version.split("[.+-]", 2)[0];
        if (!feature.matches("\\d+")) {
            return null;
        }
        return new Jdk(
                home,
                Integer.parseInt(feature),
                property(properties, "IMPLEMENTOR") + " " + property(properties, "JAVA_RUNTIME_VERSION"));
    }

    private static String property(Properties properties, String name) {
        return properties.getProperty(name, "").replace("\"", "");
    }

    /** Returns the path of one of its programs. */
    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }
}
