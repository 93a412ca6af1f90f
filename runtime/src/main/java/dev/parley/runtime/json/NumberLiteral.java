package dev.parley.runtime.json;

/** The grammar of a number in JSON (RFC 8259, section 6). */
final class NumberLiteral {

    private NumberLiteral() {}

    static boolean isValid(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int at = digits(text, start);
        if (at == start || at > start + 1 && text.charAt(start) == '0') {
            return false;
        }
        if (at < text.length() && text.charAt(at) == '.') {
            int fraction = at + 1;
            at = digits(text, fraction);
            if (at == fraction) {
                return false;
            }
        }
        if (at < text.length() && (text.charAt(at) | 0x20) == 'e') {
            int exponent = at + 1;
            if (exponent < text.length() && (text.charAt(exponent) == '+' || text.charAt(exponent) == '-')) {
                exponent++;
            }
            at = digits(text, exponent);
            if (at == exponent) {
                return false;
            }
        }
        return at == text.length();
    }

    /** Returns whether a valid literal has neither fraction nor exponent. */
    static boolean isInteger(String literal) {
        int start = literal.startsWith("-") ? 1 : 0;
        return digits(literal, start) == literal.length();
    }

    /** Returns the index after the digits that start at {@code from}. */
    static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
