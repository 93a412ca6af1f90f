package dev.parley.benchmarks.call;

/**
 * How much is measured.
 *
 * @param rounds how often each contestant has its turn
 * @param roundMillis how long a turn is
 * @param warmUpMillis how long a contestant calls before its first turn; streams and walks need {@link #longWarmUpMillis()}
 * @param exactCalls how many calls are made to count what one costs
 * @param exactWarmUp how many calls go before those
 * @param events how many events a stream has beside its first and its last
 * @param pages how many pages there are to walk over
 */
public record Extent(
        int rounds, long roundMillis, long warmUpMillis, int exactCalls, int exactWarmUp, int events, int pages) {

    /**
     * Returns the extent that the first argument of a benchmark asks for.
     *
     * @throws IllegalArgumentException if it is neither {@code --quick} nor {@code --full}
     */
    public static Extent of(String argument) {
        return switch (argument) {
            case "--quick" -> new Extent(1, 60, 100, 100, 300, 2_000, 200);
            case "--full" -> new Extent(5, 500, 10_000, 1_000, 8_000, 10_000, 1_000);
            default -> throw new IllegalArgumentException("say --quick or --full, not " + argument);
        };
    }

    /** Returns in how many JVMs a contestant runs: what the compilers make of one program differs from one to the next. */
    public int forks() {
        return rounds > 1 ? 3 : 1;
    }

    /** Returns how long a contestant reads streams or walks over pages before its first turn: figures rise for longer. */
    public long longWarmUpMillis() {
        return 2 * warmUpMillis;
    }
}
