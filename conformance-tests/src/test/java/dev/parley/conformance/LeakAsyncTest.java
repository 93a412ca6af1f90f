package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.openai.AsyncOpenAiClient;
import dev.parley.openai.OpenAiClient;
import dev.parley.openai.model.Conversation;
import dev.parley.runtime.call.RetryPolicy;
import dev.parley.runtime.http.HttpTransport;
import dev.parley.runtime.http.JdkHttpTransport;
import dev.parley.runtime.http.UrlConnectionTransport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Many calls at once that block nobody: what they cost while they wait, and that every one of them ends. */
class LeakAsyncTest {

    @Test
    void calls_heldByTheServer_blockNoThreadAndEndWhenCancelled() throws Exception {
        int threads = LeakCensus.threads().size();
        ExecutorService two = threads(2); // if calls blocked their threads, two calls would be sent and no more
        try (LeakServer server = new LeakServer();
                AsyncOpenAiClient client = client(
                                server, JdkHttpTransport.builder().executor(two).build())
                        .withOptions(b -> b.executor(two))) {
            List<CompletableFuture<?>> calls = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                calls.add(client.conversations().retrieve(i % 2 == 0 ? "silent" : "stuck"));
            }
            LeakCensus.await(() -> server.held().size() == 500, 120);

            assertThat(server.held()).hasSize(500);
            assertThat(LeakCensus.threads().size() - threads).isLessThan(20);
            assertThat(calls).noneMatch(CompletableFuture::isDone);

            calls.forEach(call -> call.cancel(true));
            LeakCensus.await(() -> server.connections() == 0, 60);
            assertThat(server.held()).isEmpty();
            assertThat(server.connections()).isZero();
        } finally {
            two.shutdown();
        }
    }

    @Test
    void calls_cancelledAtAnyMomentOverJavaNetHttp_allEnd() throws Exception {
        try (LeakServer server = new LeakServer();
                AsyncOpenAiClient client =
                        client(server, JdkHttpTransport.builder().build())) {
            assertAllEnd(server, client);
        }
    }

    @Test
    void calls_cancelledAtAnyMomentOverHttpUrlConnection_allEnd() throws Exception {
        ExecutorService executor = threads(64);
        try (LeakServer server = new LeakServer();
                AsyncOpenAiClient client =
                        client(server, UrlConnectionTransport.create()).withOptions(b -> b.executor(executor))) {
            assertAllEnd(server, client);
        } finally {
            executor.shutdown();
        }
    }

    private static void assertAllEnd(LeakServer server, AsyncOpenAiClient client) throws Exception {
        int before = running(); // of other tests, whose ends are no matter of this one
        List<CompletableFuture<Conversation>> calls = new ArrayList<>();
        List<CompletableFuture<?>> ends = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            CompletableFuture<Conversation> call = client.conversations().retrieve("random");
            CompletableFuture<Integer> end = new CompletableFuture<>();
            call.whenComplete((value, failure) -> end.complete(0));
            calls.add(call);
            ends.add(end);
            CompletableFuture.delayedExecutor(ThreadLocalRandom.current().nextInt(5_000), TimeUnit.MICROSECONDS)
                    .execute(() -> call.cancel(true));
            if (i % 50 == 49) {
                Thread.sleep(3); // so that some calls are answered
            }
        }
        CompletableFuture.allOf(ends.toArray(new CompletableFuture<?>[0])).get(120, TimeUnit.SECONDS);
        assertThat(calls).allMatch(CompletableFuture::isDone);

        LeakCensus.await(() -> server.held().isEmpty(), 60);
        assertThat(server.held()).isEmpty();
        server.disconnect();
        LeakCensus.await(() -> running() <= before, 60);
        assertThat(running()).as("calls that go on").isLessThanOrEqualTo(before);
    }

    private static ExecutorService threads(int count) {
        return Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, LeakServer.THREADS + "executor");
            thread.setDaemon(true);
            return thread;
        });
    }

    private static int running() {
        LeakCensus census = LeakCensus.take();
        return census.count("dev.parley.runtime.call.CallRun") + census.count("dev.parley.runtime.call.Attempt");
    }

    private static AsyncOpenAiClient client(LeakServer server, HttpTransport transport) {
        return OpenAiClient.builder()
                .baseUrl(server.baseUrl())
                .apiKey("sk-leak")
                .transport(transport)
                .timeout(Duration.ofMinutes(5))
                .retryPolicy(RetryPolicy.builder()
                        .baseDelay(Duration.ofMillis(1))
                        .tokens(0)
                        .build())
                .build()
                .async();
    }
}
