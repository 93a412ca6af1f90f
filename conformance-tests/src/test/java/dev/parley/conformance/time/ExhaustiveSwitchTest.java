package dev.parley.conformance.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.conformance.ItemFixture;
import dev.parley.conformance.ItemTypes;
import dev.parley.conformance.Shared;
import dev.parley.conformance.report.Check;
import dev.parley.conformance.report.Evidence;
import dev.parley.conformance.report.Shows;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A switch over the items of a conversation compiles without a default on a JDK that has patterns, and only whole. */
class ExhaustiveSwitchTest {

    private static final Path SOURCE =
            Shared.project().resolve("conformance-tests/src/test/java21/dev/parley/conformance/time/EveryItem.java");
    private static final String UNKNOWN = "ConversationItem.Unknown";
    private static final Pattern CASE = Pattern.compile("\\n +case ([\\w.]+)[ (][^;]*;");
    private static final Pattern ERROR = Pattern.compile("EveryItemWithout(\\w+)\\.java:\\d+: error: (.*)");
    private static final Optional<Jdks.Jdk> JDK = Jdks.find(version -> version >= Jdks.PATTERNS);

    @TempDir
    private static Path folder;

    private static Run whole = new Run(-1, "");
    private static Run lacking = new Run(-1, "");

    /** How a program ended and what it said. */
    private record Run(int status, String said) {}

    /** One run of the compiler for the whole switch, and one for all those that lack a case. */
    @BeforeAll
    static void compile() throws Exception {
        if (JDK.isEmpty()) {
            System.out.println("SKIPPED: there is no JDK 21 or later here, so no switch over sealed types is compiled;"
                    + " name one with -Dparley.jdk=/path/to/jdk");
            return;
        }
        Files.createDirectory(classes());
        whole = javac(List.of(SOURCE.toString()), "-Werror");
        String source = Files.readString(SOURCE);
        List<String> files = new ArrayList<>();
        for (Matcher each = CASE.matcher(source); each.find(); ) {
            String name = "EveryItemWithout" + simple(each.group(1));
            Path file = folder.resolve(name + ".java");
            Files.writeString(
                    file,
                    (source.substring(0, each.start()) + source.substring(each.end())).replace("EveryItem", name));
            files.add(file.toString());
        }
        lacking = javac(files, "-XDshould-stop.ifError=FLOW");
    }

    static Stream<String> types() {
        return ItemTypes.BY_WIRE_VALUE.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("types")
    void switch_caseOfATypeMissing_doesNotCompile(String type) throws Throwable {
        String record = ItemTypes.BY_WIRE_VALUE.get(type).getSimpleName();

        Evidence.show(type, Check.ITEM_SWITCH, "no case for " + record, () -> {
            assumeJdk();
            assertThat(errors(record))
                    .containsExactly("the switch expression does not cover all possible input values");
        });
    }

    @Test
    @Shows(row = "unknown", check = Check.ITEM_SWITCH)
    void switch_caseOfUnknownMissing_doesNotCompile() {
        assumeJdk();
        assertThat(errors(simple(UNKNOWN)))
                .containsExactly("the switch expression does not cover all possible input values");
    }

    @Test
    void switch_everyCase_compilesWithoutAWarning() {
        assumeJdk();
        assertThat(whole).isEqualTo(new Run(0, ""));
    }

    @Test
    void cases_takenTogether_areTheTypesAndUnknown() throws IOException {
        TreeSet<String> expected = new TreeSet<>(List.of(UNKNOWN));
        ItemTypes.BY_WIRE_VALUE.values().forEach(type -> expected.add(type.getSimpleName()));

        assertThat(CASE.matcher(Files.readString(SOURCE)).results().map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void switch_pageOfAllItems_runsOnThatJdk() throws Exception {
        assumeJdk();
        List<ItemFixture> fixtures = ItemFixture.all().toList();
        Path page = Files.writeString(
                folder.resolve("page.json"), Pages.of(fixtures).toJson());

        Run run = run("java", List.of("-cp", classPath(), "dev.parley.conformance.time.EveryItem", page.toString()));

        assertThat(run.status()).as(run.said()).isZero();
        assertThat(run.said().lines()).hasSameSizeAs(fixtures).noneMatch(line -> line.startsWith("not known"));
    }

    private static void assumeJdk() {
        assumeTrue(JDK.isPresent(), "there is no JDK 21 or later");
    }

    private static List<String> errors(String lackingCase) {
        return ERROR.matcher(lacking.said())
                .results()
                .filter(error -> error.group(1).equals(lackingCase))
                .map(error -> error.group(2))
                .toList();
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static Run javac(List<String> files, String option) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("-J-Duser.language=en", "-J-Xshare:auto", "--release", "21"));
        arguments.addAll(List.of("-Xlint:all", "-proc:none", "-Xmaxerrs", "1000", option));
        arguments.addAll(List.of("-cp", classPath(), "-d", classes().toString()));
        arguments.addAll(files);
        return run("javac", arguments);
    }

    private static Run run(String program, List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(JDK.orElseThrow().program(program)));
        command.addAll(arguments);
        Path said = Files.createTempFile(folder, program, ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(program + " did not end");
        }
        return new Run(process.exitValue(), Files.readString(said));
    }

    private static String classPath() {
        return EditionCompiler.classPath() + File.pathSeparator + classes();
    }

    private static Path classes() {
        return folder.resolve("classes");
    }
}
