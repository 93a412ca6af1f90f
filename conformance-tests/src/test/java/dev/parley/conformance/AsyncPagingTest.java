package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.conformance.report.Check;
import dev.parley.conformance.report.Shows;
import dev.parley.openai.model.ConversationItem;
import dev.parley.openai.service.AsyncConversationItemPage;
import dev.parley.runtime.error.PagingException;
import dev.parley.runtime.error.ServerException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lists of more items than a page holds, without waiting for any page. */
@Timeout(120)
@Shows(row = "conversations.items.list", check = Check.OPERATION_SEQUENCE)
class AsyncPagingTest {

    private static final int ITEMS = 250;

    private final Kit kit = new Kit();
    private final String id = kit.conversationOf(ITEMS);
    private final int before = kit.server.requests().size();

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void toList_all_isEveryItemOnceInOrder() {
        AsyncConversationItemPage page = list(100);

        assertThat(Kit.texts(page.toList(10_000).join())).isEqualTo(Kit.texts(0, ITEMS - 1));
        assertThat(fetched()).isEqualTo(3);
        assertThat(page.items()).hasSize(100);
    }

    @Test
    void toList_limited_fetchesNoPageThatIsNotNeeded() {
        AsyncConversationItemPage page = list(50);

        assertThat(Kit.texts(page.toList(100).join())).isEqualTo(Kit.texts(0, 99));
        assertThat(fetched()).isEqualTo(2);
        assertThat(page.toList(0).join()).isEmpty();
        assertThat(fetched()).isEqualTo(2);
        assertThat(page.toList(101).join()).hasSize(101);
        assertThat(fetched()).isEqualTo(4);
    }

    @Test
    void forEach_limitedOrNot_handsOverInOrder() {
        List<ConversationItem> all = new CopyOnWriteArrayList<>();
        List<ConversationItem> some = new CopyOnWriteArrayList<>();

        CompletableFuture<@Nullable Void> whole = list(100).forEach(all::add);
        CompletableFuture<@Nullable Void> part = list(20).forEach(30, some::add);
        CompletableFuture.allOf(whole, part).join();

        assertThat(Kit.texts(all)).isEqualTo(Kit.texts(0, ITEMS - 1));
        assertThat(Kit.texts(some)).isEqualTo(Kit.texts(0, 29));
    }

    @Test
    void forEachWhile_actionThatHasEnough_fetchesNoMore() {
        List<ConversationItem> seen = new CopyOnWriteArrayList<>();

        list(10).forEachWhile(item -> {
                    seen.add(item);
                    return seen.size() < 15;
                })
                .join();

        assertThat(Kit.texts(seen)).isEqualTo(Kit.texts(0, 14));
        assertThat(fetched()).isEqualTo(2);
    }

    @Test
    void forEach_actionThatThrows_failsWithItAndFetchesNoMore() {
        IllegalStateException own = new IllegalStateException("own");

        CompletableFuture<@Nullable Void> walk = list(10).forEach(item -> {
            throw own;
        });

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(walk::join)
                .withCause(own);
        assertThat(fetched()).isEqualTo(1);
    }

    @Test
    void forEach_pageThatCannotBeFetched_failsWithItsException() {
        kit.net.excuse("-> 500: body /error", "the error is scripted, and shorter than it should be");
        AsyncConversationItemPage page = list(100);
        kit.server.failNext(500, "{\"error\":{\"message\":\"broken\"}}", Map.of());

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> page.forEach(item -> {}).join())
                .withCauseInstanceOf(ServerException.class);
    }

    @Test
    void forEach_repeatedCursor_failsInsteadOfLooping() {
        AsyncConversationItemPage page = list(100);
        String circle = "{\"object\":\"list\",\"data\":[],\"has_more\":true,\"first_id\":\"a\",\"last_id\":\"a\"}";
        for (int i = 0; i < 5; i++) {
            kit.server.failNext(200, circle, Map.of());
        }

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> page.forEach(item -> {}).join())
                .withCauseInstanceOf(PagingException.class);
        assertThat(fetched()).isLessThan(5);
    }

    @Test
    void publisher_requestedInSteps_fetchesOnlyWhatIsAskedFor() {
        Stepping subscriber = new Stepping();
        list(100).all().subscribe(subscriber);

        subscriber.ask(100);
        Kit.eventually(() -> subscriber.items.size() == 100);
        assertThat(fetched()).isEqualTo(1);
        subscriber.ask(1);
        Kit.eventually(() -> subscriber.items.size() == 101);
        assertThat(fetched()).isEqualTo(2);
        subscriber.ask(Long.MAX_VALUE);
        Kit.eventually(() -> subscriber.ended.getCount() == 0);

        assertThat(Kit.texts(subscriber.items)).isEqualTo(Kit.texts(0, ITEMS - 1));
        assertThat(fetched()).isEqualTo(3);
    }

    @Test
    void next_byHand_leadsFromPageToPage() {
        List<ConversationItem> all = new ArrayList<>();
        AsyncConversationItemPage page = list(100);
        all.addAll(page.items());
        while (page.hasNext()) {
            page = page.next().join();
            all.addAll(page.items());
        }

        assertThat(Kit.texts(all)).isEqualTo(Kit.texts(0, ITEMS - 1));
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(page::next);
    }

    private AsyncConversationItemPage list(long limit) {
        return kit.client
                .async()
                .conversations()
                .items()
                .list(id, q -> q.limit(limit).order("asc"))
                .join();
    }

    private int fetched() {
        return kit.server.requests().size() - before;
    }

    /** Asks for items when told to. */
    private static final class Stepping implements Flow.Subscriber<ConversationItem> {
        final List<ConversationItem> items = new CopyOnWriteArrayList<>();
        final CountDownLatch ended = new CountDownLatch(1);
        private volatile Flow.@Nullable Subscription subscription;

        void ask(long number) {
            Flow.Subscription own = subscription;
            assertThat(own).isNotNull();
            own.request(number);
        }

        @Override
        public void onSubscribe(Flow.Subscription own) {
            subscription = own;
        }

        @Override
        public void onNext(ConversationItem item) {
            items.add(item);
        }

        @Override
        public void onError(Throwable thrown) {
            ended.countDown();
        }

        @Override
        public void onComplete() {
            ended.countDown();
        }
    }
}
