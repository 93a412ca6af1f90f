package dev.parley.benchmarks.call;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;

/** The process of one contestant. */
public final class CallWork implements Work {
    private final Load retrievals;
    private final Load creations;

    private CallWork(Load.Mode mode, Caller caller) {
        retrievals = new Load(mode, caller::retrieve);
        creations = new Load(mode, caller::create);
    }

    /** Takes the name of the contestant and the base URL of the server. */
    public static void main(String[] arguments) throws Exception {
        Contestant contestant = Contestant.valueOf(arguments[0]);
        Work.serve(new CallWork(contestant.mode, contestant.caller(arguments[1])));
    }

    /**
     * Orders are {@code during CALL MILLIS THREADS}, {@code times CALL COUNT}, and {@code allocated CALL COUNT}, whose
     * figure is bytes.
     */
    @Override
    public double[] done(String[] order) throws Exception {
        Load load = order[1].equals("retrieve") ? retrievals : creations;
        switch (order[0]) {
            case "during" -> {
                return load.during(Long.parseLong(order[2]), Integer.parseInt(order[3]));
            }
            case "times" -> {
                load.times(Integer.parseInt(order[2]));
                return new double[0];
            }
            case "allocated" -> {
                return new double[] {allocated(() -> load.times(Integer.parseInt(order[2])))};
            }
            default -> throw new IllegalArgumentException(order[0]);
        }
    }

    /**
     * Returns the bytes that all threads allocate meanwhile, those that end as well. Exact where the JVM gives threads no
     * buffers of their own and the young generation holds all of it.
     */
    public static double allocated(Runnable task) {
        MemoryPoolMXBean eden = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().contains("Eden"))
                .findFirst()
                .orElseThrow();
        System.gc();
        long before = eden.getUsage().getUsed();
        long collections = collections();
        task.run();
        long after = eden.getUsage().getUsed();
        if (collections() != collections) {
            throw new IllegalStateException("the young generation is too small for the task");
        }
        return after - before;
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(collector -> collector.getCollectionCount())
                .sum();
    }
}
