package dev.parley.conformance.sdk;

import com.openai.models.conversations.ConversationCreateParams;
import com.openai.models.conversations.items.ItemCreateParams;
import com.openai.models.responses.ResponseCreateParams;
import dev.parley.conformance.Shared;
import dev.parley.conformance.Trees;
import dev.parley.openai.model.ConversationCreateRequest;
import dev.parley.openai.model.ConversationItemCreateRequest;
import dev.parley.openai.model.ResponseCreateRequest;
import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Calls whose bodies have many shapes: both clients are given the same JSON and made to send what they made of it. The
 * bodies of {@code responses.create} lie in {@code src/test/resources/sdk/response-bodies.json}.
 */
final class BodyPairs {

    private BodyPairs() {}

    static Stream<CallPair> all() {
        return Stream.concat(responses(), items());
    }

    /** Every item is added to a conversation; the first of each type also starts one, and is the input of a response. */
    private static Stream<CallPair> items() {
        Set<String> types = new HashSet<>();
        return DecodedBodies.inputItems().flatMap(item -> {
            JsonArray items = new JsonArray(List.of(item.json()));
            CallPair added = createItems(item.name(), JsonObject.of("items", items));
            return types.add(item.row())
                    ? Stream.of(
                            added,
                            createConversation(item.name(), JsonObject.of("items", items)),
                            createResponse(item.name(), JsonObject.of("model", "gpt-4", "input", items)))
                    : Stream.of(added);
        });
    }

    private static Stream<CallPair> responses() {
        try {
            Path file = Path.of(Objects.requireNonNull(BodyPairs.class.getResource("/sdk/response-bodies.json"))
                    .toURI());
            return Trees.object(Shared.json(file)).members().entrySet().stream()
                    .map(body -> createResponse(body.getKey(), body.getValue()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CallPair createConversation(String name, JsonValue json) {
        return new CallPair(
                "conversations.create",
                "body " + name,
                client -> client.conversations().create(ConversationCreateRequest.fromJson(json.toJson())),
                client -> client.conversations()
                        .create(ConversationCreateParams.builder()
                                .body(OfficialJson.read(json, ConversationCreateParams.Body.class))
                                .build()));
    }

    private static CallPair createItems(String name, JsonValue json) {
        return new CallPair(
                "conversations.items.create",
                "body " + name,
                client -> client.conversations()
                        .items()
                        .create("conv_1", r -> r.body(ConversationItemCreateRequest.Body.fromJson(json.toJson()))),
                client -> client.conversations()
                        .items()
                        .create(ItemCreateParams.builder()
                                .conversationId("conv_1")
                                .body(OfficialJson.read(json, ItemCreateParams.Body.class))
                                .build()));
    }

    private static CallPair createResponse(String name, JsonValue json) {
        return new CallPair(
                "responses.create",
                "body " + name,
                client -> client.responses().create(ResponseCreateRequest.fromJson(json.toJson())),
                client -> client.responses()
                        .create(ResponseCreateParams.builder()
                                .body(OfficialJson.read(json, ResponseCreateParams.Body.class))
                                .build()));
    }
}
