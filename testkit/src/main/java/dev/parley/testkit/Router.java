package dev.parley.testkit;

import java.util.List;

/** Finds the operation of a request and runs it. */
final class Router {

    private static final String BASE = "v1";

    private final ConversationOperations conversations;
    private final ItemOperations items;

    Router(ConversationOperations conversations, ItemOperations items) {
        this.conversations = conversations;
        this.items = items;
    }

    /**
     * Answers a request.
     *
     * @throws ApiError if the operation refuses it, or there is none at its path
     */
    Answer route(Request request) {
        List<String> segments = request.segments();
        boolean known = segments.size() > 1
                && segments.get(0).equals(BASE)
                && segments.get(1).equals("conversations")
                && !segments.contains("");
        if (known && segments.size() == 2) {
            return collection(request);
        } else if (known && segments.size() == 3) {
            return conversation(request, segments.get(2));
        } else if (known && segments.get(3).equals("items") && segments.size() == 4) {
            return items(request, segments.get(2));
        } else if (known && segments.get(3).equals("items") && segments.size() == 5) {
            return item(request, segments.get(2), segments.get(4));
        }
        throw ApiError.unknownUrl(request.method(), request.path());
    }

    private Answer collection(Request request) {
        return request.method().equals("POST")
                ? Answer.ok(conversations.create(request))
                : wrongMethod(request, "POST");
    }

    private Answer conversation(Request request, String conversationId) {
        return switch (request.method()) {
            case "GET" -> Answer.ok(conversations.retrieve(conversationId));
            case "POST" -> Answer.ok(conversations.update(conversationId, request));
            case "DELETE" -> Answer.ok(conversations.delete(conversationId));
            default -> wrongMethod(request, "GET, POST, DELETE");
        };
    }

    private Answer items(Request request, String conversationId) {
        return switch (request.method()) {
            case "GET" -> Answer.ok(items.list(conversationId, request));
            case "POST" -> Answer.ok(items.create(conversationId, request));
            default -> wrongMethod(request, "GET, POST");
        };
    }

    private Answer item(Request request, String conversationId, String itemId) {
        return switch (request.method()) {
            case "GET" -> Answer.ok(items.retrieve(conversationId, itemId, request));
            case "DELETE" -> Answer.ok(items.delete(conversationId, itemId));
            default -> wrongMethod(request, "GET, DELETE");
        };
    }

    private static Answer wrongMethod(Request request, String allowed) {
        return ApiError.wrongMethod(request.method(), request.path()).answer().withDefaultHeader("allow", allowed);
    }
}
