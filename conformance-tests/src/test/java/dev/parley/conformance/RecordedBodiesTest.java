package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.openai.model.Conversation;
import dev.parley.openai.model.ConversationCreateRequest;
import dev.parley.openai.model.ConversationDeleted;
import dev.parley.openai.model.ConversationItem;
import dev.parley.openai.model.ConversationItemCreateRequest;
import dev.parley.openai.model.ConversationItemList;
import dev.parley.openai.model.ConversationUpdateRequest;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import dev.parley.runtime.json.JsonWritable;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The bodies of the recorded exchanges, read as the type that the operation says and written back. */
class RecordedBodiesTest {

    @TestFactory
    Stream<DynamicTest> decode_recordedRequestBody_isLossless() {
        return RecordedExchange.all().stream()
                .filter(exchange -> exchange.requestBody() instanceof JsonObject)
                .map(exchange -> DynamicTest.dynamicTest(
                        exchange.toString(), () -> assertLossless(exchange.requestBody(), requestType(exchange))));
    }

    @TestFactory
    Stream<DynamicTest> decode_recordedResponseBody_isLossless() {
        return RecordedExchange.all().stream()
                .filter(RecordedExchange::succeeded)
                .map(exchange -> DynamicTest.dynamicTest(
                        exchange.toString(), () -> assertLossless(exchange.responseBody(), responseType(exchange))));
    }

    @Test
    void recordings_together_holdBodiesOfEveryKind() {
        List<RecordedExchange> all = RecordedExchange.all();

        assertThat(all).hasSize(39);
        assertThat(all.stream().filter(exchange -> exchange.requestBody() instanceof JsonObject))
                .hasSize(15);
        assertThat(all.stream().filter(RecordedExchange::succeeded)).hasSize(34);
    }

    private static Function<String, JsonWritable> requestType(RecordedExchange exchange) {
        return switch (exchange.path().size()) {
            case 1 -> ConversationCreateRequest::fromJson;
            case 2 -> ConversationUpdateRequest::fromJson;
            default -> ConversationItemCreateRequest.Body::fromJson;
        };
    }

    private static Function<String, JsonWritable> responseType(RecordedExchange exchange) {
        return switch (exchange.path().size()) {
            case 1 -> Conversation::fromJson;
            case 2 -> exchange.method().equals("DELETE") ? ConversationDeleted::fromJson : Conversation::fromJson;
            case 3 -> ConversationItemList::fromJson;
            default -> ConversationItem::fromJson;
        };
    }

    private static void assertLossless(JsonValue body, Function<String, JsonWritable> type) {
        JsonWritable value = type.apply(body.toJson());

        assertThat(JsonValue.parse(value.toJson())).isEqualTo(body);
        assertThat(Records.records((Record) value)).noneMatch(each -> Records.isUnknown(each.getClass()));
        assertThat(type.apply(value.toJson())).isEqualTo(value).hasSameHashCodeAs(value);
    }
}
