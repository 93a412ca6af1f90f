package dev.parley.conformance;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What is alive in this JVM after garbage collection.
 *
 * @param instances how many objects there are of each class of ours, of {@code java.net.http}, and of what they stand on;
 *     those of {@code HttpURLConnection} are left out, as the JDK keeps them for some seconds
 * @param bytes the size of all objects
 */
record LeakCensus(TreeMap<String, Integer> instances, long bytes) {
    /** Threads that all code of the process shares. */
    private static final Set<String> OF_THE_PROCESS = Set.of(
            "ForkJoinPool.commonPool-", "parley-async", "CompletableFutureDelayScheduler", "Keep-Alive-", "JFR ");

    /** Collects garbage, and counts what is left. */
    static LeakCensus take() {
        String histogram;
        try {
            histogram = (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
        } catch (JMException e) {
            throw new AssertionError("this JVM does not count objects", e);
        }
        TreeMap<String, Integer> instances = new TreeMap<>();
        long bytes = 0;
        for (String line : histogram.split("\n")) {
            String[] columns = line.strip().split("\\s+");
            if (columns.length == 3 && columns[0].equals("Total")) {
                bytes = Long.parseLong(columns[2]);
            } else if (columns.length >= 4 && columns[0].endsWith(":") && isCounted(columns[3])) {
                instances.put(columns[3], Integer.parseInt(columns[1]));
            }
        }
        return new LeakCensus(instances, bytes);
    }

    private static boolean isCounted(String type) {
        return (type.startsWith("dev.parley.") && !type.startsWith("dev.parley.conformance."))
                || type.startsWith("jdk.internal.net.http.")
                || type.startsWith("java.util.concurrent.CompletableFuture")
                || type.startsWith("java.util.concurrent.ScheduledThreadPoolExecutor")
                || type.equals("sun.nio.ch.SocketChannelImpl");
    }

    int count(String type) {
        return instances.getOrDefault(type, 0);
    }

    /**
     * Returns the classes of which there are more by this margin than in the other census; but not the sockets of ours
     * that {@code HttpURLConnection} keeps for some seconds, closed as they are.
     */
    TreeMap<String, Integer> grownSince(LeakCensus earlier, int margin) {
        TreeMap<String, Integer> grown = new TreeMap<>();
        instances.forEach((type, count) -> {
            int more = count - earlier.count(type);
            if (more > margin && !type.endsWith("Socket") && !type.endsWith("SocketSlot")) {
                grown.put(type, more);
            }
        });
        return grown;
    }

    /** Returns the live threads but those of the process and of the tests themselves. */
    static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> OF_THE_PROCESS.stream().noneMatch(thread.getName()::startsWith))
                .filter(thread -> !thread.getName().startsWith(LeakServer.THREADS))
                .collect(Collectors.toSet());
    }

    static Set<String> threadsBeside(Collection<Thread> known) {
        return threads().stream()
                .filter(thread -> !known.contains(thread))
                .map(Thread::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Waits for what comes soon, collecting garbage, on which the end of the JDK's client depends; ever more rarely, since
     * a collection takes the processor from what is waited for.
     */
    static void await(BooleanSupplier condition, int seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        for (int pause = 25; !condition.getAsBoolean() && System.nanoTime() < end; pause = Math.min(2 * pause, 1_000)) {
            System.gc();
            Thread.sleep(pause);
        }
    }
}
