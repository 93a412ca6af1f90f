package dev.parley.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import dev.parley.conformance.Kit;
import dev.parley.conformance.LoopbackServer;
import dev.parley.conformance.report.Check;
import dev.parley.conformance.report.Evidence;
import dev.parley.openai.OpenAiClient;
import dev.parley.testkit.RecordedRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is tried again is the same for both clients, and as often. */
@Timeout(120)
class SdkRetriesTest {

    private static final String ERROR = "{\"error\":{\"message\":\"No.\",\"type\":\"t\",\"param\":null,\"code\":null}}";

    @Test
    void rateLimited_once_isTheSameTwoRequestsOfBoth() throws Throwable {
        Evidence.show("conversations.create", Check.OPERATION_SDK, "429, retry-after, 200", () -> {
            List<RecordedRequest> ours;
            List<RecordedRequest> theirs;
            try (Kit kit = new Kit();
                    OpenAiClient client = OpenAiClient.builder()
                            .baseUrl(kit.server.baseUrl())
                            .apiKey("sk-test")
                            .build()) {
                kit.server.failNext(429, ERROR, Map.of("retry-after", "1"));
                client.conversations().create();
                ours = kit.server.requests();
            }
            try (Kit kit = new Kit()) {
                kit.server.failNext(429, ERROR, Map.of("retry-after", "1"));
                OpenAIClient client = official(kit.server.baseUrl());
                client.conversations().create();
                client.close();
                theirs = kit.server.requests();
            }

            CallPair call = new CallPair("conversations.create", "retries", client -> {}, client -> {});
            assertThat(ours).hasSize(2);
            assertThat(theirs).hasSize(2);
            for (int i = 0; i < 2; i++) {
                List<String> differences =
                        ComparedRequest.of(ours.get(i)).differences(ComparedRequest.of(theirs.get(i)));
                assertThat(Difference.unlisted(call, differences)).isEmpty();
            }
            assertThat(ours).extracting(r -> r.header("x-parley-retry-count")).containsExactly("0", "1");
            assertThat(theirs)
                    .extracting(r -> r.header("x-stainless-retry-count"))
                    .containsExactly("0", "1");
        });
    }

    /** Each status with the hint {@code x-should-retry}, if any: how many requests two retries make of one call. */
    @ParameterizedTest
    @CsvSource({
        "400,,1",
        "401,,1",
        "403,,1",
        "404,,1",
        "408,,3",
        "409,,3",
        "422,,1",
        "429,,3",
        "500,,3",
        "502,,3",
        "503,,3",
        "504,,3",
        "400,true,3",
        "404,true,3",
        "429,false,1",
        "500,false,1"
    })
    void status_withItsHint_isTriedAsOftenByBoth(int status, String shouldRetry, int attempts) throws Throwable {
        String proof = "attempts of " + status + (shouldRetry == null ? "" : ", x-should-retry: " + shouldRetry);
        Map<String, String> headers = shouldRetry == null
                ? Map.of("retry-after-ms", "1")
                : Map.of("retry-after-ms", "1", "x-should-retry", shouldRetry);
        Evidence.show("conversations.create", Check.OPERATION_SDK, proof, () -> {
            try (LoopbackServer server = LoopbackServer.answering(status, ERROR, headers);
                    OpenAiClient client = server.client()) {
                assertThat(catchThrowable(() -> client.conversations().create()))
                        .isNotNull();
                assertThat(server.requests()).as("ours").hasSize(attempts);
            }
            try (LoopbackServer server = LoopbackServer.answering(status, ERROR, headers)) {
                OpenAIClient client = official(server.baseUrl());
                assertThat(catchThrowable(() -> client.conversations().create()))
                        .isNotNull();
                client.close();
                assertThat(server.requests()).as("theirs").hasSize(attempts);
            }
        });
    }

    private static OpenAIClient official(String baseUrl) {
        return OpenAIOkHttpClient.builder().baseUrl(baseUrl).apiKey("sk-test").build();
    }
}
