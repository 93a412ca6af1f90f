package dev.parley.generator.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads what stands behind the question mark of a filter: conditions, joined, negated and in parentheses. */
final class FilterParser {

    /** Functions that say yes or no. */
    private static final Set<String> FUNCTIONS = Set.of("match", "search");

    private final PathText text;
    private final OperandParser operands;

    FilterParser(PathText text) {
        this.text = text;
        operands = new OperandParser(text);
    }

    /** Reads alternatives, joined with {@code ||}. */
    Condition condition() {
        text.enter();
        Condition condition = conjunction();
        while (takeBehindBlanks("||")) {
            Condition left = condition;
            Condition right = conjunction();
            condition = (node, run) -> left.holds(node, run) || right.holds(node, run);
        }
        text.leave();
        return condition;
    }

    private Condition conjunction() {
        Condition condition = basic();
        while (takeBehindBlanks("&&")) {
            Condition left = condition;
            Condition right = basic();
            condition = (node, run) -> left.holds(node, run) && right.holds(node, run);
        }
        return condition;
    }

    private boolean takeBehindBlanks(String sign) {
        int mark = text.mark();
        text.blanks();
        if (text.take(sign)) {
            text.blanks();
            return true;
        }
        text.reset(mark);
        return false;
    }

    private Condition basic() {
        if (text.take("!")) {
            text.blanks();
            Condition condition = text.isNext("(") ? inParentheses() : test();
            return (node, run) -> !condition.holds(node, run);
        }
        return text.isNext("(") ? inParentheses() : testOrComparison();
    }

    private Condition inParentheses() {
        text.require("(");
        text.blanks();
        Condition condition = condition();
        text.blanks();
        text.require(")");
        return condition;
    }

    private Condition testOrComparison() {
        int start = text.mark();
        Operand left = operands.operandOrNull();
        Comparison comparison = left == null ? null : comparison();
        if (left == null || comparison == null) {
            text.reset(start);
            return test();
        }
        Operand right = operands.operandOrNull();
        if (right == null) {
            throw text.wrong("there should be a literal, a path to one value or a function that yields one");
        }
        return (node, run) -> comparison.holds(left.value(node, run), right.value(node, run), run.steps());
    }

    private @Nullable Comparison comparison() {
        int mark = text.mark();
        text.blanks();
        for (Comparison comparison : Comparison.values()) {
            if (text.take(comparison.sign())) {
                text.blanks();
                return comparison;
            }
        }
        text.reset(mark);
        return null;
    }

    /** Reads a query, which holds if it selects anything, or a function that says yes or no. */
    private Condition test() {
        Query query = operands.queryOrNull();
        if (query != null) {
            if (comparison() != null) {
                throw text.wrong("only a path to one value can be compared");
            }
            return (node, run) -> !query.select(node, run).isEmpty();
        }
        int start = text.mark();
        String function = text.word();
        if (function != null && text.isNext("(")) {
            if (FUNCTIONS.contains(function)) {
                return pattern(function.equals("match"));
            }
            throw text.wrong(
                    OperandParser.FUNCTIONS.contains(function)
                            ? function + " yields a value, which has to be compared"
                            : "there is no function " + function + ", only " + functions());
        }
        text.reset(start);
        throw text.wrong("there should be a condition such as @.name == 'x'");
    }

    private Condition pattern(boolean whole) {
        text.require("(");
        text.enter();
        Operand subject = operands.argument();
        text.require(",");
        Operand pattern = operands.argument();
        text.require(")");
        text.leave();
        return (node, run) -> {
            JsonNode value = subject.value(node, run);
            JsonNode expression = pattern.value(node, run);
            return value != null
                    && expression != null
                    && value.isTextual()
                    && expression.isTextual()
                    && run.pattern(expression.textValue()).fits(value.textValue(), whole, run.steps());
        };
    }

    private static String functions() {
        Set<String> names = new TreeSet<>(FUNCTIONS);
        names.addAll(OperandParser.FUNCTIONS);
        return String.join(", ", names);
    }
}
