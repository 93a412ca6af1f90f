package dev.parley.testkit;

import com.sun.net.httpserver.Headers;
import dev.parley.runtime.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A Conversations API server in memory, for tests and examples. It listens on {@code 127.0.0.1} only, its threads are
 * daemons, and {@link #close} forgets everything.
 *
 * <pre>{@code
 * try (ConversationsServer server = ConversationsServer.start()) {
 *     // point a client at server.baseUrl() and use it
 *     assertThat(server.requests()).hasSize(1);
 * }
 * }</pre>
 *
 * <p>It does the eight operations under {@code /conversations} the way the service does, member order, identifiers and
 * error bodies included. An instance may be used by several threads.
 */
public final class ConversationsServer implements AutoCloseable {

    private final ConversationStore store = new ConversationStore();
    private final ItemIntake intake;
    private final ExchangeHandler handler;
    private final LoopbackListener listener;

    private ConversationsServer(Builder options) throws IOException {
        Ids ids = new Ids(options.clock, options.seed);
        intake = new ItemIntake(store, ids);
        Router router = new Router(
                new ConversationOperations(store, intake, ids, options.clock), new ItemOperations(store, intake));
        handler = new ExchangeHandler(store, router, new Credentials(options.apiKey), ids);
        listener = new LoopbackListener(options.port, handler);
    }

    /**
     * Starts a server on a free port that lets every request in.
     *
     * @return the running server
     * @throws UncheckedIOException if no port can be had
     */
    public static ConversationsServer start() {
        return builder().start();
    }

    /**
     * Returns the options of a server yet to be started.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the base URL to give to a client, {@code http://127.0.0.1:PORT/v1}, without a slash at its end.
     *
     * @return the base URL
     */
    public String baseUrl() {
        return "http://127.0.0.1:" + listener.port() + "/v1";
    }

    /**
     * Returns what the server received so far, refused requests and those with a scripted answer included.
     *
     * @return the requests in the order in which they came, an immutable snapshot
     */
    public List<RecordedRequest> requests() {
        return handler.requests();
    }

    /**
     * Answers the next request with a failure instead of doing what it asks. Calls add up: each scripts one more
     * request, first come, first served. The headers that every answer has are sent too, unless given here.
     *
     * @param status the HTTP status, 200 to 599; a 2xx with a broken body is a failure too
     * @param body the body as it is to be sent, in UTF-8; empty for none; never sent with 204 and 304
     * @param headers further headers, such as {@code retry-after}, one value each
     * @throws IllegalArgumentException if the status is out of its range, or a header holds a line break
     */
    public void failNext(int status, String body, Map<String, String> headers) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("status: expected 200 to 599, but got " + status);
        }
        Map<String, String> lowerCase = new LinkedHashMap<>();
        headers.forEach((name, value) -> {
            requireSendable(name, value);
            lowerCase.put(name.toLowerCase(Locale.ROOT), value);
        });
        handler.script(new Answer(status, body, lowerCase));
    }

    /** The JDK's own headers refuse what would break the answer apart. */
    private static void requireSendable(String name, String value) {
        new Headers().set(name, value);
    }

    /**
     * Puts an item into a conversation as if the service had made it, at its end, unchecked and unchanged; any type
     * will do. An item without an {@code id} gets one of the shape that items of a model response have. What
     * {@code include} governs is answered only to requests that ask for it.
     *
     * @param conversationId the conversation, which must exist and not be deleted
     * @param item the item with at least a {@code type}
     * @return the item as it is stored, with its {@code id}
     * @throws IllegalArgumentException if there is no such conversation, the item has no {@code type}, its {@code id}
     *     is not a string, or the conversation has an item of that {@code id}
     */
    public JsonObject seedItem(String conversationId, JsonObject item) {
        synchronized (store) {
            StoredConversation conversation = known(conversationId);
            if (conversation.isDeleted()) {
                throw new IllegalArgumentException("conversationId: '" + conversationId + "' has been deleted");
            }
            StoredItem stored = intake.seed(item, conversation);
            conversation.add(stored);
            return stored.json();
        }
    }

    /**
     * Returns the items of a conversation as they are stored, with everything that {@code include} governs. The service
     * keeps the items of a deleted conversation, though none of the operations gets at them; this does.
     *
     * @param conversationId the conversation, deleted or not
     * @return its items, the oldest first, an immutable snapshot
     * @throws IllegalArgumentException if there never was such a conversation
     */
    public List<JsonObject> items(String conversationId) {
        synchronized (store) {
            return known(conversationId).items().stream().map(StoredItem::json).toList();
        }
    }

    /** Stops listening and drops open connections. Closing twice does nothing. */
    @Override
    public void close() {
        listener.close();
    }

    @Override
    public String toString() {
        return "ConversationsServer[" + baseUrl() + "]";
    }

    private StoredConversation known(String conversationId) {
        StoredConversation conversation = store.findEvenDeleted(conversationId);
        if (conversation == null) {
            throw new IllegalArgumentException("conversationId: no conversation '" + conversationId
                    + "' on this server; create it through the API first");
        }
        return conversation;
    }

    /** The options of a {@link ConversationsServer}; each has a default. */
    public static final class Builder {

        private int port;
        private Clock clock = Clock.systemUTC();
        private long seed = new Random().nextLong();
        private @Nullable String apiKey;

        private Builder() {}

        /**
         * Sets the port to listen on.
         *
         * @param port 0 for any free port, which is the default, to 65535
         * @return this builder
         * @throws IllegalArgumentException if the port is out of its range
         */
        public Builder port(int port) {
            if (port < 0 || port > 0xFFFF) {
                throw new IllegalArgumentException("port: expected 0 (any free one) to 65535, but got " + port);
            }
            this.port = port;
            return this;
        }

        /**
         * Sets where {@code created_at} and the time in identifiers come from; the default is the system's clock.
         *
         * @param clock the clock
         * @return this builder
         */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /**
         * Makes identifiers repeatable: servers of the same seed and a fixed clock give the same identifiers to the
         * same requests in the same order. By default no two servers do.
         *
         * @param seed any number
         * @return this builder
         */
        public Builder seed(long seed) {
            this.seed = seed;
            return this;
        }

        /**
         * Refuses every request that does not bring this key as a bearer credential; by default none is asked for.
         *
         * @param apiKey the key
         * @return this builder
         */
        public Builder apiKey(String apiKey) {
            this.apiKey = apiKey;
            return this;
        }

        /**
         * Starts the server.
         *
         * @return the running server
         * @throws UncheckedIOException if the port cannot be had
         */
        public ConversationsServer start() {
            try {
                return new ConversationsServer(this);
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "port: cannot listen on 127.0.0.1:" + port + "; leave the port out to get a free one", e);
            }
        }
    }
}
