package dev.parley.benchmarks.codec;

import dev.parley.benchmarks.codec.pages.Page;
import dev.parley.benchmarks.codec.pages.Pages;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One contestant writes one page again and again, alone in its JVM. */
@State(Scope.Benchmark)
public class EncodeBenchmark {
    /** Which page; a constant of {@link Pages}. */
    @Param(Pages.TAG_FIRST)
    public String page = Pages.TAG_FIRST;

    /** Who writes. */
    @Param(Contestants.PARLEY)
    public String contestant = Contestants.PARLEY;

    private @Nullable Encoding encoding;
    private @Nullable Object prepared;

    /** Makes what is written, and sure that it is. */
    @Setup
    public void prepare() throws Exception {
        Page made = Pages.named(page);
        Encoding chosen = Contestants.encoding(contestant);
        Object value = chosen.prepare(made.bytes());
        Expected.written(made, chosen.encode(value), chosen.lossless());
        WarmUp.run(contestant, () -> chosen.encode(value));
        encoding = chosen;
        prepared = value;
    }

    /** Writes it. */
    @Benchmark
    public byte[] encode() throws Exception {
        return encoding.encode(prepared);
    }
}
