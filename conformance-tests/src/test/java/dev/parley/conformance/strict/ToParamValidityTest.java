package dev.parley.conformance.strict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conformance.ItemFixture;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Items that were read are sent back as the documents allow it, but for those that no client may send. */
class ToParamValidityTest {

    @Test
    void toParam_ofEachItem_isValidInputButForWhatInputCannotSay() {
        Set<String> errors = new TreeSet<>();
        Set<String> unnamed = new TreeSet<>();
        ItemFixture.all().forEach(fixture -> {
            String item = fixture.decode().toParam().toJson();
            List<Finding> findings = Validity.ofRequest(
                    "POST", "/v1/conversations/conv_1/items", Validity.JSON, "{\"items\":[" + item + "]}");
            findings.forEach(finding -> (finding.violation().isError() ? errors : unnamed).add(fixture.toString()));
        });

        assertThat(errors)
                .containsOnly(
                        // Input has the role developer alone.
                        "additional_tools/minimal",
                        "additional_tools/nulls",
                        // Input has no status failed.
                        "computer_call_output/minimal",
                        // Roles and parts that only servers send.
                        "message/full",
                        "message/minimal_parts",
                        "message/nulls",
                        // Arguments of any kind are read, but only objects are sent.
                        "tool_search_call/minimal",
                        "tool_search_call/nulls");
        assertThat(unnamed)
                .containsOnly(
                        // The parts keep created_by, which the item itself drops.
                        "shell_call_output/full",
                        // As recorded: a source that has a name.
                        "web_search_call/minimal_sources");
    }
}
