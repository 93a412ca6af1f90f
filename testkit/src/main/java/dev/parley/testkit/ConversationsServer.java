package dev.parley.testkit;

import dev.parley.runtime.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
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
 * <p>It does the eight operations under {@code /conversations} and the five under {@code /responses} the way the service
 * does, member order, identifiers, error bodies and streams of events included; a {@link Model} stands for the model. A POST
 * with an {@code idempotency-key} that was done before is answered again, not done again, and the answer says {@code
 * idempotent-replayed: true}. An instance may be used by several threads.
 */
public final class ConversationsServer implements AutoCloseable {

    private final ConversationStore store = new ConversationStore();
    private final ItemIntake intake;
    private final ExchangeHandler handler;
    private final LoopbackListener listener;

    private ConversationsServer(Builder options) throws IOException {
        Ids ids = new Ids(options.clock, options.seed);
        ResponseStore responses = new ResponseStore();
        intake = new ItemIntake(store, responses, ids);
        Router router = new Router(
                new ConversationOperations(store, intake, ids, options.clock),
                new ItemOperations(store, intake),
                new ResponseOperations(store, responses, intake, options.model, ids, options.clock));
        AnswerWriter writer = new AnswerWriter(ids, new EventWriter(options.streamPause, options.streamDone));
        handler = new ExchangeHandler(store, router, new Credentials(options.apiKey), writer);
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
        failNext(Fault.answer(status, body, headers));
    }

    /**
     * Lets something go wrong with the next request. Calls add up with those of {@link #failNext(int, String, Map)}.
     *
     * @param fault what goes wrong
     */
    public void failNext(Fault fault) {
        handler.script(fault);
    }

    /**
     * Lets something go wrong in the middle of the next stream of events; requests that are not answered by a stream are
     * left alone. Calls add up: each scripts one more stream, first come, first served.
     *
     * @param fault what goes wrong
     */
    public void failNextStream(StreamFault fault) {
        handler.script(fault);
    }

    /**
     * Returns how many requests are being answered: those with a stream under way and those that are never answered
     * included, those that are not received whole and connections that wait for a further request not. Each that counts
     * is among {@link #requests}. The server learns that a client is gone when it writes, so the number may lag behind.
     *
     * @return the number, 0 or more
     */
    public int activeExchanges() {
        return handler.active();
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
        private Model model = Model.echo();
        private Duration streamPause = Duration.ZERO;
        private boolean streamDone;

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
         * Sets what answers requests for a response; the default is {@link Model#echo()}.
         *
         * @param model the model, such as a {@link ScriptedModel}
         * @return this builder
         */
        public Builder model(Model model) {
            this.model = model;
            return this;
        }

        /**
         * Sets the wait between two events of a stream, and before a {@link StreamFault}; there is none by default.
         *
         * @param pause the wait, zero or more
         * @return this builder
         * @throws IllegalArgumentException if the pause is negative
         */
        public Builder streamPause(Duration pause) {
            if (pause.isNegative()) {
                throw new IllegalArgumentException("pause: expected no negative duration, but got " + pause);
            }
            this.streamPause = pause;
            return this;
        }

        /**
         * Sets whether a stream ends with {@code data: [DONE]}. By default it does not: the service's streams of responses
         * end with their last event.
         *
         * @param done whether it does
         * @return this builder
         */
        public Builder streamDone(boolean done) {
            this.streamDone = done;
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
