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
                .filteredOn(fixture -> !fixture.endsWith("/optional-nulls")) // a null that is not allowed stays one
                .containsOnly(
                        // Input has the role developer alone.
                        "additional_tools/minimal",
                        "additional_tools/nulls",
                        "additional_tools/role-assistant",
                        "additional_tools/role-critic",
                        "additional_tools/role-discriminator",
                        "additional_tools/role-system",
                        "additional_tools/role-tool",
                        "additional_tools/role-unknown",
                        "additional_tools/role-user",
                        // Input has no status failed.
                        "computer_call_output/status-failed",
                        // Roles and parts that only servers send.
                        "message/additional-members-nested",
                        "message/content-computer_screenshot",
                        "message/content-reasoning_text",
                        "message/content-summary_text",
                        "message/content-text",
                        "message/full",
                        "message/minimal-parts",
                        "message/nulls",
                        "message/role-critic",
                        "message/role-discriminator",
                        "message/role-tool",
                        "message/role-unknown",
                        // Arguments of any kind are read, but only objects are sent.
                        "tool_search_call/arguments-array",
                        "tool_search_call/arguments-null",
                        "tool_search_call/arguments-number",
                        "tool_search_call/arguments-string",
                        "tool_search_call/arguments-true",
                        "tool_search_call/minimal",
                        "tool_search_call/nulls",
                        // A null that no document allows stays one.
                        "web_search_call/action-null");
        assertThat(unnamed)
                .filteredOn(fixture -> !fixture.contains("additional-members"))
                .containsOnly(
                        // Members that the document does not describe are kept.
                        "custom_tool_call/status-undescribed",
                        "image_generation_call/undescribed-members",
                        // The parts keep created_by, which the item itself drops.
                        "shell_call_output/full",
                        "shell_call_output/output-created-by",
                        // As recorded: a source that has a name.
                        "web_search_call/action-search-sources-api",
                        "web_search_call/minimal-sources");
    }
}
