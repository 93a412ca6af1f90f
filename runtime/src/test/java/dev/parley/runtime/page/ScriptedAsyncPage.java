package dev.parley.runtime.page;

import dev.parley.runtime.page.ScriptedPage.Content;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A page of a list that a test writes: page {@code n} is what the script's future number {@code n} holds. */
final class ScriptedAsyncPage extends AsyncPage<Integer> {
    private final IntFunction<CompletableFuture<Content>> script;
    private final int number;
    private final Content content;
    private final AtomicInteger fetched;

    private ScriptedAsyncPage(
            IntFunction<CompletableFuture<Content>> script, int number, Content content, AtomicInteger fetched) {
        this.script = script;
        this.number = number;
        this.content = content;
        this.fetched = fetched;
    }

    /** Returns page 0, whose future must be complete. */
    static ScriptedAsyncPage later(IntFunction<CompletableFuture<Content>> script) {
        return new ScriptedAsyncPage(script, 0, script.apply(0).join(), new AtomicInteger());
    }

    /** Returns page 0 of pages that are there as soon as they are asked for. */
    static ScriptedAsyncPage first(IntFunction<Content> script) {
        return later(number -> CompletableFuture.completedFuture(script.apply(number)));
    }

    static ScriptedAsyncPage first(Content... script) {
        return first(number -> script[number]);
    }

    /** Returns how many pages were asked for behind the first one. */
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
    public CompletableFuture<ScriptedAsyncPage> next() {
        String unused = requireCursor();
        fetched.incrementAndGet();
        CompletableFuture<Content> source = script.apply(number + 1);
        CompletableFuture<ScriptedAsyncPage> page =
                source.thenApply(next -> new ScriptedAsyncPage(script, number + 1, next, fetched));
        var aborting = page.whenComplete((next, failure) -> source.cancel(true));
        return page;
    }

    @Override
    protected @Nullable String cursor() {
        return content.cursor();
    }
}
