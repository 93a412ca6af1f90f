package dev.parley.benchmarks.peer;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The process in which all contestants read the page, in turn. */
final class PeerFork {

    private static final long MILLI = 1_000_000;

    private static final int PAGES = 10;

    /** What is decoded must be kept, or the compiler may leave out the work. */
    static volatile @Nullable Object decoded;

    private PeerFork() {}

    /**
     * Takes the file of the page, the file for the figures, milliseconds of warm-up for each contestant, how many
     * rounds and the milliseconds of each, then pairs of a library and the folder of its classes. A line of the figures
     * is the name of a contestant, the bytes that one page allocates, and nanoseconds for each round.
     */
    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        byte[] page = Files.readAllBytes(Path.of(arguments[0]));
        Map<String, PeerDecoding> contestants = new LinkedHashMap<>();
        contestants.put("parley", PeerDecoding.parley());
        contestants.put("scan", PeerDecoding.scan());
        for (int at = 5; at < arguments.length; at += 2) {
            contestants.put(arguments[at], PeerDecoding.generated(arguments[at], Path.of(arguments[at + 1])));
        }
        for (PeerDecoding contestant : contestants.values()) {
            nanosOf(contestant, page, Long.parseLong(arguments[2]));
        }
        Map<String, List<Double>> figures = new LinkedHashMap<>();
        for (int round = 0; round < Integer.parseInt(arguments[3]); round++) {
            for (Map.Entry<String, PeerDecoding> contestant : contestants.entrySet()) {
                figures.computeIfAbsent(contestant.getKey(), unused -> new ArrayList<>())
                        .add(nanosOf(contestant.getValue(), page, Long.parseLong(arguments[4])));
            }
        }
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, List<Double>> figure : figures.entrySet()) {
            StringBuilder line = new StringBuilder(figure.getKey());
            line.append(' ').append(bytesOf(contestants.get(figure.getKey()), page));
            figure.getValue().forEach(nanos -> line.append(' ').append(nanos));
            lines.add(line.toString());
        }
        Files.write(Path.of(arguments[1]), lines);
    }

    private static double nanosOf(PeerDecoding contestant, byte[] page, long millis) throws IOException {
        long start = System.nanoTime();
        long now = start;
        int pages = 0;
        while (now - start < millis * MILLI) {
            decoded = contestant.decode(page);
            pages++;
            now = System.nanoTime();
        }
        return (double) (now - start) / pages;
    }

    private static long bytesOf(PeerDecoding contestant, byte[] page) throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int count = 0; count < PAGES; count++) {
            decoded = contestant.decode(page);
        }
        return (threads.getCurrentThreadAllocatedBytes() - before) / PAGES;
    }
}
