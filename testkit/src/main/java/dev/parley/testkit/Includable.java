package dev.parley.testkit;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The optional data that a request may ask for by name. */
enum Includable {
    FILE_SEARCH_RESULTS("file_search_call.results"),
    WEB_SEARCH_RESULTS("web_search_call.results"),
    WEB_SEARCH_SOURCES("web_search_call.action.sources"),
    INPUT_IMAGE_URL("message.input_image.image_url"),
    COMPUTER_OUTPUT_IMAGE_URL("computer_call_output.output.image_url"),
    CODE_INTERPRETER_OUTPUTS("code_interpreter_call.outputs"),
    REASONING_ENCRYPTED_CONTENT("reasoning.encrypted_content"),
    OUTPUT_TEXT_LOGPROBS("message.output_text.logprobs");

    private final String wireName;

    Includable(String wireName) {
        this.wireName = wireName;
    }

    /** The constant of that name on the wire, null if there is none. */
    static @Nullable Includable of(String wireName) {
        return Arrays.stream(values())
                .filter(includable -> includable.wireName.equals(wireName))
                .findFirst()
                .orElse(null);
    }

    static List<String> wireNames() {
        return Arrays.stream(values()).map(includable -> includable.wireName).toList();
    }
}
