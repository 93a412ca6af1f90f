package dev.parley.conformance.testee;

import dev.parley.openai.OpenAiClient;
import dev.parley.openai.model.ResponseStreamEvent;
import dev.parley.runtime.call.ApiCall;
import dev.parley.runtime.call.ApiResponse;
import dev.parley.runtime.call.ClientOptions;
import dev.parley.runtime.call.StreamCall;
import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.error.ParleyException;
import dev.parley.runtime.event.EventStream;
import dev.parley.runtime.http.HttpTransport;
import dev.parley.runtime.http.JdkHttpTransport;
import dev.parley.runtime.json.JsonNull;
import dev.parley.runtime.json.JsonNumber;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import dev.parley.runtime.json.JsonWritable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Makes the calls that requests ask for. All clients share one transport and its connections; it is the one that the
 * client would make for itself.
 */
final class ServerCalls implements AutoCloseable {

    /**
     * Servers that close a connection after an answer without saying so, as every HTTP/1.0 server may, do it within
     * this time. The JDK keeps the connection until it sees that, and a request that it sends before is lost; it then
     * sends a GET again, but nothing else. So whatever else follows an answer waits until that is over.
     */
    private static final long REST_NANOS = 3_000_000;

    private @Nullable HttpTransport transport;
    private long lastEnded = System.nanoTime() - REST_NANOS;

    /** Makes one call: {@code {"op":"call"}}. */
    Answer call(@Nullable String id, RequestLine request) {
        ClientOperation operation = operation(request);
        CallOptions options = CallOptions.of(request);
        try (OpenAiClient client = options.client(transport())) {
            ApiCall<?> call = operation.call(client, arguments(request));
            rest(operation);
            ApiResponse<?> response = options.isAsync() ? Futures.await(call.sendAsync()) : call.send();
            return answer(id, response);
        } finally {
            lastEnded = System.nanoTime();
        }
    }

    /** Walks over the pages of a list: {@code {"op":"listAll"}}. A walk that fails tells the ids up to there. */
    Answer listAll(@Nullable String id, RequestLine request) {
        ItemList list = ItemList.of(operation(request));
        CallOptions options = CallOptions.of(request);
        long limit = limit(request);
        List<String> ids = new ArrayList<>();
        try (OpenAiClient client = options.client(transport())) {
            list.walk(client, options.isAsync(), arguments(request), limit, item -> ids.add(idOf(item)));
            return Answer.to(id).flag("ok", true).number("count", ids.size()).json("ids", array(ids));
        } catch (ParleyException e) {
            Answer failed = Failure.answer(id, e);
            return ids.isEmpty() ? failed : failed.number("count", ids.size()).json("ids", array(ids));
        } finally {
            lastEnded = System.nanoTime();
        }
    }

    /** Reads a stream of events to its end: {@code {"op":"stream"}}. One that breaks tells the events up to there. */
    Answer stream(@Nullable String id, RequestLine request) {
        ClientOperation operation = operation(request);
        CallOptions options = CallOptions.of(request);
        List<String> events = new ArrayList<>();
        try (OpenAiClient client = options.client(transport())) {
            StreamCall<ResponseStreamEvent> call = operation.stream(client, arguments(request));
            rest(operation);
            if (options.isAsync()) {
                Futures.await(call.publisher().forEach(event -> events.add(described(event))));
            } else {
                try (EventStream<ResponseStreamEvent> stream = call.open()) {
                    stream.forEach(event -> events.add(described(event)));
                }
            }
            return Answer.to(id).flag("ok", true).json("events", array(events));
        } catch (ParleyException e) {
            Answer failed = Failure.answer(id, e);
            return events.isEmpty() ? failed : failed.json("events", array(events));
        } finally {
            lastEnded = System.nanoTime();
        }
    }

    @Override
    public void close() {
        if (transport != null) {
            transport.close();
        }
    }

    private HttpTransport transport() {
        if (transport == null) {
            ClientOptions defaults =
                    ClientOptions.builder().baseUrl("http://127.0.0.1").build();
            transport = JdkHttpTransport.create(defaults.connectTimeout());
        }
        return transport;
    }

    private static Answer answer(@Nullable String id, ApiResponse<?> response) {
        Object value;
        try {
            value = response.value();
        } catch (DecodingException e) {
            return Failure.answer(id, e, response);
        }
        Answer answer = Answer.to(id)
                .flag("ok", true)
                .text("class", value == null ? null : value.getClass().getSimpleName())
                .number("status", response.status())
                .text("requestId", response.requestId());
        return answer.json("json", value instanceof JsonWritable writable ? writable.toJson() : "null");
    }

    private void rest(ClientOperation operation) {
        long left = REST_NANOS - (System.nanoTime() - lastEnded);
        if (left > 0 && !operation.method().equals("GET")) {
            LockSupport.parkNanos(left);
        }
    }

    private static ClientOperation operation(RequestLine request) {
        String name = request.text("method");
        return ClientOperation.named(name)
                .orElseThrow(() -> new BadRequestException(NearNames.refusal("method", name, names())));
    }

    /** Returns the names of all operations, in the document's order. */
    static List<String> names() {
        return ClientOperation.all().stream().map(ClientOperation::name).toList();
    }

    /** A body of null is none: there is no operation that sends one. */
    private static CallArguments arguments(RequestLine request) {
        JsonValue body = request.has("body") ? JsonValue.parse(request.json("body")) : null;
        return new CallArguments(request.object("args"), body == JsonNull.INSTANCE ? null : body);
    }

    private static long limit(RequestLine request) {
        JsonValue limit = request.value("limit");
        if (limit == null || limit == JsonNull.INSTANCE) {
            return Long.MAX_VALUE;
        }
        try {
            long most = limit instanceof JsonNumber number ? number.longValue() : -1;
            if (most >= 0) {
                return most;
            }
        } catch (ArithmeticException e) {
            throw new BadRequestException("'limit' is not a whole number", e);
        }
        throw new BadRequestException("'limit' is not a number of items");
    }

    private static String idOf(JsonWritable item) {
        JsonValue id = JsonValue.parse(item.toJson()) instanceof JsonObject object ? object.get("id") : null;
        return id == null ? "null" : id.toJson();
    }

    private static String described(JsonWritable event) {
        return Answer.to(null)
                .text("class", event.getClass().getSimpleName())
                .json("json", event.toJson())
                .toJson();
    }

    private static String array(List<String> elements) {
        return "[" + String.join(",", elements) + "]";
    }
}
