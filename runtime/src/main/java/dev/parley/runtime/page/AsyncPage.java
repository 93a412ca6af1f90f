package dev.parley.runtime.page;

import dev.parley.runtime.error.PagingException;
import dev.parley.runtime.flow.Consumption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, and the way to the pages behind it without blocking.
 *
 * <p>The walks over all items start at this page, each anew, fetch a page when its first item is wanted, and hold one
 * page at a time. A page without items ends a walk only if it says that nothing follows. Items come one after the other,
 * those of this page in the thread that starts the walk, those of a later page in the thread that completes its future.
 *
 * <p>A walk fails with the exception of the page that cannot be fetched, or with {@link PagingException} where a page says
 * that another one follows but names no cursor, or a cursor that led here before. A future that a walk returns fails with
 * the exception itself; however the future is completed otherwise, cancelled or timed out, the walk ends with it and
 * cancels the page that it is fetching.
 *
 * @param <T> the type of the items
 */
public abstract class AsyncPage<T> {

    /** For the page types of generated code. */
    protected AsyncPage() {}

    /** Returns the items of this page alone, in the order of the server; possibly none. */
    public abstract List<T> items();

    /** Returns whether the server says that another page follows; fetches nothing. */
    public abstract boolean hasNext();

    /**
     * Fetches the next page.
     *
     * @return a future of the page, which aborts the exchange when it is cancelled
     * @throws NoSuchElementException if {@link #hasNext()} is false
     * @throws PagingException if another page follows but there is no cursor for it
     */
    public abstract CompletableFuture<? extends AsyncPage<T>> next();

    /** Returns the cursor that {@link #next()} sends to the server, or null if this page names none. */
    protected abstract @Nullable String cursor();

    /**
     * Returns the cursor that {@link #next()} sends.
     *
     * @throws NoSuchElementException if {@link #hasNext()} is false
     * @throws PagingException if another page follows but there is no cursor for it
     */
    protected final String requireCursor() {
        return CursorTrail.require(hasNext(), cursor());
    }

    /** Returns the items of this page and of all pages behind it; every subscription is a walk of its own. */
    public final Flow.Publisher<T> all() {
        return all(Long.MAX_VALUE);
    }

    /**
     * Returns the items of {@link #all()}, but no more than so many. It limits the items in total, whatever the size of
     * a page, and fetches no page behind the one that holds the last of them.
     *
     * @param maxItems how many items at most; 0 for none
     * @throws IllegalArgumentException if {@code maxItems} is negative
     */
    public final Flow.Publisher<T> all(long maxItems) {
        CursorTrail.requireLimit(maxItems);
        return subscriber -> new ItemSubscription<>(subscriber, this, maxItems).start();
    }

    /** Hands each item to the action; the future fails with what the action throws, which ends the walk. */
    public final CompletableFuture<@Nullable Void> forEach(Consumer<? super T> action) {
        return forEach(Long.MAX_VALUE, action);
    }

    /**
     * Hands each item to the action, but no more than so many.
     *
     * @param maxItems how many items at most, see {@link #all(long)}
     * @param action what to do with an item; the future fails with what it throws, which ends the walk
     * @throws IllegalArgumentException if {@code maxItems} is negative
     */
    public final CompletableFuture<@Nullable Void> forEach(long maxItems, Consumer<? super T> action) {
        Objects.requireNonNull(action, "action");
        return Consumption.of(
                all(maxItems),
                item -> {
                    action.accept(item);
                    return true;
                },
                () -> null);
    }

    /**
     * Hands each item to the action until that returns false, after which nothing is fetched.
     *
     * @param action what to do with an item; the future fails with what it throws, which ends the walk
     */
    public final CompletableFuture<@Nullable Void> forEachWhile(Predicate<? super T> action) {
        return Consumption.of(all(), action, () -> null);
    }

    /**
     * Gathers items in an unmodifiable list. The limit is not optional, because all of them are held in memory.
     *
     * @param maxItems how many items at most, see {@link #all(long)}
     * @throws IllegalArgumentException if {@code maxItems} is negative
     */
    public final CompletableFuture<List<T>> toList(long maxItems) {
        List<T> gathered = new ArrayList<>();
        return Consumption.of(all(maxItems), gathered::add, () -> Collections.unmodifiableList(gathered));
    }
}
