package dev.parley.generator.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The comparison operators of filters; of two that start alike the longer one comes first. */
enum Comparison {
    EQUAL("==", Comparison::equal),
    UNEQUAL("!=", (left, right, steps) -> !equal(left, right, steps)),
    AT_MOST("<=", (left, right, steps) -> isLess(left, right, steps) || equal(left, right, steps)),
    AT_LEAST(">=", (left, right, steps) -> isLess(right, left, steps) || equal(left, right, steps)),
    LESS("<", Comparison::isLess),
    GREATER(">", (left, right, steps) -> isLess(right, left, steps));

    /** A question about two values, of which either may be none. */
    private interface Question {

        boolean isTrue(@Nullable JsonNode left, @Nullable JsonNode right, Steps steps);
    }

    private final String sign;
    private final Question question;

    Comparison(String sign, Question question) {
        this.sign = sign;
        this.question = question;
    }

    String sign() {
        return sign;
    }

    /**
     * Whether this is true of two values, of which either may be none.
     *
     * @param steps what looking at them is taken from, since both may be large
     */
    boolean holds(@Nullable JsonNode left, @Nullable JsonNode right, Steps steps) {
        return question.isTrue(left, right, steps);
    }

    private static boolean equal(@Nullable JsonNode one, @Nullable JsonNode other, Steps steps) {
        return one == null || other == null ? one == null && other == null : same(one, other, steps);
    }

    private static boolean same(JsonNode one, JsonNode other, Steps steps) {
        steps.take();
        if (one.isNumber() && other.isNumber()) {
            return compareNumbers(one, other) == 0;
        }
        if (one.isTextual() && other.isTextual()) {
            return compareTexts(one.textValue(), other.textValue(), steps) == 0;
        }
        if (one.getNodeType() != other.getNodeType() || one.size() != other.size()) {
            return false;
        }
        if (one.isObject()) {
            for (Map.Entry<String, JsonNode> member : one.properties()) {
                steps.take(member.getKey().length());
                JsonNode value = other.get(member.getKey());
                if (value == null || !same(member.getValue(), value, steps)) {
                    return false;
                }
            }
            return true;
        }
        for (int index = 0; index < one.size(); index++) {
            if (!same(one.get(index), other.get(index), steps)) {
                return false;
            }
        }
        return one.isArray() || one.equals(other);
    }

    private static boolean isLess(@Nullable JsonNode smaller, @Nullable JsonNode larger, Steps steps) {
        if (smaller == null || larger == null) {
            return false;
        }
        if (smaller.isNumber() && larger.isNumber()) {
            return compareNumbers(smaller, larger) < 0;
        }
        return smaller.isTextual()
                && larger.isTextual()
                && compareTexts(smaller.textValue(), larger.textValue(), steps) < 0;
    }

    /** By what they are, not by how they are written. */
    private static int compareNumbers(JsonNode one, JsonNode other) {
        if (isInfinite(one) || isInfinite(other)) {
            return Double.compare(one.doubleValue(), other.doubleValue());
        }
        return one.decimalValue().compareTo(other.decimalValue());
    }

    /** JSON has no infinity, but Jackson reads 1e400 as one. */
    private static boolean isInfinite(JsonNode number) {
        return number.isFloatingPointNumber() && !number.isBigDecimal() && !Double.isFinite(number.doubleValue());
    }

    private static int compareTexts(String one, String other, Steps steps) {
        int shorter = Math.min(one.length(), other.length());
        int index = 0;
        while (index < shorter && one.charAt(index) == other.charAt(index)) {
            index++;
        }
        steps.take(index);
        return index == shorter
                ? Integer.compare(one.length(), other.length())
                : Integer.compare(rank(one.charAt(index)), rank(other.charAt(index)));
    }

    /** By code points: the order of UTF-16 would put surrogates before the end of the first plane. */
    private static int rank(char character) {
        return Character.isSurrogate(character) ? character + Character.MIN_SUPPLEMENTARY_CODE_POINT : character;
    }
}
