package dev.parley.generator;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What would make the output depend on where and when it is made does not stand in the generator. */
class DeterminismRulesTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.parley.generator");

    /** Owner, name and parameters, as {@link JavaCall} has them. */
    private static final Set<String> OF_THE_MACHINE = Set.of(
            "java.lang.String.toLowerCase()",
            "java.lang.String.toUpperCase()",
            "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
            "java.lang.String.formatted([Ljava.lang.Object;)",
            "java.lang.String.getBytes()",
            "java.lang.System.lineSeparator()",
            "java.nio.charset.Charset.defaultCharset()",
            "java.text.Collator.getInstance()",
            "java.time.ZoneId.systemDefault()",
            "java.util.Locale.getDefault()",
            "java.util.TimeZone.getDefault()",
            "java.net.InetAddress.getLocalHost()");

    private static final Set<String> OF_THE_MOMENT = Set.of(
            "java.lang.Math.random()",
            "java.lang.System.currentTimeMillis()",
            "java.lang.System.identityHashCode(java.lang.Object)",
            "java.time.Instant.now()",
            "java.time.LocalDate.now()",
            "java.time.LocalDateTime.now()",
            "java.time.OffsetDateTime.now()",
            "java.time.ZonedDateTime.now()",
            "java.util.Date.<init>()",
            "java.util.Random.<init>()",
            "java.util.UUID.randomUUID()");

    private static final Set<String> WITHOUT_ORDER = Set.of(
            "java.io.File.list()",
            "java.io.File.listFiles()",
            "java.util.Collection.parallelStream()",
            "java.util.stream.BaseStream.parallel()",
            "java.util.stream.Collectors.groupingBy(java.util.function.Function)",
            "java.util.stream.Collectors.groupingBy(java.util.function.Function, java.util.stream.Collector)",
            "java.util.stream.Collectors.toUnmodifiableMap(java.util.function.Function, java.util.function.Function)",
            "java.util.stream.Collectors.toUnmodifiableSet()");

    /** A field or variable that holds a collection without an order, or a record that makes one of its component. */
    private static final Pattern UNORDERED = Pattern.compile(
            "(\\w+)\\s*=\\s*(?:new Hash(?:Map|Set)<|new IdentityHashMap<|(?:Map|Set)\\.(?:of|copyOf|ofEntries)\\(|"
                    + "(?=[^;=]*(?:Collectors\\.toSet\\(\\)|Collectors\\.toMap\\([^;]*?::\\w+, [^;,]*?\\)\\))))");

    private static final String WALKED =
            "(?:\\.(?:forEach|entrySet|keySet|values|stream|iterator|toArray|toString)\\()";

    @Test
    void call_thatYieldsWhatTheMachineOrTheMomentSays_standsNowhere() {
        noClasses()
                .should()
                .callCodeUnitWhere(describe(
                        "depend on locale, zone, encoding, line separator, time, chance or the order of hashes",
                        DeterminismRulesTest::isForbidden))
                .because("the same document gives the same bytes: give Locale.ROOT, UTF_8, \\n and an order")
                .check(CLASSES);
    }

    private static boolean isForbidden(JavaCall<?> call) {
        String target = call.getTarget().getFullName().replace("[]", "");
        return Stream.of(OF_THE_MACHINE, OF_THE_MOMENT, WITHOUT_ORDER)
                .flatMap(Set::stream)
                .anyMatch(forbidden -> plain(forbidden).equals(plain(target)));
    }

    /** An array of objects is written in more than one way. */
    private static String plain(String target) {
        return target.replace("[Ljava.lang.Object;", "java.lang.Object").replace(" ", "");
    }

    @Test
    void folder_whoseFilesReachTheOutput_isSorted() throws IOException {
        Pattern listed = Pattern.compile("Files\\.(?:list|walk|find|newDirectoryStream)\\((?:[^;]*;){0,4}");
        List<String> unsorted = new ArrayList<>();
        for (Path file : sources()) {
            Matcher lists = listed.matcher(Files.readString(file));
            while (lists.find()) {
                if (!lists.group().matches("(?s).*(sorted\\(|TreeMap|isEmpty\\(\\)|files\\.put\\().*")) {
                    unsorted.add(file + ": " + lists.group().lines().findFirst().orElse(""));
                }
            }
        }

        assertThat(unsorted)
                .as("a file system lists a folder in an order of its own")
                .isEmpty();
    }

    @Test
    void collectionWithoutOrder_isAskedButNeverWalked() throws IOException {
        List<String> walked = new ArrayList<>();
        for (Path file : sources()) {
            String text = Files.readString(file);
            UNORDERED
                    .matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .distinct()
                    .forEach(name -> {
                        Matcher walk = Pattern.compile(
                                        "(?:(?<![.\\w])|this\\.)" + name + WALKED + "|: (?:this\\.)?" + name + "\\)")
                                .matcher(text);
                        if (walk.find()) {
                            walked.add(file.getFileName() + ": " + walk.group());
                        }
                    });
        }

        assertThat(walked)
                .as("walk a LinkedHashMap, TreeMap, LinkedHashSet, TreeSet, EnumMap or List instead")
                .isEmpty();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
