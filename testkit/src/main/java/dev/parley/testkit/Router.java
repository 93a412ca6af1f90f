package dev.parley.testkit;

import java.util.List;

/** Finds the operation of a request and runs it. */
final class Router {

    private static final String BASE = "v1";

    private final ConversationOperations conversations;
    private final ItemOperations items;
    private final ResponseOperations responses;

    Router(ConversationOperations conversations, ItemOperations items, ResponseOperations responses) {
        this.conversations = conversations;
        this.items = items;
        this.responses = responses;
    }

    /**
     * Answers a request.
     *
     * @throws ApiError if the operation refuses it, or there is none at its path
     */
    Answer route(Request request) {
        List<String> segments = request.segments();
        if (segments.size() > 1 && segments.get(0).equals(BASE) && !segments.contains("")) {
            List<String> below = segments.subList(2, segments.size());
            return switch (segments.get(1)) {
                case "conversations" -> belowConversations(request, below);
                case "responses" -> belowResponses(request, below);
                default -> throw unknownUrl(request);
            };
        }
        throw unknownUrl(request);
    }

    private Answer belowConversations(Request request, List<String> segments) {
        if (segments.isEmpty()) {
            return conversations(request);
        } else if (segments.size() == 1) {
            return conversation(request, segments.get(0));
        } else if (segments.get(1).equals("items") && segments.size() == 2) {
            return items(request, segments.get(0));
        } else if (segments.get(1).equals("items") && segments.size() == 3) {
            return item(request, segments.get(0), segments.get(2));
        }
        throw unknownUrl(request);
    }

    private Answer belowResponses(Request request, List<String> segments) {
        if (segments.isEmpty()) {
            return request.method().equals("POST") ? responses.create(request) : wrongMethod(request, "POST");
        } else if (segments.size() == 1) {
            return response(request, segments.get(0));
        } else if (segments.get(1).equals("cancel") && segments.size() == 2) {
            return request.method().equals("POST")
                    ? Answer.ok(responses.cancel(segments.get(0), request))
                    : wrongMethod(request, "POST");
        } else if (segments.get(1).equals("input_items") && segments.size() == 2) {
            return request.method().equals("GET")
                    ? Answer.ok(responses.inputItems(segments.get(0), request))
                    : wrongMethod(request, "GET");
        }
        throw unknownUrl(request);
    }

    private Answer response(Request request, String responseId) {
        return switch (request.method()) {
            case "GET" -> responses.retrieve(responseId, request);
            case "DELETE" -> Answer.ok(responses.delete(responseId));
            default -> wrongMethod(request, "GET, DELETE");
        };
    }

    private Answer conversations(Request request) {
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

    private static ApiError unknownUrl(Request request) {
        return ApiError.unknownUrl(request.method(), request.path());
    }

    private static Answer wrongMethod(Request request, String allowed) {
        return ApiError.wrongMethod(request.method(), request.path()).answer().withDefaultHeader("allow", allowed);
    }
}
