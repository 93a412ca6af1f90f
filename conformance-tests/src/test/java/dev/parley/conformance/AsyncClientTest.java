package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.openai.AsyncOpenAiClient;
import dev.parley.openai.OpenAiClient;
import dev.parley.openai.model.Conversation;
import dev.parley.openai.model.ConversationItemList;
import dev.parley.openai.model.Message;
import dev.parley.openai.model.Response;
import dev.parley.openai.service.AsyncConversationItemService;
import dev.parley.openai.service.AsyncConversationService;
import dev.parley.openai.service.AsyncResponseService;
import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.error.NotFoundException;
import dev.parley.runtime.error.TimeoutException;
import dev.parley.runtime.error.TransportException;
import dev.parley.runtime.http.HttpRequest;
import dev.parley.runtime.http.HttpResponse;
import dev.parley.runtime.http.HttpTransport;
import dev.parley.runtime.http.JdkHttpTransport;
import dev.parley.runtime.http.UrlConnectionTransport;
import dev.parley.testkit.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The client that does not wait: each operation, how it fails, and how it is given up. */
@Timeout(120)
class AsyncClientTest {

    private final Kit kit = new Kit();
    private final AsyncOpenAiClient async = kit.client.async();

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void conversations_eachOperation_isWhatTheClientThatWaitsSees() {
        AsyncConversationService conversations = async.conversations();
        Conversation created =
                conversations.create(c -> c.metadata(Map.of("k", "v"))).join();

        assertThat(kit.conversations().retrieve(created.id())).isEqualTo(created);
        assertThat(conversations.retrieve(created.id()).join()).isEqualTo(created);
        Conversation updated = conversations
                .update(created.id(), u -> u.metadata(Map.of("k", "w")))
                .join();
        assertThat(kit.conversations().retrieve(created.id()))
                .isEqualTo(updated)
                .isNotEqualTo(created);
        assertThat(conversations.delete(created.id()).join().deleted()).isTrue();
        assertThatThrownBy(() -> kit.conversations().retrieve(created.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void items_eachOperation_isWhatTheClientThatWaitsSees() {
        String id = kit.conversationOf(0);
        AsyncConversationItemService items = async.conversations().items();

        ConversationItemList added = items.create(
                        id, c -> c.addItem(Kit.user("text 0")).addItem(Kit.user("text 1")))
                .join();
        String first = ((Message) added.data().get(0)).id();

        assertThat(items.list(id).join().items()).isEqualTo(kit.items().list(id).items());
        assertThat(items.list(id, q -> q.order("asc")).join().items()).isEqualTo(added.data());
        assertThat(items.retrieve(id, first).join())
                .isEqualTo(added.data().get(0))
                .isEqualTo(kit.items().retrieve(id, first));
        assertThat(items.delete(id, first).join().id()).isEqualTo(id);
        assertThat(Kit.texts(kit.items().list(id).all())).containsExactly("text 1");
    }

    @Test
    void responses_eachOperation_isWhatTheClientThatWaitsSees() {
        AsyncResponseService responses = async.responses();

        Response created =
                responses.create(r -> r.model("gpt-4").input("Hello!")).join();

        assertThat(kit.responses().retrieve(created.id())).isEqualTo(created);
        assertThat(responses.retrieve(created.id()).join()).isEqualTo(created);
        assertThat(responses.inputItems().list(created.id()).join().items())
                .isEqualTo(kit.responses().inputItems().list(created.id()).items())
                .hasSize(1);
        assertThat(responses.delete(created.id()).join()).isNull();
        assertThatThrownBy(() -> kit.responses().retrieve(created.id())).isInstanceOf(NotFoundException.class);
        String queued = responses
                .create(r -> r.model("gpt-4").background(true).input("x"))
                .join()
                .id();
        assertThat(responses.cancel(queued).join().status()).isEqualTo(Response.Status.Known.CANCELLED);
    }

    @Test
    void calls_manyAtOnce_areAllAnswered() {
        String id = kit.conversationOf(0);
        List<CompletableFuture<Conversation>> calls = IntStream.range(0, 60)
                .mapToObj(i -> async.conversations().retrieve(id))
                .toList();

        CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).join();

        assertThat(calls).extracting(CompletableFuture::join).hasSize(60).allMatch(c -> c.id().equals(id));
    }

    @Test
    void cancel_whileWaiting_abortsTheExchange() {
        try (LoopbackServer silent = LoopbackServer.silent();
                OpenAiClient client = silent.client()) {
            CompletableFuture<Conversation> call =
                    client.async().conversations().retrieve("conv_1");
            CompletableFuture<String> derived = call.thenApply(Conversation::id);
            Kit.eventually(() -> silent.requests().size() == 1);

            assertThat(derived.cancel(true)).isTrue();

            Kit.eventually(call::isDone);
            assertThatThrownBy(call::join).isInstanceOf(CancellationException.class);
            assertThat(silent.requests()).hasSize(1);
        }
    }

    @Test
    void cancel_whileTheBodyDrips_closesTheConnection() {
        // Byte by byte the body takes longer than the test waits for the end of the exchange.
        kit.server.failNext(Fault.drip(Duration.ofMillis(400)));
        try (HttpTransport jdk = JdkHttpTransport.builder().build()) {
            HeadsSeen transport = new HeadsSeen(jdk);
            CompletableFuture<Conversation> call = async.withOptions(o -> o.transport(transport))
                    .conversations()
                    .create();
            transport.head.join();
            assertThat(kit.server.activeExchanges()).isEqualTo(1);

            assertThat(call.cancel(true)).isTrue();

            kit.awaitNoExchange();
            assertThat(kit.server.requests()).hasSize(1);
        }
    }

    /** Tells when the head of an answer is there, and changes nothing. */
    private record HeadsSeen(HttpTransport inner, CompletableFuture<Void> head) implements HttpTransport {
        HeadsSeen(HttpTransport inner) {
            this(inner, new CompletableFuture<>());
        }

        @Override
        public HttpResponse send(HttpRequest request) {
            throw new AssertionError("a call that does not wait");
        }

        @Override
        public CompletableFuture<HttpResponse> sendAsync(HttpRequest request, Executor executor) {
            CompletableFuture<HttpResponse> exchange = inner.sendAsync(request, executor);
            CompletableFuture<?> unused = exchange.thenRun(() -> head.complete(null));
            return exchange;
        }
    }

    @Test
    void failures_areTheExceptionsOfTheClientThatWaits() {
        kit.net.excuseAnswers("the answers are scripted");
        assertThat(failure(async.conversations().retrieve("conv_none")))
                .isInstanceOfSatisfying(
                        NotFoundException.class,
                        e -> assertThat(e)
                                .hasMessageStartingWith("GET /conversations/{conversation_id}")
                                .extracting(NotFoundException::attempts)
                                .isEqualTo(1));
        kit.server.failNext(200, "{\"id\":1}", Map.of());
        assertThat(failure(async.conversations().create()))
                .isInstanceOfSatisfying(
                        DecodingException.class, e -> assertThat(e.path()).isEqualTo("$.id"));
        kit.server.failNext(Fault.dropConnection());
        assertThat(failure(async.responses().create(r -> r.model("m").input("x"))))
                .isExactlyInstanceOf(TransportException.class)
                .hasMessageStartingWith("POST /responses: ");
        kit.server.failNext(Fault.neverAnswer());
        assertThat(failure(async.withOptions(o -> o.timeout(Duration.ofMillis(100)))
                        .conversations()
                        .create()))
                .isInstanceOf(TimeoutException.class)
                .hasMessageContaining("100 ms");
    }

    @Test
    void join_ofAFailure_hasTheExceptionAsItsCause() {
        CompletionException e = catchThrowableOfType(
                CompletionException.class,
                () -> async.conversations().retrieve("conv_none").join());

        assertThat(e).hasCauseInstanceOf(NotFoundException.class);
        assertThat(async.conversations()
                        .retrieve("conv_none")
                        .thenApply(Conversation::id)
                        .exceptionally(failure -> failure.getCause() instanceof NotFoundException ? "none" : "?")
                        .join())
                .isEqualTo("none");
    }

    @Test
    void call_afterClose_failsInItsFuture() {
        async.close();

        assertThat(failure(async.conversations().create()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> kit.conversations().create()).isInstanceOf(IllegalStateException.class);
        assertThat(kit.server.requests()).isEmpty();
    }

    @Test
    void sync_ofAnAsyncClient_isTheSameClient() {
        assertThat(async.sync().conversations().create().id()).startsWith("conv_");
    }

    @Test
    void executor_ofTheUser_runsWhatIsChained() {
        AtomicReference<@Nullable String> thread = new AtomicReference<>();
        AsyncOpenAiClient own = async.withOptions(o -> o.executor(task -> {
            Thread runner = new Thread(task, "own-thread");
            runner.setDaemon(true);
            runner.start();
        }));
        // What is chained to a call that is over would run here, so the call does not end before it is.
        CompletableFuture<Void> chained = new CompletableFuture<>();
        AsyncOpenAiClient waiting = own.withOptions(
                o -> o.attemptInterceptor((request, next) -> chained.thenCompose(now -> next.proceed(request))));

        CompletableFuture<Void> call = waiting.conversations()
                .create()
                .thenAccept(created -> thread.set(Thread.currentThread().getName()));
        chained.complete(null);
        call.join();

        assertThat(thread.get()).isEqualTo("own-thread");
    }

    @Test
    void overHttpUrlConnection_callsAndFailuresAreTheSame() {
        try (UrlConnectionTransport transport = UrlConnectionTransport.create()) {
            AsyncOpenAiClient url = async.withOptions(o -> o.transport(transport));

            Conversation created = url.conversations().create().join();

            assertThat(kit.conversations().retrieve(created.id())).isEqualTo(created);
            assertThat(failure(url.conversations().retrieve("conv_none"))).isInstanceOf(NotFoundException.class);
        }
    }

    private static @Nullable Throwable failure(CompletableFuture<?> call) {
        return call.handle((value, failure) -> failure).join();
    }
}
