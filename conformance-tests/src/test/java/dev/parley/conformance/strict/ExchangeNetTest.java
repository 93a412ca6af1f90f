package dev.parley.conformance.strict;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conformance.Kit;
import dev.parley.conformance.LoopbackServer;
import dev.parley.openai.OpenAiClient;
import dev.parley.openai.model.ConversationCreateRequest;
import dev.parley.openai.model.InputItem;
import dev.parley.runtime.error.BadRequestException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The net of the suite has no holes: what is planted fails the test that it is planted in. */
class ExchangeNetTest {

    @Test
    void kit_requestThatIsWrong_failsWhenItIsClosedUnlessExcused() {
        Kit kit = new Kit();
        String id = kit.conversationOf(0);
        assertThatThrownBy(() -> kit.items().list(id, q -> q.limit(101L))).isInstanceOf(BadRequestException.class);

        assertThatExceptionOfType(AssertionError.class).isThrownBy(kit::close).withMessageContaining("query limit");
        kit.net.excuse("query limit", "it is wrong on purpose");
        kit.net.verify();
    }

    @Test
    void kit_answerThatIsWrong_failsWhenItIsClosedUnlessExcused() {
        Kit kit = new Kit();
        kit.server.failNext(200, "{\"id\":\"conv_1\",\"object\":\"conversation\",\"created_at\":1}", Map.of());
        kit.client
                .calls()
                .conversations()
                .create(ConversationCreateRequest.builder().build())
                .sendAsync()
                .exceptionally(e -> null)
                .join();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(kit::close)
                .withMessageContaining("required property 'metadata' not found");
        kit.net.excuseAnswers("it is wrong on purpose");
        kit.net.verify();
    }

    @Test
    void loopbackServer_requestThatIsWrong_failsWhenItIsClosed() {
        LoopbackServer loopback = LoopbackServer.answering(200, "{}");
        InputItem wrong = InputItem.fromJson("{\"type\":\"message\"}");
        try (OpenAiClient client = loopback.client()) {
            assertThatThrownBy(() -> client.conversations().items().create("conv_1", r -> r.addItem(wrong)))
                    .isInstanceOf(RuntimeException.class);
        }

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(loopback::close)
                .withMessageContaining("/items/0: required property");
    }
}
