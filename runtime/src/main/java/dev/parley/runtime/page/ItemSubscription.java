package dev.parley.runtime.page;

import dev.parley.runtime.flow.SerialSubscription;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A walk over the items of a page and of the pages behind it for one subscriber, holding one page at a time. */
final class ItemSubscription<T> extends SerialSubscription<T> {

    /** How the fetching of a page ended. */
    private record Fetched<T>(
            @Nullable AsyncPage<T> page, @Nullable Throwable failure) {}

    private volatile @Nullable CompletableFuture<? extends AsyncPage<T>> fetching;
    private volatile @Nullable Fetched<T> fetched;

    // From here on for advance() alone.
    private final CursorTrail trail = new CursorTrail();
    private AsyncPage<T> page;
    private Iterator<T> items;
    private long left;

    ItemSubscription(Flow.Subscriber<? super T> subscriber, AsyncPage<T> first, long maxItems) {
        super(subscriber, Runnable::run);
        page = first;
        items = first.items().iterator();
        left = maxItems;
    }

    @Override
    protected void advance() throws Exception {
        while (!isOver()) {
            if (left == 0) {
                complete();
            } else if (items.hasNext()) {
                if (!isWanted(1)) {
                    return;
                }
                left--;
                next(items.next());
            } else if (fetching != null) {
                if (!turn()) {
                    return;
                }
            } else if (!page.hasNext()) {
                complete();
            } else if (isWanted(1)) {
                fetch();
            } else {
                return;
            }
        }
    }

    private void fetch() {
        trail.check(page.requireCursor());
        CompletableFuture<? extends AsyncPage<T>> future = page.next();
        fetching = future;
        var unused = future.whenComplete((following, failure) -> {
            fetched = new Fetched<>(following, failure);
            signal();
        });
        if (isOver()) {
            release(); // cancelled while the page was being asked for
        }
    }

    /** Moves to the page that was fetched; returns false if it is not there yet. */
    private boolean turn() throws Exception {
        Fetched<T> arrived = fetched;
        if (arrived == null) {
            return false;
        }
        fetched = null;
        fetching = null;
        if (arrived.page() == null) {
            raise(arrived.failure());
        }
        trail.add(page.requireCursor());
        page = Objects.requireNonNull(arrived.page());
        items = page.items().iterator();
        return true;
    }

    private static void raise(@Nullable Throwable failure) throws Exception {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof Error fatal) {
            throw fatal;
        }
        throw cause == null ? new NullPointerException("the next page is null") : (Exception) cause;
    }

    @Override
    protected void release() {
        CompletableFuture<?> future = fetching;
        if (future != null) {
            future.cancel(true);
        }
    }
}
