package dev.parley.generator.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InOrderTest {

    private static final List<Integer> NUMBERS =
            IntStream.range(0, 1000).boxed().toList();

    @Test
    void map_onSeveralThreads_keepsTheOrderOfTheList() {
        assertThat(InOrder.map(NUMBERS, number -> "n" + number, 4))
                .isEqualTo(NUMBERS.stream().map(number -> "n" + number).toList());
    }

    @Test
    void map_onSeveralThreads_usesAllOfThem() {
        CountDownLatch atWork = new CountDownLatch(3);

        List<Boolean> met = InOrder.map(
                List.of(1, 2, 3),
                number -> {
                    atWork.countDown();
                    try {
                        return atWork.await(1, TimeUnit.MINUTES);
                    } catch (InterruptedException e) {
                        return false;
                    }
                },
                3);

        assertThat(met).containsExactly(true, true, true);
    }

    @Test
    void map_emptyOrShortList_needsNoThread() {
        Thread caller = Thread.currentThread();

        assertThat(InOrder.map(List.of(), number -> number)).isEmpty();
        assertThat(InOrder.map(List.of(1, 2), number -> Thread.currentThread())).containsExactly(caller, caller);
    }

    @Test
    void map_severalFailures_throwsTheFirstInTheList() {
        assertThatThrownBy(() -> InOrder.map(
                        NUMBERS,
                        number -> {
                            if (number >= 500) {
                                throw new IllegalStateException("at " + number);
                            }
                            return number;
                        },
                        4))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("at 500");
    }

    @Test
    void all_worksOfDifferentLength_yieldInTheirOrder() {
        CountDownLatch second = new CountDownLatch(1);

        List<String> all = InOrder.<String>all(List.of(
                () -> {
                    try {
                        return second.await(1, TimeUnit.MINUTES) ? "first" : "late";
                    } catch (InterruptedException e) {
                        return "interrupted";
                    }
                },
                () -> {
                    second.countDown();
                    return "second";
                }));

        assertThat(all).containsExactly("first", "second");
    }

    @Test
    void map_afterAFailure_takesNoFurtherElement() {
        Map<Integer, Boolean> taken = new ConcurrentHashMap<>();

        assertThatThrownBy(() -> InOrder.map(
                        NUMBERS,
                        number -> {
                            taken.put(number, true);
                            throw new StackOverflowError();
                        },
                        2))
                .isInstanceOf(StackOverflowError.class);
        assertThat(taken).hasSizeLessThan(3);
    }
}
