package dev.parley.runtime.page;

import dev.parley.runtime.error.PagingException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, and the way to the pages behind it.
 *
 * <p>{@link #all()} and {@link #stream()} walk over the items of this page and of every page behind it. They fetch a
 * page when its first item is asked for, never earlier, and hold one page at a time. A page without items ends the walk
 * only if it says that nothing follows.
 *
 * @param <T> the type of the items
 */
public abstract class Page<T> {

    /** For the page types of generated code. */
    protected Page() {}

    /** Returns the items of this page alone, in the order of the server; possibly none. */
    public abstract List<T> items();

    /** Returns whether the server says that another page follows; fetches nothing. */
    public abstract boolean hasNext();

    /**
     * Fetches the next page.
     *
     * @throws NoSuchElementException if {@link #hasNext()} is false
     * @throws dev.parley.runtime.error.ParleyException if the page cannot be fetched or read
     */
    public abstract Page<T> next();

    /**
     * Returns the cursor that {@link #next()} sends to the server, or null if this page names none. The walk over all
     * items compares it with earlier ones, so that a server which leads in a circle is found out.
     */
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

    /**
     * Returns the items of this page and of all pages behind it.
     *
     * <p>Every iterator starts at this page and fetches the others anew. If fetching fails, the exception reaches the
     * caller of {@link java.util.Iterator#hasNext()} or {@link java.util.Iterator#next()}, and calling again tries the
     * same page again. An iterator throws {@link PagingException} where a page says that another one follows but names
     * no cursor, or a cursor that led here before.
     */
    public final Iterable<T> all() {
        return () -> new ItemIterator<>(this, Long.MAX_VALUE);
    }

    /**
     * Returns the items of {@link #all()}, but no more than so many. It limits the items in total, whatever the size of
     * a page, and fetches no page behind the one that holds the last of them.
     *
     * @param maxItems how many items at most; 0 for none
     * @throws IllegalArgumentException if {@code maxItems} is negative
     */
    public final Iterable<T> all(long maxItems) {
        CursorTrail.requireLimit(maxItems);
        return () -> new ItemIterator<>(this, maxItems);
    }

    /** Returns the items of {@link #all()} as a sequential stream, fetching page by page as the stream is consumed. */
    public final Stream<T> stream() {
        return stream(Long.MAX_VALUE);
    }

    /**
     * Returns the items of {@link #all(long)} as a sequential stream, fetching page by page as the stream is consumed.
     *
     * @param maxItems how many items at most; 0 for none
     * @throws IllegalArgumentException if {@code maxItems} is negative
     */
    public final Stream<T> stream(long maxItems) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(all(maxItems).iterator(), Spliterator.ORDERED), false);
    }
}
