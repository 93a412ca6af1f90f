package dev.parley.generator.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads what stands behind the question mark of a filter. */
final class FilterParser {

    private static final Set<String> FUNCTIONS = Set.of("count", "length", "match", "search", "value");

    private final PathText text;

    FilterParser(PathText text) {
        this.text = text;
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
        Operand left = operandOrNull();
        Comparison comparison = left == null ? null : comparison();
        if (left == null || comparison == null) {
            text.reset(start);
            return test();
        }
        Operand right = operandOrNull();
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
        Query query = queryOrNull();
        if (query != null) {
            if (comparison() != null) {
                throw text.wrong("only a path to one value can be compared");
            }
            return (node, run) -> !query.select(node, run).isEmpty();
        }
        int start = text.mark();
        String function = text.word();
        if (function != null && text.isNext("(")) {
            return switch (function) {
                case "match", "search" -> pattern(function.equals("match"));
                case "count", "length", "value" ->
                    throw text.wrong(function + " yields a value, which has to be compared");
                default -> throw text.wrong("there is no function " + function + ", only " + names());
            };
        }
        text.reset(start);
        throw text.wrong("there should be a condition such as @.name == 'x'");
    }

    private Condition pattern(boolean whole) {
        text.require("(");
        text.enter();
        Operand subject = argument();
        text.require(",");
        Operand pattern = argument();
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

    private Operand argument() {
        text.blanks();
        Operand operand = operandOrNull();
        if (operand == null) {
            throw text.wrong("there should be a literal or a path to one value");
        }
        text.blanks();
        return operand;
    }

    /** Reads what has one value at most; leaves the text where it is if there is no such thing. */
    private @Nullable Operand operandOrNull() {
        int start = text.mark();
        JsonNode literal = literalOrNull();
        if (literal != null) {
            return (node, run) -> literal;
        }
        Query query = queryOrNull();
        if (query != null && query.isSingular()) {
            return (node, run) -> first(query.select(node, run));
        }
        if (query == null) {
            Operand call = callOrNull();
            if (call != null) {
                return call;
            }
        }
        text.reset(start);
        return null;
    }

    private @Nullable Operand callOrNull() {
        String function = text.word();
        if (function == null || !FUNCTIONS.contains(function) || !text.take("(")) {
            return null;
        }
        text.enter();
        Operand call = switch (function) {
            case "length" -> {
                Operand operand = argument();
                yield (node, run) -> length(operand.value(node, run), run.steps());
            }
            case "count" -> {
                Query query = queryArgument();
                yield (node, run) -> IntNode.valueOf(query.select(node, run).size());
            }
            case "value" -> {
                Query query = queryArgument();
                yield (node, run) -> first(query.select(node, run));
            }
            default -> null;
        };
        if (call != null) {
            text.require(")");
        }
        text.leave();
        return call;
    }

    private Query queryArgument() {
        text.blanks();
        Query query = queryOrNull();
        if (query == null) {
            throw text.wrong("there should be a path");
        }
        text.blanks();
        return query;
    }

    private @Nullable Query queryOrNull() {
        boolean absolute = text.take("$");
        return absolute || text.take("@") ? new PathParser(text).query(absolute) : null;
    }

    private @Nullable JsonNode literalOrNull() {
        String string = text.string();
        if (string != null) {
            return TextNode.valueOf(string);
        }
        BigDecimal number = text.number();
        if (number != null) {
            return DecimalNode.valueOf(number);
        }
        int start = text.mark();
        String word = text.word();
        if (word != null && !text.isNext("(")) {
            switch (word) {
                case "true", "false" -> {
                    return BooleanNode.valueOf(word.equals("true"));
                }
                case "null" -> {
                    return NullNode.getInstance();
                }
                default -> throw text.wrong("a string needs quotes: '" + word + "'");
            }
        }
        text.reset(start);
        return null;
    }

    /** Returns the one value of these, or nothing if there is none or more than one. */
    private static @Nullable JsonNode first(List<PathNode> nodes) {
        return nodes.size() == 1 ? nodes.get(0).value() : null;
    }

    private static @Nullable JsonNode length(@Nullable JsonNode value, Steps steps) {
        if (value == null) {
            return null;
        }
        if (value.isTextual()) {
            steps.take(value.textValue().length());
            return IntNode.valueOf(
                    value.textValue().codePointCount(0, value.textValue().length()));
        }
        return value.isContainerNode() ? IntNode.valueOf(value.size()) : null;
    }

    private static String names() {
        return String.join(", ", new TreeSet<>(FUNCTIONS));
    }
}
