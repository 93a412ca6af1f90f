package dev.parley.generator.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The comparison operators of filters; of two that start alike the longer one comes first. */
enum Comparison {
    EQUAL("==", Comparison::equal),
    UNEQUAL("!=", (left, right) -> !equal(left, right)),
    AT_MOST("<=", (left, right) -> isLess(left, right) || equal(left, right)),
    AT_LEAST(">=", (left, right) -> isLess(right, left) || equal(left, right)),
    LESS("<", Comparison::isLess),
    GREATER(">", (left, right) -> isLess(right, left));

    /** Numbers are equal by what they are, not by how they are written. */
    private static final Comparator<JsonNode> BY_VALUE = (left, right) -> {
        if (left.isNumber() && right.isNumber()) {
            return left.decimalValue().compareTo(right.decimalValue());
        }
        return left.equals(right) ? 0 : 1;
    };

    /** A question about two values, of which either may be none. */
    private interface Question {

        boolean isTrue(@Nullable JsonNode left, @Nullable JsonNode right);
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

    /** Whether this is true of two values, of which either may be none. */
    boolean holds(@Nullable JsonNode left, @Nullable JsonNode right) {
        return question.isTrue(left, right);
    }

    private static boolean equal(@Nullable JsonNode one, @Nullable JsonNode other) {
        return one == null || other == null ? one == null && other == null : one.equals(BY_VALUE, other);
    }

    private static boolean isLess(@Nullable JsonNode smaller, @Nullable JsonNode larger) {
        if (smaller == null || larger == null) {
            return false;
        }
        if (smaller.isNumber() && larger.isNumber()) {
            return BY_VALUE.compare(smaller, larger) < 0;
        }
        // By code points: the order of UTF-16 would put surrogates before the end of the first plane.
        return smaller.isTextual() && larger.isTextual() && Arrays.compare(codePoints(smaller), codePoints(larger)) < 0;
    }

    private static int[] codePoints(JsonNode text) {
        return text.textValue().codePoints().toArray();
    }
}
