package dev.parley.runtime.json;

import java.math.BigInteger;

/**
 * The value of a number literal in the one form that equal values share: digits without zeros at either end, times ten to
 * the exponent. Zero has no digits. The size is that of the literal, whatever the exponent.
 */
record Decimal(boolean negative, String digits, BigInteger exponent) {
    private static final Decimal ZERO = new Decimal(false, "", BigInteger.ZERO);
    private static final BigInteger LONG_DIGITS = BigInteger.valueOf(19);

    static Decimal of(String literal) {
        boolean negative = literal.charAt(0) == '-';
        int start = negative ? 1 : 0;
        int point = NumberLiteral.digits(literal, start);
        int end = point;
        String digits = literal.substring(start, point);
        if (point < literal.length() && literal.charAt(point) == '.') {
            end = NumberLiteral.digits(literal, point + 1);
            digits += literal.substring(point + 1, end);
        }
        int first = 0;
        while (first < digits.length() && digits.charAt(first) == '0') {
            first++;
        }
        if (first == digits.length()) {
            return ZERO;
        }
        int last = digits.length();
        while (digits.charAt(last - 1) == '0') {
            last--;
        }
        int fraction = end == point ? 0 : end - point - 1;
        BigInteger exponent = BigInteger.valueOf((long) digits.length() - last - fraction);
        if (end < literal.length()) {
            exponent = exponent.add(new BigInteger(literal.substring(end + 1)));
        }
        return new Decimal(negative, digits.substring(first, last), exponent);
    }

    /**
     * Returns the value.
     *
     * @throws ArithmeticException if it has a fraction or does not fit a {@code long}
     */
    long longValueExact() {
        if (exponent.signum() < 0) {
            throw new ArithmeticException("the number has a fraction");
        }
        if (exponent.add(BigInteger.valueOf(digits.length())).compareTo(LONG_DIGITS) > 0) {
            throw new ArithmeticException("the number does not fit a long");
        }
        if (digits.isEmpty()) {
            return 0;
        }
        BigInteger value = new BigInteger(digits).multiply(BigInteger.TEN.pow(exponent.intValue()));
        return (negative ? value.negate() : value).longValueExact();
    }
}
