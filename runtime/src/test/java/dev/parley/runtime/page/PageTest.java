package dev.parley.runtime.page;

import static dev.parley.runtime.page.ScriptedPage.last;
import static dev.parley.runtime.page.ScriptedPage.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.runtime.error.PagingException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {

    @Test
    void all_overSeveralPages_givesTheItemsInOrder() {
        ScriptedPage first = ScriptedPage.first(page("a", 1, 2), page("b", 3), last(4, 5));

        assertThat(first.all()).containsExactly(1, 2, 3, 4, 5);
        assertThat(first.fetched()).isEqualTo(2);
    }

    @Test
    void all_ofASinglePage_fetchesNothing() {
        ScriptedPage first = ScriptedPage.first(last(1, 2));

        assertThat(first.all()).containsExactly(1, 2);
        assertThat(first.fetched()).isZero();
    }

    @Test
    void all_ofAnEmptyList_isEmpty() {
        assertThat(ScriptedPage.first(last()).all()).isEmpty();
    }

    @Test
    void all_withEmptyPagesThatHaveMore_goesOnBehindThem() {
        ScriptedPage first = ScriptedPage.first(page("a"), page("b", 1), page("c"), page("d"), last(2));

        assertThat(first.all()).containsExactly(1, 2);
    }

    @Test
    void all_calledTwice_startsAgainAtThisPage() {
        ScriptedPage first = ScriptedPage.first(page("a", 1), last(2));
        Iterable<Integer> all = first.all();

        assertThat(all).containsExactly(1, 2);
        assertThat(all).containsExactly(1, 2);
        assertThat(first.fetched()).isEqualTo(2);
    }

    @Test
    void all_fromALaterPage_startsThere() {
        assertThat(ScriptedPage.first(page("a", 1), page("b", 2), last(3))
                        .next()
                        .all())
                .containsExactly(2, 3);
    }

    @Test
    void iterator_beforeTheLastItemOfAPageIsUsedUp_fetchesNothing() {
        ScriptedPage first = ScriptedPage.first(page("a", 1, 2), last(3));
        Iterator<Integer> items = first.all().iterator();

        items.next();
        items.next();

        assertThat(first.fetched()).isZero();
        assertThat(items.hasNext()).isTrue();
        assertThat(first.fetched()).isEqualTo(1);
    }

    @Test
    void iterator_atItsEnd_throwsNoSuchElement() {
        Iterator<Integer> items = ScriptedPage.first(last(1)).all().iterator();
        items.next();

        assertThat(items.hasNext()).isFalse();
        assertThatThrownBy(items::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void iterator_whenFetchingFails_triesTheSamePageAgain() {
        AtomicInteger failures = new AtomicInteger(2);
        ScriptedPage first = ScriptedPage.first(number -> {
            if (number == 1 && failures.getAndDecrement() > 0) {
                throw new IllegalStateException("scripted");
            }
            return number == 2 ? last(3) : page("cursor " + number, number + 1);
        });
        Iterator<Integer> items = first.all().iterator();
        items.next();

        assertThatThrownBy(items::hasNext).hasMessage("scripted");
        assertThatThrownBy(items::next).hasMessage("scripted");
        assertThat(items.next()).isEqualTo(2);
        assertThat(items.next()).isEqualTo(3);
        assertThat(items.hasNext()).isFalse();
    }

    @Test
    void stream_untilItIsConsumed_fetchesNothing() {
        ScriptedPage first = ScriptedPage.first(number -> page("cursor " + number, number));

        assertThat(first.stream().map(i -> i * 10).limit(1)).containsExactly(0);
        assertThat(first.fetched()).isZero();
        assertThat(first.stream().limit(3)).containsExactly(0, 1, 2);
        assertThat(first.fetched()).isEqualTo(2);
    }

    @Test
    void stream_ofAllItems_isSequentialAndOrdered() {
        assertThat(ScriptedPage.first(page("a", 3), page("b", 1), last(2)).stream())
                .containsExactly(3, 1, 2);
    }

    @Test
    void all_overAHundredThousandItems_holdsOnePageAtATime() {
        AtomicReference<WeakReference<Object>> early = new AtomicReference<>();
        ScriptedPage first = ScriptedPage.first(number -> {
            List<Integer> items = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                items.add(number * 100 + i);
            }
            if (number == 500) {
                early.set(new WeakReference<>(items));
            }
            return new ScriptedPage.Content(items, number < 999, "cursor " + number);
        });
        long count = 0;
        long sum = 0;

        for (int item : first.all()) {
            count++;
            sum += item;
            if (item == 90_000) {
                assertCollected(early.get());
            }
        }

        assertThat(count).isEqualTo(100_000);
        assertThat(sum).isEqualTo(99_999L * 100_000 / 2);
        assertThat(first.fetched()).isEqualTo(999);
    }

    private static void assertCollected(WeakReference<Object> page) {
        for (int attempt = 0; attempt < 50 && page.get() != null; attempt++) {
            System.gc();
        }
        assertThat(page.get()).as("a page that was walked over").isNull();
    }

    @ParameterizedTest(name = "lead-in {0}, circle {1}")
    @CsvSource({"0, 1", "0, 2", "0, 5", "3, 5", "7, 1", "10, 2", "100, 37"})
    void all_whenTheCursorsLeadInACircle_throwsAfterFewPages(int leadIn, int length) {
        ScriptedPage first = ScriptedPage.first(number ->
                page("cursor " + (number < leadIn ? number : leadIn + (number - leadIn) % length), number));
        Iterator<Integer> items = first.all().iterator();

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 10_000; i++) {
                        items.next();
                    }
                })
                .isInstanceOf(PagingException.class)
                .hasMessageContaining("circle")
                .hasMessageContaining("cursor ");
        assertThat(first.fetched()).isBetween(leadIn + length, 4 * (leadIn + length));
    }

    @Test
    void all_whenEmptyPagesLeadInACircle_throws() {
        ScriptedPage first = ScriptedPage.first(number -> number < 10_000 ? page("same") : last());

        assertThatThrownBy(() -> first.all().iterator().hasNext()).isInstanceOf(PagingException.class);
        assertThat(first.fetched()).isEqualTo(1);
    }

    @Test
    void all_whenAPageHasMoreButNamesNoCursor_throws() {
        ScriptedPage first = ScriptedPage.first(page(null, 1));
        Iterator<Integer> items = first.all().iterator();

        assertThat(items.next()).isEqualTo(1);
        assertThatThrownBy(items::hasNext).isInstanceOf(PagingException.class).hasMessageContaining("no cursor");
        assertThat(first.fetched()).isZero();
    }

    @Test
    void all_withAnOverlongRepeatedCursor_shortensItInTheMessage() {
        ScriptedPage first = ScriptedPage.first(number -> number < 100 ? page("x".repeat(5000), number) : last());

        assertThatThrownBy(() -> first.stream().count())
                .isInstanceOf(PagingException.class)
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
    }

    @ParameterizedTest(name = "{0} items cost {1} fetches")
    @CsvSource({"0, 0, 0", "1, 0, 1", "2, 0, 2", "3, 1, 3", "4, 1, 4", "5, 3, 5", "6, 3, 6", "7, 3, 6"})
    void all_upToALimit_fetchesNoPageBehindTheOneThatCompletesIt(long maxItems, int fetches, int items) {
        ScriptedPage first = ScriptedPage.first(page("a", 1, 2), page("b", 3, 4), page("c"), last(5, 6));

        assertThat(first.all(maxItems)).hasSize(items);
        assertThat(first.fetched()).isEqualTo(fetches);
        assertThat(first.stream(maxItems).count()).isEqualTo(items);
        assertThat(first.fetched()).isEqualTo(2 * fetches);
    }

    @Test
    void all_upToALimit_countsAnewForEachIterator() {
        Iterable<Integer> all = ScriptedPage.first(page("a", 1), last(2, 3)).all(2);

        assertThat(all).containsExactly(1, 2);
        assertThat(all).containsExactly(1, 2);
        Iterator<Integer> items = all.iterator();
        items.next();
        items.next();
        assertThatThrownBy(items::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void limits_thatAreNegative_areRefused() {
        ScriptedPage first = ScriptedPage.first(last(1));

        assertThatThrownBy(() -> first.all(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> first.stream(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void all_overDistinctCursors_neverSeesACircle() {
        ScriptedPage first =
                ScriptedPage.first(number -> number < 5000 ? page("cursor " + number, number) : last(number));

        assertThat(first.stream().count()).isEqualTo(5001);
    }
}
