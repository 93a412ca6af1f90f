package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.http.HttpTransport;
import dev.parley.runtime.http.JdkHttpTransport;
import dev.parley.runtime.http.UrlConnectionTransport;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Ten thousand calls, half of them over each transport, most of which go wrong, leave nothing behind. */
class LeakTest {
    private static final int CALLS = 5_000;
    private static final int THREADS = 16;

    /** What may differ between two moments without growing; much less than one object for every call of a kind. */
    private static final int MARGIN = 15;

    private static final String IDLE = "jdk.internal.net.http.PlainHttpConnection";

    private static final List<String> OF_A_CALL = List.of(
            "call.CallRun",
            "call.Attempt",
            "call.AttemptSeries",
            "call.CallFuture",
            "call.CallEngine",
            "call.Cancellation",
            "http.HttpResponse",
            "http.BodyRelay",
            "http.UrlExchange",
            "http.UrlBody",
            "http.JdkExchange",
            "http.SocketSlot");

    private static final long MARGIN_BYTES = 1_000_000;

    @Test
    void calls_endingInEveryWayOverJavaNetHttp_leaveNothingBehind() throws Exception {
        Set<Thread> before = LeakCensus.threads();

        leavesNothing(before, true);
    }

    @Test
    void calls_endingInEveryWayOverHttpUrlConnection_leaveNothingBehind() throws Exception {
        Set<Thread> before = LeakCensus.threads();

        leavesNothing(before, false);
    }

    private static void leavesNothing(Set<Thread> before, boolean jdk) throws Exception {
        LeakCensus atFirst = LeakCensus.take(); // other test classes keep clients of theirs
        try (LeakServer server = new LeakServer()) {
            run(server, jdk);

            LeakCensus.await(
                    () -> server.connections() == 0
                            && LeakCensus.threadsBeside(before).isEmpty(),
                    60);
            assertThat(server.connections()).as("open connections").isZero();
            assertThat(LeakCensus.threadsBeside(before)).as("live threads").isEmpty();
        }
        // Awaited: the JDK forgets sockets after some seconds, and a thread may still be on its way out.
        LeakCensus.await(() -> left(atFirst).isEmpty(), 60);
        assertThat(left(atFirst)).as("objects left").isEmpty();
    }

    /** Returns how many more objects there are of each kind that a call is made of. */
    private static TreeMap<String, Integer> left(LeakCensus atFirst) {
        TreeMap<String, Integer> left = new TreeMap<>();
        LeakCensus now = LeakCensus.take();
        for (String type : OF_A_CALL) {
            int more = now.count("dev.parley.runtime." + type) - atFirst.count("dev.parley.runtime." + type);
            if (more > 0) {
                left.put(type, more);
            }
        }
        return left;
    }

    /** A method of its own, so that no frame holds the client when its end is waited for. */
    private static void run(LeakServer server, boolean jdk) throws IOException, InterruptedException {
        int idle = LeakCensus.take().count(IDLE);
        ExecutorService executor = jdk ? null : threads(2 * THREADS);
        HttpTransport transport = jdk ? JdkHttpTransport.builder().build() : UrlConnectionTransport.create();
        try (transport;
                LeakCalls calls = new LeakCalls(server, transport, executor)) {
            half(calls.calls());
            LeakCensus first = settled(server, idle);
            half(calls.calls());
            settled(server, idle);
            // Awaited: what was cancelled may still be on its way out.
            LeakCensus.await(() -> LeakCensus.take().grownSince(first, MARGIN).isEmpty(), 30);
            LeakCensus second = LeakCensus.take();
            assertThat(second.grownSince(first, MARGIN)).as("objects more").isEmpty();
            if (jdk) { // the other keeps what it drains in vain for five seconds
                assertThat(second.bytes() - first.bytes()).as("bytes more").isLessThan(MARGIN_BYTES);
            }
        } finally {
            if (executor != null) {
                executor.shutdown();
                executor.awaitTermination(60, TimeUnit.SECONDS);
            }
        }
    }

    private static void half(List<LeakCall> calls) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        Set<String> wrong = new ConcurrentSkipListSet<>();
        ExecutorService threads = threads(THREADS);
        for (int i = 0; i < THREADS; i++) {
            threads.execute(() -> {
                for (int n = next.getAndIncrement(); n < CALLS / 2; n = next.getAndIncrement()) {
                    String surprise = calls.get(n % calls.size()).surprise();
                    if (surprise != null) {
                        wrong.add(surprise);
                    }
                }
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
        assertThat(wrong).isEqualTo(new TreeSet<>());
        assertThat(next.get()).isGreaterThanOrEqualTo(CALLS / 2);
    }

    /** Waits until only idle connections are left, and counts. */
    private static LeakCensus settled(LeakServer server, int idle) throws IOException, InterruptedException {
        LeakCensus.await(() -> server.held().isEmpty() && server.connections() <= 6 * THREADS, 60);
        assertThat(server.held())
                .as("exchanges that the client has not given up")
                .isEmpty();
        assertThat(server.connections()).as("connections").isLessThanOrEqualTo(6 * THREADS);
        server.disconnect(); // so that no idle connection keeps its last exchange in memory
        LeakCensus.await(() -> LeakCensus.take().count(IDLE) <= idle, 30);
        return LeakCensus.take();
    }

    private static ExecutorService threads(int count) {
        return Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, LeakServer.THREADS + "caller");
            thread.setDaemon(true);
            return thread;
        });
    }
}
