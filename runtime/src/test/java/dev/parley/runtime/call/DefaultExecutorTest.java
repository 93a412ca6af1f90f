package dev.parley.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class DefaultExecutorTest {

    @Test
    void executor_commonPoolOfOneThreadOrNone_isThreadsThatAreKept() {
        assertThat(DefaultExecutor.of(0)).isSameAs(DefaultExecutor.Threads.KEPT);
        assertThat(DefaultExecutor.of(1)).isSameAs(DefaultExecutor.Threads.KEPT);
    }

    @Test
    void executor_commonPoolOfMoreThreads_isThat() {
        assertThat(DefaultExecutor.of(2)).isSameAs(ForkJoinPool.commonPool());
    }

    @Test
    void threads_keepNoProgramAlive() {
        Thread thread = CompletableFuture.supplyAsync(Thread::currentThread, DefaultExecutor.Threads.KEPT)
                .join();

        assertThat(thread.isDaemon()).isTrue();
        assertThat(thread.getContextClassLoader()).isSameAs(ClassLoader.getSystemClassLoader());
    }

    @Test
    void threads_stepThatBlocks_holdsUpNoOther() {
        CyclicBarrier all = new CyclicBarrier(5);

        CompletableFuture<?>[] steps = new CompletableFuture<?>[5];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = CompletableFuture.runAsync(() -> await(all), DefaultExecutor.Threads.KEPT);
        }

        assertThat(CompletableFuture.allOf(steps)).succeedsWithin(30, TimeUnit.SECONDS);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
