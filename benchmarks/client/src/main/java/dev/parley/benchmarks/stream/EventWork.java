package dev.parley.benchmarks.stream;

import dev.parley.benchmarks.call.CallWork;
import dev.parley.benchmarks.call.Work;

/** The process of one contestant that reads events. */
final class EventWork implements Work {

    private final EventSource source;
    private final int deltas;
    private long firstAt;

    private EventWork(EventSource source, int deltas) {
        this.source = source;
        this.deltas = deltas;
    }

    /**
     * Takes the name of the contestant, the base URL of the server, and how many events an answer has beside its first
     * and its last.
     */
    public static void main(String[] arguments) throws Exception {
        int deltas = Integer.parseInt(arguments[2]);
        Work.serve(new EventWork(EventContestant.valueOf(arguments[0]).source(arguments[1], deltas), deltas));
    }

    /**
     * Orders are {@code during MILLIS}, whose figures are events per second and microseconds from the call to the first
     * event, and {@code allocated STREAMS}, whose figure is bytes.
     */
    @Override
    public double[] done(String[] order) throws Exception {
        int amount = Integer.parseInt(order[1]);
        if (order[0].equals("during")) {
            return during(amount);
        }
        return new double[] {
            CallWork.allocated(() -> {
                for (int i = 0; i < amount; i++) {
                    read();
                }
            })
        };
    }

    private double[] during(long millis) {
        long events = 0;
        long untilFirst = Long.MAX_VALUE;
        long start = System.nanoTime();
        while (System.nanoTime() - start < millis * 1_000_000) {
            long before = System.nanoTime();
            events += read();
            untilFirst = Math.min(untilFirst, firstAt - before);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new double[] {events / seconds, untilFirst / 1e3};
    }

    private int read() {
        try {
            int count = source.read(() -> firstAt = System.nanoTime());
            if (count != deltas + 2) {
                throw new IllegalStateException(count + " events came");
            }
            return count;
        } catch (Exception e) {
            throw new IllegalStateException("the events cannot be read", e);
        }
    }
}
