package dev.parley.testkit;

import dev.parley.runtime.json.JsonNull;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.math.BigInteger;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operations on responses. */
final class ResponseOperations {

    private final ConversationStore conversations;
    private final ResponseStore responses;
    private final ItemIntake intake;
    private final OutputItems outputItems;
    private final Model model;
    private final Ids ids;
    private final Clock clock;

    ResponseOperations(
            ConversationStore conversations,
            ResponseStore responses,
            ItemIntake intake,
            Model model,
            Ids ids,
            Clock clock) {
        this.conversations = conversations;
        this.responses = responses;
        this.intake = intake;
        this.outputItems = new OutputItems(ids);
        this.model = model;
        this.ids = ids;
        this.clock = clock;
    }

    Answer create(Request request) {
        Parameter body = ResponseSettings.read(request);
        IncludeFilter filter = IncludeFilter.of(body.member("include"));
        boolean streamed = body.member("stream").flag(false);
        boolean stored = body.member("store").flag(true);
        boolean background = body.member("background").flag(false);
        boolean obfuscated = obfuscated(body.member("stream_options"));
        if (background && !stored) {
            throw ResponseErrors.backgroundNeedsStore();
        }
        StoredResponse response = respond(body);
        if (stored) {
            responses.add(response);
        }
        if (streamed || !background) {
            response.settle(now());
        }
        return streamed
                ? Answer.stream(ResponseEvents.of(response, filter, obfuscated))
                : Answer.ok(response.toJson(filter));
    }

    Answer retrieve(String responseId, Request request) {
        QueryParameters query = request.query();
        IncludeFilter filter = IncludeFilter.of(query);
        StoredResponse response = responses.response(responseId);
        boolean streamed = "true".equals(query.first("stream"));
        BigInteger after = startingAfter(query.first("starting_after"));
        boolean obfuscated = !"false".equals(query.first("include_obfuscation"));
        response.settle(now());
        if (!streamed) {
            return Answer.ok(response.toJson(filter));
        }
        List<JsonObject> events = ResponseEvents.of(response, filter, obfuscated);
        int sent = after.add(BigInteger.ONE)
                .max(BigInteger.ZERO)
                .min(BigInteger.valueOf(events.size()))
                .intValue();
        return Answer.stream(events.subList(sent, events.size()));
    }

    JsonObject delete(String responseId) {
        responses.response(responseId);
        responses.remove(responseId);
        return JsonObject.of("id", responseId, "object", "response.deleted", "deleted", true);
    }

    JsonObject cancel(String responseId, Request request) {
        request.json();
        StoredResponse response = responses.response(responseId);
        if (!response.isBackground()) {
            throw ResponseErrors.notInBackground();
        }
        response.cancel();
        return response.toJson(IncludeFilter.of(request.query()));
    }

    JsonObject inputItems(String responseId, Request request) {
        StoredResponse response = responses.response(responseId);
        IncludeFilter filter = IncludeFilter.of(request.query());
        return ListQuery.of(request.query()).page(response.given()).toJson(filter);
    }

    private StoredResponse respond(Parameter body) {
        StoredConversation conversation = conversation(body.member("conversation"));
        String previous = body.member("previous_response_id").stringOrNull();
        if (conversation != null && previous != null) {
            throw ResponseErrors.mutuallyExclusive("previous_response_id", "conversation");
        }
        List<StoredItem> context = context(conversation, previous);
        String conversationId = conversation == null ? null : conversation.id();
        String id = ids.response(conversationId);
        JsonValue named = conversationId == null ? JsonNull.INSTANCE : JsonObject.of("id", conversationId);
        JsonObject settings = ResponseSettings.accept(body, id, now(), named);
        List<StoredItem> input = intake.acceptInput(body.member("input"), conversation, id);
        ModelAnswer answer = model.answer(new ModelRequest(body.object(), json(context), json(input)));
        List<StoredItem> output = outputItems.complete(answer, id);
        return new StoredResponse(id, settings, conversation, context, input, output, answer);
    }

    /** The conversation that a request names as a string or in an object. */
    private @Nullable StoredConversation conversation(Parameter named) {
        if (named.isAbsent()) {
            return null;
        } else if (named.present() instanceof JsonString id) {
            return conversations.conversation(id.value());
        } else if (named.present() instanceof JsonObject) {
            return conversations.conversation(named.member("id").string());
        }
        throw ApiError.invalidType(named.path(), "one of a string or object", named.present());
    }

    private List<StoredItem> context(@Nullable StoredConversation conversation, @Nullable String previousId) {
        if (conversation != null) {
            return conversation.items();
        } else if (previousId == null) {
            return List.of();
        }
        StoredResponse previous = responses.find(previousId);
        if (previous == null) {
            throw ResponseErrors.previousNotFound(previousId);
        }
        return previous.history();
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    private static List<JsonObject> json(List<StoredItem> items) {
        return items.stream().map(StoredItem::json).toList();
    }

    private static boolean obfuscated(Parameter streamOptions) {
        return streamOptions.isAbsent()
                || streamOptions.member("include_obfuscation").flag(true);
    }

    private static BigInteger startingAfter(@Nullable String sent) {
        String text = sent == null ? "-1" : sent;
        if (!text.matches("-?\\d+")) {
            throw ApiError.invalidType("starting_after", "an integer", new JsonString(text));
        }
        return new BigInteger(text);
    }
}
