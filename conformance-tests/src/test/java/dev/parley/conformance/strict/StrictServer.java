package dev.parley.conformance.strict;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.openai.OpenAiClient;
import dev.parley.runtime.json.JsonNull;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A server that takes what the documents allow and refuses everything else with 400, members that they do not name
 * included; the message has all that was found. Its answers are the same each time, and what the documents describe.
 */
public final class StrictServer implements AutoCloseable {

    private static final String CONVERSATION =
            "{\"id\":\"conv_1\",\"object\":\"conversation\",\"created_at\":1,\"metadata\":{}}";
    private static final String EMPTY_PAGE =
            "{\"object\":\"list\",\"data\":[],\"has_more\":false,\"first_id\":\"\",\"last_id\":\"\"}";
    private static final String RESPONSE = "{\"id\":\"resp_1\",\"object\":\"response\",\"created_at\":1,"
            + "\"status\":\"completed\",\"error\":null,\"incomplete_details\":null,\"instructions\":null,"
            + "\"model\":\"gpt-4\",\"output\":[],\"parallel_tool_calls\":true,\"metadata\":{},\"tool_choice\":\"auto\","
            + "\"tools\":[],\"temperature\":1,\"top_p\":1}";

    private static final String EVENTS = "event: response.completed\ndata: "
            + "{\"type\":\"response.completed\",\"sequence_number\":0,\"response\":" + RESPONSE + "}\n\n";

    private static final Map<String, String> ANSWERS = Map.ofEntries(
            Map.entry("createConversation", CONVERSATION),
            Map.entry("getConversation", CONVERSATION),
            Map.entry("updateConversation", CONVERSATION),
            Map.entry("deleteConversation", "{\"id\":\"conv_1\",\"object\":\"conversation.deleted\",\"deleted\":true}"),
            Map.entry("createConversationItems", EMPTY_PAGE),
            Map.entry("listConversationItems", EMPTY_PAGE),
            Map.entry(
                    "getConversationItem",
                    "{\"id\":\"msg_1\",\"type\":\"message\",\"status\":\"completed\",\"role\":\"user\",\"content\":[]}"),
            Map.entry("deleteConversationItem", CONVERSATION),
            Map.entry("createResponse", RESPONSE),
            Map.entry("getResponse", RESPONSE),
            Map.entry("deleteResponse", ""),
            Map.entry("cancelResponse", RESPONSE),
            Map.entry("listInputItems", EMPTY_PAGE));

    private final HttpServer server;

    /** Starts. */
    public StrictServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    /** A client of this server that never tries twice; the caller closes it. */
    public OpenAiClient client() {
        return OpenAiClient.builder()
                .baseUrl("http://127.0.0.1:" + server.getAddress().getPort() + "/v1")
                .apiKey("sk-test")
                .maxRetries(0)
                .build();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            String target = exchange.getRequestURI().toString();
            Map<String, List<String>> headers = new TreeMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            List<Finding> findings = Validity.ofRequest(method, target, headers, body);
            if (findings.isEmpty()) {
                String operation = Objects.requireNonNull(Documents.ours().operation(method, target));
                boolean stream = String.valueOf(headers.get("accept")).contains("text/event-stream");
                exchange.getResponseHeaders().set("content-type", stream ? "text/event-stream" : "application/json");
                answer(exchange, 200, stream ? EVENTS : Objects.requireNonNull(ANSWERS.get(operation), operation));
            } else {
                exchange.getResponseHeaders().set("content-type", "application/json");
                answer(exchange, 400, refusal(findings));
            }
        }
    }

    private static String refusal(List<Finding> findings) {
        StringBuilder message = new StringBuilder();
        findings.forEach(finding -> message.append(finding).append('\n'));
        JsonObject error = JsonObject.builder()
                .put("message", new JsonString(message.toString()))
                .put("type", new JsonString("invalid_request_error"))
                .put("param", new JsonString(findings.get(0).violation().place()))
                .put("code", JsonNull.INSTANCE)
                .build();
        return JsonObject.of("error", error).toJson();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
