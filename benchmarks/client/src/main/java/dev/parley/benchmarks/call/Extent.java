package dev.parley.benchmarks.call;

/**
 * How much is measured.
 *
 * @param quick whether only to see that it works
 * @param rounds how often each contestant has its turn
 * @param roundMillis how long a turn is
 * @param warmUpMillis how long a contestant runs before its first turn, for each kind of call
 * @param exactCalls how many calls are made to count what one costs
 * @param exactWarmUp how many calls go before those
 */
public record Extent(boolean quick, int rounds, long roundMillis, long warmUpMillis, int exactCalls, int exactWarmUp) {

    /**
     * Returns the extent that the first argument of a benchmark asks for.
     *
     * @throws IllegalArgumentException if it is neither {@code --quick} nor {@code --full}
     */
    public static Extent of(String argument) {
        return switch (argument) {
            case "--quick" -> new Extent(true, 1, 120, 400, 300, 1_500);
            case "--full" -> new Extent(false, 3, 300, 1_500, 1_000, 8_000);
            default -> throw new IllegalArgumentException("say --quick or --full, not " + argument);
        };
    }
}
