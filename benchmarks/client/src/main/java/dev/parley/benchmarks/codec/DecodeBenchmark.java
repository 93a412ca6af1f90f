package dev.parley.benchmarks.codec;

import dev.parley.benchmarks.codec.pages.Page;
import dev.parley.benchmarks.codec.pages.Pages;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One contestant reads one page again and again, alone in its JVM. */
@State(Scope.Benchmark)
public class DecodeBenchmark {
    /** Which page; a constant of {@link Pages}. */
    @Param(Pages.TAG_FIRST)
    public String page = Pages.TAG_FIRST;

    /** Who reads. */
    @Param(Contestants.PARLEY)
    public String contestant = Contestants.PARLEY;

    private @Nullable Decoding decoding;
    private byte[] json = {};

    /** Makes the page, and sure that it is read. */
    @Setup
    public void prepare() throws Exception {
        Page made = Pages.named(page);
        json = made.bytes();
        Decoding chosen = Contestants.decoding(contestant);
        chosen.verify(chosen.decode(json), made);
        WarmUp.run(contestant, () -> chosen.decode(json));
        decoding = chosen;
    }

    /** Reads it. */
    @Benchmark
    public Object decode() throws Exception {
        return decoding.decode(json);
    }
}
