package dev.parley.conformance;

import dev.parley.conformance.strict.ExchangeNet;
import dev.parley.openai.OpenAiClient;
import dev.parley.openai.model.ConversationItem;
import dev.parley.openai.model.EasyInputMessage;
import dev.parley.openai.model.InputItem;
import dev.parley.openai.model.Message;
import dev.parley.openai.service.ConversationItemService;
import dev.parley.openai.service.ConversationService;
import dev.parley.openai.service.ResponseService;
import dev.parley.testkit.ConversationsServer;
import dev.parley.testkit.ModelAnswer;
import dev.parley.testkit.RecordedRequest;
import dev.parley.testkit.ScriptedModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** A server of the test kit and a client of it. */
public final class Kit implements AutoCloseable {

    private static final int MOST_ITEMS_OF_A_CALL = 20;

    /** Holds every request and answer against the document when the kit is closed. */
    public final ExchangeNet net = new ExchangeNet();

    public final ConversationsServer server;
    public final OpenAiClient client;

    public Kit() {
        this(ConversationsServer.builder());
    }

    /** A server whose model gives these answers, one a request. */
    public Kit(ModelAnswer... answers) {
        this(ConversationsServer.builder().model(ScriptedModel.of(answers)));
    }

    public Kit(ConversationsServer.Builder options) {
        server = options.start();
        client = OpenAiClient.builder()
                .baseUrl(server.baseUrl())
                .apiKey("sk-test")
                .maxRetries(0)
                .callInterceptor(net.answers())
                .build();
    }

    public ResponseService responses() {
        return client.responses();
    }

    public ConversationService conversations() {
        return client.conversations();
    }

    public ConversationItemService items() {
        return client.conversations().items();
    }

    /** Starts a conversation with that many messages, {@code text 0} the oldest; returns its identifier. */
    public String conversationOf(int messages) {
        String id = conversations().create().id();
        for (int from = 0; from < messages; from += MOST_ITEMS_OF_A_CALL) {
            int to = Math.min(messages, from + MOST_ITEMS_OF_A_CALL);
            List<InputItem> items =
                    IntStream.range(from, to).mapToObj(i -> user("text " + i)).toList();
            items().create(id, request -> request.items(items));
        }
        return id;
    }

    public RecordedRequest lastRequest() {
        List<RecordedRequest> requests = server.requests();
        return requests.get(requests.size() - 1);
    }

    public static InputItem user(String text) {
        return EasyInputMessage.builder().role("user").content(text).build();
    }

    /** A server whose streams of events take two minutes, so that none ends by itself while a test waits for that. */
    public static Kit slow() {
        return new Kit(ConversationsServer.builder()
                .streamPause(Duration.ofMillis(50))
                .model(ScriptedModel.of("again and again ".repeat(800))));
    }

    /** Waits until the server has nothing left to answer, for a server learns late that a client is gone. */
    public void awaitNoExchange() {
        eventually(() -> server.activeExchanges() == 0);
    }

    /** Waits until something holds, 30 seconds at most. */
    public static void eventually(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not come to hold within 30 s");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    /** The texts of messages, in order. */
    public static List<String> texts(Iterable<ConversationItem> items) {
        List<String> texts = new ArrayList<>();
        for (ConversationItem item : items) {
            texts.add(item instanceof Message message ? message.text() : item.type());
        }
        return texts;
    }

    /** {@code text first} and so on, down or up to {@code text last}. */
    public static List<String> texts(int first, int last) {
        int step = first <= last ? 1 : -1;
        return IntStream.rangeClosed(0, Math.abs(last - first))
                .mapToObj(i -> "text " + (first + step * i))
                .toList();
    }

    @Override
    public void close() {
        client.close();
        server.requests()
                .forEach(request -> net.request(request.method(), request.target(), request.headers(), request.body()));
        server.close();
        net.verify();
    }
}
