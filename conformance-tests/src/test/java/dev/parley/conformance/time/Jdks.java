package dev.parley.conformance.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the JDKs of this machine. The running one is the first; then what system properties and environment variables
 * name, what Maven's toolchains list, and the places where people and package managers put JDKs.
 *
 * <p>As a program it is told where the build goes on: which second JDK the suite is to run on.
 */
public final class Jdks {

    static final int PATTERNS = 21;

    private static final int OLD = 17;
    private static final int NEW = 25;
    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");
    private static final Pattern TOOLCHAIN = Pattern.compile("<jdkHome>\\s*([^<]+?)\\s*</jdkHome>");
    private static final List<String> PROPERTIES = List.of("parley.jdk", "jdk25");
    private static final List<String> VARIABLES = List.of(
            "JAVA_HOME_25",
            "JAVA_HOME_25_X64",
            "JAVA_HOME_21",
            "JAVA_HOME_21_X64",
            "JAVA_HOME_17",
            "JAVA_HOME_17_X64",
            "JDK_HOME",
            "JAVA_HOME");

    /**
     * One of them.
     *
     * @param home its folder
     * @param version its feature release, 17 and so on
     */
    record Jdk(Path home, int version) {

        /** A program of it, such as {@code javac}. */
        String program(String name) {
            Path program = home.resolve("bin").resolve(name);
            return Files.exists(program) ? program.toString() : program + ".exe";
        }
    }

    private Jdks() {}

    /** The first one with such a version. */
    static Optional<Jdk> find(IntPredicate version) {
        return homes().map(Jdks::read)
                .flatMap(Optional::stream)
                .filter(jdk -> version.test(jdk.version()))
                .findFirst();
    }

    /**
     * Writes into a file what Maven needs of the other JDK that the suite runs on: 25, or 17 if this is 21 or later.
     *
     * @param arguments the file
     * @throws IOException if it cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        int running = Runtime.version().feature();
        int wanted = running < PATTERNS ? NEW : OLD;
        String named = System.getProperty("jdk" + wanted);
        Optional<Jdk> found = isGiven(named)
                ? read(Path.of(named)).filter(jdk -> jdk.version() == wanted)
                : find(version -> version == wanted);
        List<String> lines = new ArrayList<>();
        lines.add("otherJdk.version=" + wanted);
        lines.add("otherJdk.skip=" + found.isEmpty());
        found.ifPresent(jdk -> lines.add("otherJdk.jvm=" + jdk.program("java").replace("\\", "\\\\")));
        Files.write(Path.of(arguments[0]), lines);
        System.out.println(
                found.isPresent()
                        ? "[INFO] The suite runs on JDK " + running + ", then on JDK " + wanted + ": "
                                + found.get().home()
                        : "[WARNING] SKIPPED: the suite runs on JDK " + running + " only, there is no JDK " + wanted
                                + " in " + (isGiven(named) ? named : "the usual places") + "; name one with -Djdk"
                                + wanted
                                + "=/path/to/jdk");
    }

    private static Stream<Path> homes() {
        Path user = Path.of(System.getProperty("user.home"));
        return Stream.of(
                        PROPERTIES.stream()
                                .map(System::getProperty)
                                .filter(Jdks::isGiven)
                                .map(Path::of),
                        Stream.of(Path.of(System.getProperty("java.home"))),
                        VARIABLES.stream()
                                .map(System::getenv)
                                .filter(Jdks::isGiven)
                                .map(Path::of),
                        toolchains(user.resolve(".m2/toolchains.xml")),
                        folders(Path.of("/usr/lib/jvm")),
                        folders(user.resolve(".sdkman/candidates/java")),
                        folders(user.resolve(".jdks")),
                        folders(Path.of("/Library/Java/JavaVirtualMachines"))
                                .map(each -> each.resolve("Contents/Home")),
                        folders(Path.of("C:/Program Files/Java")),
                        folders(Path.of("C:/Program Files/Eclipse Adoptium")))
                .flatMap(places -> places);
    }

    private static boolean isGiven(@Nullable String value) {
        return value != null && !value.isBlank();
    }

    private static Stream<Path> folders(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.sorted().toList().stream();
        } catch (IOException e) {
            return Stream.of(); // nobody keeps JDKs there
        }
    }

    private static Stream<Path> toolchains(Path file) {
        try {
            return TOOLCHAIN.matcher(Files.readString(file)).results().map(match -> Path.of(match.group(1)));
        } catch (IOException e) {
            return Stream.of(); // there are none
        }
    }

    private static Optional<Jdk> read(Path home) {
        try {
            Matcher version = VERSION.matcher(Files.readString(home.resolve("release")));
            Jdk jdk = new Jdk(home, version.find() ? Integer.parseInt(version.group(1)) : 0);
            return Files.isExecutable(Path.of(jdk.program("javac"))) ? Optional.of(jdk) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // no JDK
        }
    }
}
