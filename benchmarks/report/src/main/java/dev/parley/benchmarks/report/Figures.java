package dev.parley.benchmarks.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/** Numbers as a reader wants them: three digits that matter, and all of those before the point. */
final class Figures {

    private static final MathContext THREE_DIGITS = new MathContext(3);

    private Figures() {}

    /** Writes the median, such as {@code 1,594,472}, {@code 35.9} or {@code 0.0123}. */
    static String median(Measurement measurement) {
        return figure(measurement.median(), counted(measurement));
    }

    /** Writes the least and most of the rounds, or why there is none. */
    static String spread(Measurement measurement) {
        List<Double> sorted = measurement.rounds().stream().sorted().toList();
        boolean counted = counted(measurement);
        return switch (measurement.certainty()) {
            case EXACT -> "exact";
            case ONCE -> "once";
            case ROUNDS -> figure(sorted.get(0), counted) + "–" + figure(sorted.get(sorted.size() - 1), counted);
        };
    }

    private static boolean counted(Measurement measurement) {
        return measurement.rounds().stream().allMatch(round -> round == Math.rint(round));
    }

    private static String figure(double value, boolean counted) {
        if (!Double.isFinite(value)) {
            return "no figure";
        }
        if ((counted && value == Math.rint(value)) || Math.abs(value) >= 1000) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        if (Math.abs(value) >= 100) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        if (Math.abs(value) >= 10) {
            return String.format(Locale.ROOT, "%.1f", value);
        }
        return Math.abs(value) >= 1 ? String.format(Locale.ROOT, "%.2f", value) : small(value);
    }

    /** Writes a ratio with at least two digits after the point, while it is small. */
    static String ratio(double value) {
        if (!Double.isFinite(value)) {
            return "no ratio";
        }
        if (Math.abs(value) >= 100) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        if (Math.abs(value) >= 10) {
            return String.format(Locale.ROOT, "%.1f", value);
        }
        return Math.abs(value) >= 0.1 || value == 0 ? String.format(Locale.ROOT, "%.2f", value) : small(value);
    }

    /** Writes a ratio with the least and most of the rounds, or that it was measured once. */
    static String ratio(Comparison comparison) {
        String ratio = ratio(comparison.ratio()) + " ×";
        return switch (comparison.certainty()) {
            case EXACT -> ratio;
            case ONCE -> ratio + " (once)";
            case ROUNDS -> ratio + " (" + ratio(comparison.least()) + "–" + ratio(comparison.most()) + ")";
        };
    }

    /** Writes a ratio with all digits that could matter. */
    static String exact(double value) {
        return BigDecimal.valueOf(value).round(MathContext.DECIMAL32).toPlainString();
    }

    /** Writes a limit with no more digits than it has, at most three. */
    static String limit(double value) {
        return new BigDecimal(Double.toString(value))
                .round(THREE_DIGITS)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Writes a power of ten. */
    static String decade(int exponent) {
        return exponent < 0
                ? BigDecimal.ONE.movePointLeft(-exponent).toPlainString()
                : String.format(
                        Locale.ROOT,
                        "%,d",
                        BigDecimal.ONE.movePointRight(exponent).toBigInteger());
    }

    private static String small(double value) {
        return BigDecimal.valueOf(value).round(THREE_DIGITS).toPlainString();
    }
}
