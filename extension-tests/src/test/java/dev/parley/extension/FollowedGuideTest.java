package dev.parley.extension;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.openai.model.ConversationItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Follows docs/extending.md to the letter. Each step goes on from the one before. */
@TestMethodOrder(OrderAnnotation.class)
class FollowedGuideTest {

    private static final Path PAGE = Path.of("../docs/extending.md");
    private static final String OVERLAY = "overlays/support-ticket.yaml";
    private static final String TEMPLATE = "templates/mixins/SupportTicket.mustache";
    private static final String TEST = "src/test/java/com/example/SupportTicketTest.java";
    private static final String GENERATE = "mvn generate-sources";

    @TempDir
    private static Path folder;

    private static Guide guide;
    private static OutsideProject project;

    @BeforeAll
    static void writeTheProject() throws IOException {
        guide = Guide.read(PAGE);
        guide.write(folder);
        project = new OutsideProject(folder);
    }

    @Test
    @Order(1)
    void guide_tellsWhatIsFollowedHere() {
        assertThat(guide.files())
                .containsOnlyKeys("pom.xml", OVERLAY, TEMPLATE, "templates/mixins/ConversationItem.mustache", TEST);
        assertThat(guide.commands()).containsExactly(GENERATE, "mvn test");
    }

    /** The document is the same; the guide's overlay is the difference. */
    @Test
    @Order(1)
    void item_ofTheGuide_isUnknownToTheClientOfThisRepository() {
        Matcher received = Pattern.compile("\\{\"type\":\"support_ticket\".*\\}")
                .matcher(guide.files().get(TEST));
        assertThat(received.find()).isTrue();

        assertThat(ConversationItem.fromJson(received.group())).isInstanceOf(ConversationItem.Unknown.class);
    }

    @Test
    @Order(2)
    void firstRun_makesTheItemARecordThatTheUnionPermits() throws Exception {
        String output = project.run(GENERATE);

        assertThat(output).doesNotContain("overlay-target", "mixin-without-type");
        assertThat(source("SupportTicket")).contains("public record SupportTicket(");
        assertThat(source("SupportTicket")).contains("implements ConversationItem, SupportTicketMixin {");
        assertThat(source("ConversationItem")).containsPattern("permits [^{]*\\bSupportTicket,");
        assertThat(source("ConversationItem")).containsPattern("extends [^{]*\\bConversationItemMixin\\b");
    }

    @Test
    @Order(3)
    void secondRun_writesNothing() throws Exception {
        Map<String, FileTime> before = sources();

        project.run(GENERATE);

        assertThat(before).hasSizeGreaterThan(100);
        assertThat(sources()).isEqualTo(before);
    }

    /** The guide's test finds the item to be of the new type, and calls the methods of both templates. */
    @Test
    @Order(4)
    void testOfTheGuide_passes() throws Exception {
        String output = project.run("mvn test");

        assertThat(output).contains("Tests run: 3, Failures: 0, Errors: 0, Skipped: 0");
        assertThat(output).doesNotContain("COMPILATION");
    }

    @Test
    @Order(5)
    void changedOverlayAndTemplate_regenerateWhatComesOfThem() throws Exception {
        Map<String, FileTime> before = sources();
        change(OVERLAY, "number: {type: integer", "due: {type: string}\n          number: {type: integer");
        change(TEMPLATE, "\"Ticket #\"", "\"Ticket \"");

        project.run(GENERATE);

        Map<String, FileTime> after = sources();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(after.keySet().stream().filter(file -> !after.get(file).equals(before.get(file))))
                .allSatisfy(file -> assertThat(file).contains("SupportTicket"))
                .anySatisfy(file -> assertThat(file).endsWith("/SupportTicket.java"))
                .anySatisfy(file -> assertThat(file).endsWith("/SupportTicketMixin.java"));
        assertThat(source("SupportTicket")).contains("String due");
        assertThat(source("SupportTicketMixin")).contains("return \"Ticket \" + number();");
    }

    private static void change(String file, String old, String replacement) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(old);
        Files.writeString(folder.resolve(file), text.replace(old, replacement));
    }

    private static Path generated() {
        return folder.resolve("target/generated-sources/openapi/src/main/java");
    }

    private static String source(String type) throws IOException {
        return Files.readString(generated().resolve("com/example/helpdesk/model/" + type + ".java"));
    }

    private static Map<String, FileTime> sources() throws IOException {
        Map<String, FileTime> times = new TreeMap<>();
        try (Stream<Path> files = Files.walk(generated())) {
            files.filter(Files::isRegularFile).forEach(file -> times.put(file.toString(), time(file)));
        }
        return times;
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
