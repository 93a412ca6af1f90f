package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.openai.OpenAiClient;
import dev.parley.openai.model.ConversationCreateRequest;
import dev.parley.openai.model.ConversationItemCreateRequest;
import dev.parley.openai.model.ConversationItemListRequest;
import dev.parley.openai.model.ConversationUpdateRequest;
import dev.parley.openai.model.InputItem;
import dev.parley.openai.model.ResponseCreateRequest;
import dev.parley.openai.model.ResponseInputItemListRequest;
import dev.parley.runtime.error.BadRequestException;
import dev.parley.runtime.validation.ValidationException;
import dev.parley.runtime.validation.Violation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests held against the documented limits before they are sent. */
@Timeout(120)
class ValidationTest {

    /** One character beyond the basic plane: two chars in Java, one character for the service. */
    private static final String ASTRAL = "\uD83D\uDE80";

    private final Kit kit = new Kit();
    private final OpenAiClient strict = kit.client.withOptions(o -> o.validateRequests(true));

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void validate_everythingWrong_listsAllWithTheirPaths() {
        Map<String, String> metadata = new LinkedHashMap<>();
        for (int i = 0; i < 15; i++) {
            metadata.put("k" + i, "v");
        }
        metadata.put("x".repeat(65), "v");
        metadata.put("long", ASTRAL.repeat(513));

        List<Violation> violations = ConversationCreateRequest.builder()
                .metadata(metadata)
                .items(Collections.nCopies(21, Kit.user("secret words")))
                .build()
                .validate();

        assertThat(violations)
                .containsExactlyInAnyOrder(
                        new Violation("$.metadata", "has 17 members, must have at most 16"),
                        new Violation(
                                "$.metadata['" + "x".repeat(64) + "…']", "has 65 characters, must have at most 64"),
                        new Violation("$.metadata.long", "has 513 characters, must have at most 512"),
                        new Violation("$.items", "has 21 elements, must have at most 20"));
        assertThat(violations.toString()).doesNotContain("secret words").doesNotContain(ASTRAL);
    }

    @Test
    void validate_justWithinTheLimits_isEmpty() {
        Map<String, String> metadata = new LinkedHashMap<>();
        for (int i = 0; i < 15; i++) {
            metadata.put("k" + i, "v");
        }
        metadata.put(ASTRAL.repeat(64), ASTRAL.repeat(512));

        assertThat(ConversationCreateRequest.builder()
                        .metadata(metadata)
                        .items(Collections.nCopies(20, Kit.user("x")))
                        .build()
                        .validate())
                .isEmpty();
        assertThat(ConversationUpdateRequest.builder()
                        .metadata(metadata)
                        .build()
                        .validate())
                .isEmpty();
        assertThat(ConversationItemListRequest.builder().limit(1L).build().validate())
                .isEmpty();
        assertThat(ConversationItemListRequest.builder().limit(100L).build().validate())
                .isEmpty();
        assertThat(ConversationCreateRequest.builder().build().validate()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 101, Long.MAX_VALUE})
    void validate_limitOutOfRange_namesTheParameter(long limit) {
        Violation expected = new Violation("limit", limit < 1 ? "must be at least 1" : "must be at most 100");

        assertThat(ConversationItemListRequest.builder().limit(limit).build().validate())
                .containsExactly(expected);
        assertThat(ResponseInputItemListRequest.builder().limit(limit).build().validate())
                .containsExactly(expected);
    }

    @Test
    void validate_response_checksItsOwnLimitsToo() {
        List<Violation> violations = ResponseCreateRequest.builder()
                .model("gpt-4")
                .temperature(2.5)
                .topP(-0.1)
                .topLogprobs(21L)
                .metadata(Map.of("k", "v".repeat(513)))
                .input(List.of(Kit.user("x"), unfit()))
                .build()
                .validate();

        assertThat(violations)
                .extracting(Violation::path)
                .containsExactlyInAnyOrder("$.temperature", "$.top_p", "$.top_logprobs", "$.metadata.k", "$.input[1]");
    }

    @Test
    void validate_itemsThatAreNotKnown_areViolationsOnlyIfTheyNameAKnownType() {
        InputItem later = InputItem.fromJson("{\"type\":\"later_call\",\"anything\":[1]}");

        List<Violation> violations = ConversationItemCreateRequest.builder()
                .items(List.of(later, unfit()))
                .build()
                .validate();

        assertThat(violations).singleElement().satisfies(violation -> {
            assertThat(violation.path()).isEqualTo("$.items[1]");
            assertThat(violation.message()).startsWith("does not fit").contains("$.call_id");
        });
    }

    static Stream<Calling> invalidCalls() {
        Map<String, String> tooMany = new LinkedHashMap<>();
        for (int i = 0; i < 17; i++) {
            tooMany.put("k" + i, "v");
        }
        List<InputItem> many = Collections.nCopies(21, Kit.user("x"));
        return Stream.of(
                client -> client.conversations().create(c -> c.metadata(tooMany)),
                client -> client.conversations().update("conv_1", u -> u.metadata(tooMany)),
                client -> client.conversations().items().create("conv_1", c -> c.items(many)),
                client -> client.conversations().items().list("conv_1", q -> q.limit(101L)),
                client -> client.responses().create(r -> r.model("m").input("x").temperature(3.0)),
                client -> client.responses().stream(r -> r.model("m").input("x").metadata(tooMany))
                        .close(),
                client -> client.responses().inputItems().list("resp_1", q -> q.limit(0L)),
                client -> rethrown(() -> client.async()
                        .conversations()
                        .create(c -> c.metadata(tooMany))
                        .join()),
                client -> rethrown(() -> client.async().responses().stream(
                                r -> r.model("m").input("x").metadata(tooMany))
                        .forEach(event -> {})
                        .join()));
    }

    @ParameterizedTest
    @MethodSource("invalidCalls")
    void validateRequests_on_throwsBeforeAnythingIsSent(Calling call) {
        Throwable thrown = catchThrowable(() -> call.with(strict));

        assertThat(thrown).isInstanceOfSatisfying(ValidationException.class, e -> {
            assertThat(e.violations()).hasSize(1);
            assertThat(e).hasMessageContaining(e.violations().get(0).path());
        });
        assertThat(kit.server.requests()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("invalidCalls")
    void validateRequests_notSet_leavesItToTheServer(Calling call) {
        kit.net.excuseRequests("every call is one beyond the limits");
        Throwable thrown = catchThrowable(() -> call.with(kit.client));

        assertThat(thrown).isNotNull().isNotInstanceOf(ValidationException.class);
        assertThat(kit.server.requests()).hasSize(1);
    }

    @Test
    void validateRequests_on_letsGoodRequestsPassAndNeverJudgesAnswers() {
        String id =
                strict.conversations().create(c -> c.metadata(Map.of("k", "v"))).id();
        strict.conversations().items().create(id, c -> c.addItem(Kit.user("x")));
        kit.server.failNext(
                200,
                "{\"id\":\"c\",\"object\":\"conversation\",\"created_at\":1,\"metadata\":{\"k\":\"" + "v".repeat(600)
                        + "\"}}",
                Map.of());

        assertThat(strict.conversations().retrieve(id).id()).isEqualTo("c");
    }

    @Test
    void validationException_onSeveral_namesThemAllAndTheOperation() {
        ValidationException e = catchThrowableOfType(
                ValidationException.class,
                () -> strict.conversations()
                        .create(c -> c.metadata(Map.of("k".repeat(65), "planted".repeat(100)))
                                .items(Collections.nCopies(21, Kit.user("planted")))));

        assertThat(e.violations()).hasSize(3);
        assertThat(e)
                .hasMessageStartingWith("POST /conversations")
                .hasMessageContaining("$.items")
                .hasMessageContaining("64")
                .hasMessageContaining("512");
        assertThat(e.getMessage()).doesNotContain("planted");
        assertThat(e).isNotInstanceOf(BadRequestException.class);
    }

    /** Something that a user does with a client. */
    @FunctionalInterface
    interface Calling {
        void with(OpenAiClient client);
    }

    private static InputItem unfit() {
        return InputItem.fromJson("{\"type\":\"function_call_output\",\"call_id\":7,\"output\":\"x\"}");
    }

    private static void rethrown(Runnable join) {
        CompletionException e = catchThrowableOfType(CompletionException.class, join::run);
        if (e.getCause() instanceof RuntimeException own) {
            throw own;
        }
        throw e;
    }
}
