package dev.parley.runtime.page;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A page of a list that a test writes: page {@code n} of the script, counting the pages that are fetched. */
final class ScriptedPage extends Page<Integer> {

    /** What one page holds: its items, and the cursor that it names; {@code more} is what the server calls has_more. */
    record Content(
            List<Integer> items, boolean more, @Nullable String cursor) {}

    private final IntFunction<Content> script;
    private final int number;
    private final Content content;
    private final AtomicInteger fetched;

    private ScriptedPage(IntFunction<Content> script, int number, AtomicInteger fetched) {
        this.script = script;
        this.number = number;
        this.content = script.apply(number);
        this.fetched = fetched;
    }

    static ScriptedPage first(IntFunction<Content> script) {
        return new ScriptedPage(script, 0, new AtomicInteger());
    }

    static ScriptedPage first(Content... script) {
        return first(number -> script[number]);
    }

    static Content page(@Nullable String cursor, Integer... items) {
        return new Content(List.of(items), true, cursor);
    }

    static Content last(Integer... items) {
        return new Content(List.of(items), false, null);
    }

    /** Returns how many pages were fetched behind the first one. */
    int fetched() {
        return fetched.get();
    }

    @Override
    public List<Integer> items() {
        return content.items();
    }

    @Override
    public boolean hasNext() {
        return content.more();
    }

    @Override
    public Page<Integer> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("this is the last page");
        }
        ScriptedPage next = new ScriptedPage(script, number + 1, fetched);
        fetched.incrementAndGet();
        return next;
    }

    @Override
    protected @Nullable String cursor() {
        return content.cursor();
    }
}
