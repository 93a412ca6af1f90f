package dev.parley.benchmarks.codec;

import dev.parley.benchmarks.codec.pages.Page;
import dev.parley.benchmarks.codec.pages.Pages;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The generated client reads one page and writes it again. */
@State(Scope.Benchmark)
public class RoundTripBenchmark {
    /** Which page; a constant of {@link Pages}. */
    @Param(Pages.TAG_FIRST)
    public String page = Pages.TAG_FIRST;

    /** Who does it: ours alone. */
    @Param(Contestants.PARLEY)
    public String contestant = Contestants.PARLEY;

    private final ParleyCodec codec = new ParleyCodec();
    private byte[] json = {};

    /** Makes the page, and sure that it comes back as it was. */
    @Setup
    public void prepare() throws Exception {
        Page made = Pages.named(page);
        json = made.bytes();
        codec.verify(codec.decode(json), made);
        WarmUp.run(WarmUp.CPU_MILLIS_OF_ROUND_TRIP, this::roundTrip);
    }

    /** Reads it and writes it. */
    @Benchmark
    public byte[] roundTrip() {
        return codec.encode(codec.decode(json));
    }
}
