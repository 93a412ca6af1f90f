package dev.parley.runtime.page;

import static dev.parley.runtime.page.ScriptedPage.last;
import static dev.parley.runtime.page.ScriptedPage.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.runtime.error.PagingException;
import dev.parley.runtime.error.TransportException;
import dev.parley.runtime.flow.RecordingSubscriber;
import dev.parley.runtime.page.ScriptedPage.Content;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class AsyncPageTest {

    @Test
    void forEach_overSeveralPages_givesTheItemsInOrder() {
        ScriptedAsyncPage first = ScriptedAsyncPage.first(page("a", 1, 2), page("b"), page("c", 3), last(4));
        List<Integer> seen = new ArrayList<>();

        CompletableFuture<Void> done = first.forEach(seen::add);

        assertThat(done).isCompleted();
        assertThat(seen).containsExactly(1, 2, 3, 4);
        assertThat(first.fetched()).isEqualTo(3);
    }

    @Test
    void toList_ofAnEmptyList_isEmpty() {
        assertThat(ScriptedAsyncPage.first(last()).toList(10).join()).isEmpty();
    }

    @ParameterizedTest(name = "{0} items cost {1} fetches")
    @CsvSource({"0, 0, 0", "1, 0, 1", "2, 0, 2", "3, 1, 3", "4, 1, 4", "5, 3, 5", "6, 3, 6", "7, 3, 6"})
    void toList_upToALimit_fetchesNoPageBehindTheOneThatCompletesIt(long maxItems, int fetches, int items) {
        ScriptedAsyncPage first = ScriptedAsyncPage.first(page("a", 1, 2), page("b", 3, 4), page("c"), last(5, 6));

        assertThat(first.toList(maxItems).join()).hasSize(items);
        assertThat(first.fetched()).isEqualTo(fetches);
    }

    @Test
    void toList_isUnmodifiable() {
        List<Integer> list = ScriptedAsyncPage.first(last(1)).toList(10).join();

        assertThatThrownBy(() -> list.add(2)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void limits_thatAreNegative_areRefused() {
        ScriptedAsyncPage first = ScriptedAsyncPage.first(last(1));

        assertThatThrownBy(() -> first.all(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> first.toList(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> first.forEach(-1, item -> {})).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void forEach_upToALimit_stopsThere() {
        List<Integer> seen = new ArrayList<>();

        ScriptedAsyncPage.first(page("a", 1, 2), last(3)).forEach(2, seen::add).join();

        assertThat(seen).containsExactly(1, 2);
    }

    @Test
    void forEachWhile_untilFalse_fetchesNothingAfterwards() {
        ScriptedAsyncPage first = ScriptedAsyncPage.first(page("a", 1, 2), page("b", 3, 4), last(5));
        List<Integer> seen = new ArrayList<>();

        CompletableFuture<Void> done = first.forEachWhile(item -> {
            seen.add(item);
            return item < 3;
        });

        assertThat(done).isCompleted();
        assertThat(seen).containsExactly(1, 2, 3);
        assertThat(first.fetched()).isEqualTo(1);
    }

    @Test
    void all_withoutDemand_fetchesNothing() {
        ScriptedAsyncPage first = ScriptedAsyncPage.first(page("a", 1, 2), page("b", 3), last(4));
        RecordingSubscriber<Integer> subscriber = new RecordingSubscriber<>(2, 0);
        first.all().subscribe(subscriber);

        assertThat(subscriber.items()).containsExactly(1, 2);
        assertThat(first.fetched()).isZero();

        subscriber.subscription().request(1);
        assertThat(subscriber.items()).containsExactly(1, 2, 3);
        assertThat(first.fetched()).isEqualTo(1);

        subscriber.subscription().request(10);
        assertThat(subscriber.items()).containsExactly(1, 2, 3, 4);
        assertThat(subscriber.isCompleted()).isTrue();
        assertThat(subscriber.ends()).isEqualTo(1);
    }

    @Test
    void all_subscribedTwice_walksTwice() {
        ScriptedAsyncPage first = ScriptedAsyncPage.first(page("a", 1), last(2));
        for (int time = 0; time < 2; time++) {
            RecordingSubscriber<Integer> subscriber = new RecordingSubscriber<>(1, 1);
            first.all().subscribe(subscriber);
            assertThat(subscriber.items()).containsExactly(1, 2);
        }
        assertThat(first.fetched()).isEqualTo(2);
    }

    @Test
    void request_ofNothing_fails() {
        RecordingSubscriber<Integer> subscriber = new RecordingSubscriber<>(0, 0);
        ScriptedAsyncPage.first(last(1)).all().subscribe(subscriber);

        subscriber.subscription().request(0);

        assertThat(subscriber.error()).isInstanceOf(IllegalArgumentException.class);
        assertThat(subscriber.items()).isEmpty();
    }

    @Test
    void forEach_overAHundredThousandPagesAtHand_doesNotGrowTheStack() {
        int pages = 100_000;
        ScriptedAsyncPage first =
                ScriptedAsyncPage.first(number -> number < pages ? page("cursor " + number, number) : last(number));
        AtomicLong sum = new AtomicLong();
        AtomicInteger deepest = new AtomicInteger();

        first.forEach(item -> {
                    sum.addAndGet(item);
                    if (item % 1000 == 0) {
                        deepest.accumulateAndGet(depth(), Math::max);
                    }
                })
                .join();

        assertThat(sum).hasValue((long) pages * (pages + 1) / 2);
        assertThat(deepest.get()).isLessThan(100);
    }

    @Test
    void forEach_overAHundredThousandEmptyPages_doesNotGrowTheStack() {
        ScriptedAsyncPage first =
                ScriptedAsyncPage.first(number -> number < 100_000 ? page("cursor " + number) : last(7));

        assertThat(first.toList(10).join()).containsExactly(7);
    }

    @Test
    void forEach_overPagesThatComeLater_goesOnInTheThreadThatBringsThem() throws Exception {
        ScriptedAsyncPage first = ScriptedAsyncPage.later(number -> number == 0
                ? CompletableFuture.completedFuture(page("cursor 0", 0))
                : CompletableFuture.supplyAsync(() -> number < 2000 ? page("cursor " + number, number) : last(number)));

        List<Integer> all = first.toList(10_000).get(30, TimeUnit.SECONDS);

        assertThat(all).hasSize(2001).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void forEach_overAHundredThousandItems_holdsOnePageAtATime() {
        AtomicReference<WeakReference<Object>> early = new AtomicReference<>();
        ScriptedAsyncPage first = ScriptedAsyncPage.first(number -> {
            List<Integer> items = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                items.add(number * 100 + i);
            }
            if (number == 500) {
                early.set(new WeakReference<>(items));
            }
            return new Content(items, number < 999, "cursor " + number);
        });
        AtomicLong count = new AtomicLong();

        first.forEach(item -> {
                    count.incrementAndGet();
                    if (item == 90_000) {
                        assertCollected(early.get());
                    }
                })
                .join();

        assertThat(count).hasValue(100_000);
        assertThat(first.fetched()).isEqualTo(999);
    }

    @ParameterizedTest(name = "lead-in {0}, circle {1}")
    @CsvSource({"0, 1", "0, 2", "3, 5", "7, 1", "100, 37"})
    void forEach_whenTheCursorsLeadInACircle_failsAfterFewPages(int leadIn, int length) {
        ScriptedAsyncPage first = ScriptedAsyncPage.first(number ->
                page("cursor " + (number < leadIn ? number : leadIn + (number - leadIn) % length), number));

        assertThatThrownBy(() -> first.toList(100_000).join())
                .cause()
                .isInstanceOf(PagingException.class)
                .hasMessageContaining("circle");
        assertThat(first.fetched()).isBetween(leadIn + length, 4 * (leadIn + length));
    }

    @Test
    void forEach_whenAPageHasMoreButNamesNoCursor_fails() {
        ScriptedAsyncPage first = ScriptedAsyncPage.first(page(null, 1));

        assertThatThrownBy(() -> first.toList(10).join())
                .cause()
                .isInstanceOf(PagingException.class)
                .hasMessageContaining("no cursor");
        assertThat(first.fetched()).isZero();
    }

    @Test
    void forEach_whenAPageCannotBeFetched_failsWithItsException() {
        TransportException scripted = new TransportException("scripted", null);
        ScriptedAsyncPage first = ScriptedAsyncPage.later(number -> number == 0
                ? CompletableFuture.completedFuture(page("a", 1))
                : CompletableFuture.failedFuture(scripted));
        RecordingSubscriber<Integer> subscriber = new RecordingSubscriber<>(5, 0);
        first.all().subscribe(subscriber);

        assertThat(subscriber.items()).containsExactly(1);
        assertThat(subscriber.error()).isSameAs(scripted);
        assertThatThrownBy(() -> first.forEach(item -> {}).join()).hasCause(scripted);
    }

    @Test
    void forEach_whenTheActionThrows_failsWithThatAndFetchesNothing() {
        ScriptedAsyncPage first = ScriptedAsyncPage.first(page("a", 1, 2), last(3));
        UnsupportedOperationException scripted = new UnsupportedOperationException("scripted");

        CompletableFuture<Void> done = first.forEach(item -> {
            throw scripted;
        });

        assertThatThrownBy(done::join).hasCause(scripted);
        assertThat(first.fetched()).isZero();
    }

    @Test
    void cancel_whileAPageIsFetched_cancelsThat() {
        CompletableFuture<Content> second = new CompletableFuture<>();
        ScriptedAsyncPage first = ScriptedAsyncPage.later(
                number -> number == 0 ? CompletableFuture.completedFuture(page("a", 1)) : second);
        List<Integer> seen = new ArrayList<>();
        CompletableFuture<Void> done = first.forEach(seen::add);
        assertThat(seen).containsExactly(1);

        done.cancel(true);

        assertThat(second).isCancelled();
        assertThat(seen).containsExactly(1);
    }

    @Test
    void cancel_ofAListUnderWay_cancelsTheFetch() {
        CompletableFuture<Content> second = new CompletableFuture<>();
        ScriptedAsyncPage first = ScriptedAsyncPage.later(
                number -> number == 0 ? CompletableFuture.completedFuture(page("a", 1)) : second);

        CompletableFuture<List<Integer>> list = first.toList(10).orTimeout(1, TimeUnit.MILLISECONDS);

        assertThatThrownBy(list::join).hasCauseInstanceOf(TimeoutException.class);
        // The thread that lets the time run out may wake this one before it gets to the fetch.
        assertThat(second).failsWithin(Duration.ofSeconds(30));
        assertThat(second).isCancelled();
    }

    private static int depth() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> frame.getClassName().startsWith("dev.parley"))
                        .count())
                .intValue();
    }

    private static void assertCollected(WeakReference<Object> page) {
        for (int attempt = 0; attempt < 50 && page.get() != null; attempt++) {
            System.gc();
        }
        assertThat(page.get()).as("a page that was walked over").isNull();
    }
}
