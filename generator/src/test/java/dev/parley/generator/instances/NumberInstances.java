package dev.parley.generator.instances;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes up numbers within what ADR 13 promises: whole ones of 64 bits, or 32 where the format says so, and numbers that
 * a {@code double} holds with the digits that it is written with.
 */
final class NumberInstances {

    private static final List<BigDecimal> WHOLE = decimals(
            "0",
            "1",
            "-1",
            "7",
            "1.0",
            "1E+2",
            "2147483647",
            "-2147483648",
            "2147483648",
            "4294967296",
            "9007199254740991",
            "9007199254740993",
            "9223372036854775807",
            "-9223372036854775808");
    private static final List<BigDecimal> ANY = decimals(
            "0",
            "0.0",
            "1",
            "-1",
            "0.1",
            "1.5",
            "-2.50",
            "1E-7",
            "0.12345678901234568",
            "1.7976931348623157E+308",
            "4.9E-324",
            "2.2250738585072014E-308",
            "9007199254740992",
            "1E+21",
            "1E+2",
            "100.0");

    /** Up to here a {@code double} holds every whole number. */
    private static final long EXACT = 1L << 53;

    /** Says that a whole number stands beside a {@code number} in a choice: both become a {@code double}. */
    static final String BESIDE_NUMBER = "x-beside-number";

    private NumberInstances() {}

    private static List<BigDecimal> decimals(String... literals) {
        return Stream.of(literals).map(BigDecimal::new).toList();
    }

    /** Returns a whole number, sometimes spelled as {@code 1.0}: JSON Schema counts it as one. */
    static JsonNode whole(Conjunction schema, Draw draw) {
        boolean small = schema.text("format").equals("int32");
        boolean rounded = schema.says(BESIDE_NUMBER);
        BigDecimal least = BigDecimal.valueOf(small ? Integer.MIN_VALUE : rounded ? -EXACT : Long.MIN_VALUE);
        BigDecimal most = BigDecimal.valueOf(small ? Integer.MAX_VALUE : rounded ? EXACT : Long.MAX_VALUE);
        BigDecimal drawn = draw.chance(0.5)
                ? draw.pick(WHOLE)
                : BigDecimal.valueOf(draw.chance(0.5) ? draw.below(1000) : draw.bits());
        BigDecimal low = max(least, ceiling(schema));
        BigDecimal high = min(most, floor(schema));
        if (low.compareTo(high) > 0) {
            throw new Impossible("no whole number between the limits");
        }
        if (drawn.compareTo(low) < 0 || drawn.compareTo(high) > 0) {
            drawn = within(low, high, draw);
        }
        return DecimalNode.valueOf(multiple(schema, drawn, low, high));
    }

    static JsonNode any(Conjunction schema, Draw draw) {
        if (draw.chance(0.2)) {
            try {
                return whole(schema, draw).decimalValue().abs().compareTo(BigDecimal.valueOf(EXACT)) > 0
                        ? fraction(schema, draw)
                        : whole53(schema, draw);
            } catch (Impossible e) {
                return fraction(schema, draw);
            }
        }
        return fraction(schema, draw);
    }

    private static JsonNode whole53(Conjunction schema, Draw draw) {
        JsonNode number = whole(schema, draw);
        BigDecimal value = number.decimalValue();
        return value.abs().compareTo(BigDecimal.valueOf(EXACT)) > 0 ? fraction(schema, draw) : number;
    }

    private static JsonNode fraction(Conjunction schema, Draw draw) {
        double bits = Double.longBitsToDouble(draw.bits());
        BigDecimal drawn = draw.chance(0.6) || !Double.isFinite(bits) ? draw.pick(ANY) : shortest(bits);
        BigDecimal low = schema.least("minimum");
        BigDecimal high = schema.most("maximum");
        BigDecimal above = schema.least("exclusiveMinimum");
        BigDecimal below = schema.most("exclusiveMaximum");
        if (!fits(drawn, low, high, above, below)) {
            BigDecimal from = max(above == null ? BigDecimal.valueOf(-1e9) : above, low);
            BigDecimal to = min(below == null ? max(from, BigDecimal.ZERO).add(BigDecimal.valueOf(1e6)) : below, high);
            double share = draw.chance(0.3) ? draw.below(2) : draw.fraction();
            drawn = shortest(from.doubleValue() + (to.doubleValue() - from.doubleValue()) * share);
        }
        if (!fits(drawn, low, high, above, below)) {
            throw new Impossible("no number between the limits");
        }
        return DecimalNode.valueOf(multiple(schema, drawn, drawn, drawn));
    }

    /** Returns the shortest digits that a {@code double} is read from; {@code Double.toString} of JDK 17 gives more. */
    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < 17; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return rounded;
            }
        }
        return exact.round(new MathContext(17, RoundingMode.HALF_EVEN));
    }

    private static boolean fits(
            BigDecimal number,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            @Nullable BigDecimal above,
            @Nullable BigDecimal below) {
        return (low == null || number.compareTo(low) >= 0)
                && (high == null || number.compareTo(high) <= 0)
                && (above == null || number.compareTo(above) > 0)
                && (below == null || number.compareTo(below) < 0);
    }

    private static BigDecimal multiple(Conjunction schema, BigDecimal number, BigDecimal low, BigDecimal high) {
        BigDecimal step = schema.most("multipleOf");
        if (step == null || number.remainder(step).signum() == 0) {
            return number;
        }
        BigDecimal nearest = number.subtract(number.remainder(step));
        if (low.compareTo(high) < 0 && nearest.compareTo(low) < 0) {
            nearest = nearest.add(step);
        }
        if (schema.least("minimum") != null && nearest.compareTo(schema.least("minimum")) < 0) {
            throw new Impossible("multipleOf");
        }
        return nearest;
    }

    private static BigDecimal within(BigDecimal low, BigDecimal high, Draw draw) {
        BigInteger range = high.subtract(low).toBigInteger();
        BigDecimal step = draw.chance(0.3)
                ? new BigDecimal(range).multiply(BigDecimal.valueOf(draw.below(2)))
                : new BigDecimal(range)
                        .multiply(BigDecimal.valueOf(draw.fraction()))
                        .setScale(0, RoundingMode.FLOOR);
        return low.add(step);
    }

    private static BigDecimal ceiling(Conjunction schema) {
        BigDecimal above = schema.least("exclusiveMinimum");
        BigDecimal low = max(
                above == null
                        ? BigDecimal.valueOf(Long.MIN_VALUE)
                        : above.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE),
                schema.least("minimum"));
        return low.setScale(0, RoundingMode.CEILING);
    }

    private static BigDecimal floor(Conjunction schema) {
        BigDecimal below = schema.most("exclusiveMaximum");
        BigDecimal high = min(
                below == null
                        ? BigDecimal.valueOf(Long.MAX_VALUE)
                        : below.setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE),
                schema.most("maximum"));
        return high.setScale(0, RoundingMode.FLOOR);
    }

    private static BigDecimal max(BigDecimal one, @Nullable BigDecimal other) {
        return other == null ? one : one.max(other);
    }

    private static BigDecimal min(BigDecimal one, @Nullable BigDecimal other) {
        return other == null ? one : one.min(other);
    }
}
