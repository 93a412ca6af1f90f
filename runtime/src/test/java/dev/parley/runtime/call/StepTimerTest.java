package dev.parley.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StepTimerTest {
    private final CompletableFuture<@Nullable Void> time = new CompletableFuture<>();
    private final List<String> done = new ArrayList<>();

    @Test
    void timeIsOver_actionRunsInTheExecutor() {
        List<Runnable> handedOver = new ArrayList<>();
        StepTimer unused = StepTimer.start(time, () -> done.add("late"), handedOver::add);
        time.complete(null);

        assertThat(done).isEmpty();
        handedOver.forEach(Runnable::run);
        assertThat(done).containsExactly("late");
    }

    @Test
    void timeIsOver_executorThatTakesNoMore_actionRunsNevertheless() {
        Executor shutDown = task -> {
            throw new RejectedExecutionException("scripted");
        };
        StepTimer unused = StepTimer.start(time, () -> done.add("late"), shutDown);
        time.complete(null);

        assertThat(done).containsExactly("late");
    }

    @Test
    void stop_beforeTheTimeIsOver_nothingRuns() {
        StepTimer timer = StepTimer.start(time, () -> done.add("late"), Runnable::run);
        timer.stop();

        assertThat(time).isCompleted();
        assertThat(done).isEmpty();
    }
}
