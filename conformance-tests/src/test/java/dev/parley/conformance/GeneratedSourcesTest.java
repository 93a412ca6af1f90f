package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.openai.model.ConversationItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That the generated sources stay as small and as readable as the design says. */
class GeneratedSourcesTest {

    /** Comments and builders included; a record with its builder and codec takes the most of it. */
    private static final int MOST_LINES_A_FILE = 95;

    private static final int MOST_COLUMNS = 120;

    private final Path folder =
            Shared.project().resolve("generated-client/target/generated-sources/openapi/src/main/java");
    private final Map<String, List<String>> sources = read();

    @Test
    void sources_onTheAverage_areShort() {
        assertThat(sources).hasSizeGreaterThan(600);
        assertThat(sources.values().stream().mapToInt(List::size).average().orElseThrow())
                .isLessThan(MOST_LINES_A_FILE);
    }

    @Test
    void sources_everyLine_fitsInto120Columns() {
        assertThat(sources)
                .allSatisfy((file, lines) -> assertThat(lines)
                        .allSatisfy(line -> assertThat(line.codePointCount(0, line.length()))
                                .isLessThanOrEqualTo(MOST_COLUMNS)));
    }

    @Test
    void sources_everyFile_startsWithAHeaderOfAtMostTwoLinesAndIsOfThePackage() {
        assertThat(sources).allSatisfy((file, lines) -> {
            assertThat(lines.get(0)).matches("// (Generated|Rendered) by Parley from .+");
            assertThat(lines.stream().takeWhile(line -> line.startsWith("//"))).hasSizeLessThanOrEqualTo(2);
            assertThat(lines).anyMatch(line -> line.equals(declaration(file)));
        });
    }

    @Test
    void conversationItem_has28VariantsInAtMost150Lines() {
        assertThat(ConversationItem.class.getPermittedSubclasses()).hasSize(28 + 1);
        assertThat(source("model/ConversationItem")).hasSizeLessThanOrEqualTo(150);
    }

    @Test
    void conversation_withoutItsBuilder_hasAtMost100Lines() {
        List<String> lines = source("model/Conversation");
        int builder = lines.indexOf("    public static final class Builder {");

        assertThat(builder).isPositive();
        assertThat(lines.subList(0, builder)).hasSizeLessThanOrEqualTo(100);
    }

    private List<String> source(String name) {
        return sources.get("dev/parley/openai/" + name + ".java");
    }

    private static String declaration(String file) {
        return file.equals("module-info.java")
                ? "module " + ClientClasses.MODULE + " {"
                : "package " + file.substring(0, file.lastIndexOf('/')).replace('/', '.') + ";";
    }

    private Map<String, List<String>> read() {
        Map<String, List<String>> read = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                read.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllLines(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(read.keySet())
                .allMatch(name -> name.equals("module-info.java") || name.startsWith("dev/parley/openai/"));
        return read;
    }
}
