package dev.parley.benchmarks.codec;

import dev.parley.benchmarks.codec.pages.Page;
import dev.parley.benchmarks.codec.pages.Pages;
import org.jspecify.annotations.Nullable;

/** Reads one page many times in this process, for a profiler to look at. */
public final class DecodeLoop {
    /** Where each page goes, so that none is optimised away. */
    private static volatile @Nullable Object last;

    private DecodeLoop() {}

    /**
     * Takes the name of a page, such as {@code mixed page, tag first}, how many times it is read, and who reads it, which is
     * Parley unless said.
     */
    public static void main(String[] arguments) throws Exception {
        Page page = Pages.named(arguments[0]);
        long times = Long.parseLong(arguments[1]);
        Decoding decoding = Contestants.decoding(arguments.length > 2 ? arguments[2] : Contestants.PARLEY);
        byte[] json = page.bytes();
        decoding.verify(decoding.decode(json), page);
        for (long i = 0; i < times; i++) {
            last = decoding.decode(json);
        }
        System.out.println(
                times + " times " + json.length + " bytes, the last one " + (last == null ? "not read" : "read"));
    }
}
