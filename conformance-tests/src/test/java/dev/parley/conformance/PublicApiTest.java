package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The public API of the client is what {@code generated-client/api.txt} says, or the change is accepted by command. */
class PublicApiTest {

    private static final String UPDATE = "api.update";
    private static final String COMMAND = "mvn -B -ntp -pl conformance-tests -am test -Dtest=PublicApiTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -D" + UPDATE + "=true";
    private static final int LINES_SHOWN = 60;

    private final Path file = Shared.project().resolve("generated-client").resolve("api.txt");

    @Test
    void api_ofTheClient_isTheOneThatIsPublished() throws IOException {
        List<String> actual = listing();
        if (Boolean.getBoolean(UPDATE)) {
            Files.writeString(file, String.join("\n", actual) + "\n");
        }
        List<String> published = Files.exists(file) ? Files.readAllLines(file) : List.of();

        assertThat(differences(published, actual))
                .withFailMessage(() -> message(differences(published, actual)))
                .isEmpty();
        assertThat(actual).isEqualTo(published);
    }

    @Test
    void listing_ofTheClient_holdsEveryKindOfSignature() {
        assertThat(listing())
                .contains(
                        "OpenAiClient : final class : AutoCloseable",
                        "OpenAiClient.Builder environment(Map<String, String>) : OpenAiClient.Builder",
                        "OpenAiClient fromEnv() static : OpenAiClient",
                        "model.ConversationItem permits model.Message",
                        "model.ConversationItem : sealed interface : dev.parley.runtime.json.JsonWritable",
                        "model.Include.Known constant WEB_SEARCH_CALL_RESULTS",
                        "model.MessageMixin text() : String")
                .anyMatch(line -> line.startsWith("model.Message : record(String id, model.MessageStatus? status,")
                        && line.contains("model.MessagePhase? phase"))
                .anyMatch(line -> line.startsWith("service.ConversationItemPage new("))
                .anyMatch(line -> line.contains(" cursor() protected : String?"))
                .noneMatch(line -> line.contains(".internal."))
                .noneMatch(line -> line.contains("hashCode"))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    private static List<String> listing() {
        return new ApiListing(new ApiNames(ClientClasses.MODULE)).of(new ClientClasses().exportedClasses());
    }

    /** What is gone, marked with a minus, and what is new, marked with a plus, in the order of the listing. */
    private static List<String> differences(List<String> published, List<String> actual) {
        Set<String> before = new TreeSet<>(published);
        Set<String> after = new TreeSet<>(actual);
        Set<String> changed = new TreeSet<>(before);
        changed.addAll(after);
        List<String> differences = new ArrayList<>();
        for (String line : changed) {
            if (!after.contains(line)) {
                differences.add("- " + line);
            } else if (!before.contains(line)) {
                differences.add("+ " + line);
            }
        }
        return differences;
    }

    private static String message(List<String> differences) {
        List<String> shown = differences.subList(0, Math.min(LINES_SHOWN, differences.size()));
        int others = differences.size() - shown.size();
        return "The public API of the client is not what generated-client/api.txt says:\n\n"
                + String.join("\n", shown)
                + (others == 0 ? "" : "\n… and " + others + " more")
                + "\n\nIf the change is meant, accept it with\n\n    " + COMMAND + "\n";
    }
}
