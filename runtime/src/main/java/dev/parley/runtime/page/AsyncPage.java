package dev.parley.runtime.page;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One page of a list, and the way to the pages behind it without blocking. */
public abstract class AsyncPage<T> {

    /** For the page types of generated code. */
    protected AsyncPage() {}

    /** Returns the items of this page alone. */
    public abstract List<T> items();

    /** Returns whether the server says that another page follows. */
    public abstract boolean hasNext();

    /** Fetches the next page. */
    public abstract CompletableFuture<? extends AsyncPage<T>> next();

    /** Returns the cursor that {@link #next()} sends, or null if this page names none. */
    protected abstract @Nullable String cursor();

    /** Returns the cursor that {@link #next()} sends. */
    protected final String requireCursor() {
        return missing(null);
    }

    private static <X> X missing(X none) {
        throw new UnsupportedOperationException("not yet: " + none);
    }
}
