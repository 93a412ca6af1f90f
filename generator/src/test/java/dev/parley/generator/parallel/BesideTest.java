package dev.parley.generator.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BesideTest {

    @Test
    void get_askedTwice_hasWorkedOnce() {
        AtomicInteger calls = new AtomicInteger();
        Beside<Integer> value = Beside.of(calls::incrementAndGet);

        assertThat(value.get()).isEqualTo(1);
        assertThat(value.get()).isEqualTo(1);
    }

    @Test
    void get_workThatFails_throwsWhatItThrew() {
        IllegalStateException failure = new IllegalStateException("no");
        Error error = new AssertionError("not at all");

        assertThatThrownBy(() -> Beside.of(() -> {
                            throw failure;
                        })
                        .get())
                .isSameAs(failure);
        assertThatThrownBy(() -> Beside.of(() -> {
                            throw error;
                        })
                        .get())
                .isSameAs(error);
    }

    @Test
    void get_interruptedCaller_getsTheValueAndStaysInterrupted() {
        Beside<String> value = Beside.of(() -> "done");
        Thread.currentThread().interrupt();

        assertThat(value.get()).isEqualTo("done");
        assertThat(Thread.interrupted()).isTrue();
    }
}
