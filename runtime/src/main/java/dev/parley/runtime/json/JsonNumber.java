package dev.parley.runtime.json;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JSON number, kept as the literal that was received: {@code 1.0} is written back as {@code 1.0}.
 *
 * <p>Two numbers are equal if their values are, exactly: {@code 1.0} equals {@code 1}, {@code 1e2} equals {@code 100}. No
 * method expands an exponent, so that {@code 1e999999999} costs no more than any other literal of its length.
 */
public final class JsonNumber implements JsonValue {
    private static final int PLAIN_LONG = 18;

    /** The whole numbers from zero on that come most, each made when it is first met; threads race for them without harm. */
    private static final @Nullable JsonNumber[] SMALL = new JsonNumber[128];

    private final String literal;

    private JsonNumber(String literal) {
        this.literal = literal;
    }

    /**
     * Returns the number that a JSON literal stands for.
     *
     * @throws IllegalArgumentException if the text is not a number as JSON writes it
     */
    public static JsonNumber of(String literal) {
        Objects.requireNonNull(literal, "literal");
        if (!NumberLiteral.isValid(literal)) {
            throw new IllegalArgumentException("not a JSON number: " + Conversion.excerpt(literal));
        }
        return new JsonNumber(literal);
    }

    /** Returns an integer. */
    public static JsonNumber of(long value) {
        return 0 <= value && value < SMALL.length ? small((int) value) : new JsonNumber(Long.toString(value));
    }

    /**
     * Returns a number with the shortest literal that reads back as this value.
     *
     * @throws IllegalArgumentException if the value is infinite or not a number
     */
    public static JsonNumber of(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(value + " is not a JSON number");
        }
        return new JsonNumber(Double.toString(value));
    }

    /** Returns the literal as received. */
    public String literal() {
        return literal;
    }

    /**
     * Returns the exact value.
     *
     * @throws ArithmeticException if it has a fraction or does not fit a {@code long}
     */
    public long longValue() {
        if (literal.length() <= PLAIN_LONG && NumberLiteral.isInteger(literal)) {
            return Long.parseLong(literal);
        }
        return Decimal.of(literal).longValueExact();
    }

    /**
     * Returns the exact value.
     *
     * @throws ArithmeticException if it has a fraction or does not fit an {@code int}
     */
    public int intValue() {
        return Math.toIntExact(longValue());
    }

    /** Returns the nearest {@code double}, infinite if the value is beyond its range. */
    public double doubleValue() {
        return Double.parseDouble(literal);
    }

    /**
     * Returns the exact value, with the scale of the literal.
     *
     * @throws ArithmeticException if the exponent is beyond the range of {@link BigDecimal}
     */
    public BigDecimal bigDecimalValue() {
        try {
            return new BigDecimal(literal);
        } catch (NumberFormatException tooFar) {
            throw outOfRange("BigDecimal", tooFar);
        }
    }

    @Override
    public String toJson() {
        return literal;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof JsonNumber number
                        && (literal.equals(number.literal)
                                || Decimal.of(literal).equals(Decimal.of(number.literal)));
    }

    @Override
    public int hashCode() {
        return Decimal.of(literal).hashCode();
    }

    @Override
    public String toString() {
        return literal;
    }

    private static JsonNumber small(int value) {
        JsonNumber number = SMALL[value];
        if (number == null) {
            number = new JsonNumber(Integer.toString(value));
            SMALL[value] = number;
        }
        return number;
    }

    private ArithmeticException outOfRange(String type, NumberFormatException cause) {
        ArithmeticException outOfRange =
                new ArithmeticException(Conversion.excerpt(literal) + " is beyond the range of " + type);
        outOfRange.initCause(cause);
        return outOfRange;
    }
}
