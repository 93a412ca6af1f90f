package dev.parley.runtime.page;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Walks over the items of a page and of the pages behind it, holding one page at a time. */
final class ItemIterator<T> implements Iterator<T> {
    private final CursorTrail trail = new CursorTrail();
    private Page<T> page;
    private Iterator<T> items;
    private long left;

    /** Makes an iterator of at most so many items. */
    ItemIterator(Page<T> first, long maxItems) {
        page = first;
        items = first.items().iterator();
        left = maxItems;
    }

    @Override
    public boolean hasNext() {
        if (left == 0) {
            return false; // the page that completes the limit is the last one that is fetched
        }
        while (!items.hasNext()) {
            if (!page.hasNext()) {
                return false;
            }
            turn();
        }
        return true;
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no item is left");
        }
        left--;
        return items.next();
    }

    /** Moves to the next page; if that cannot be fetched, leaves all as it was, so that it can be tried again. */
    private void turn() {
        String cursor = page.requireCursor();
        trail.check(cursor);
        Page<T> following = page.next();
        Iterator<T> followingItems = following.items().iterator();
        trail.add(cursor);
        page = following;
        items = followingItems;
    }
}
