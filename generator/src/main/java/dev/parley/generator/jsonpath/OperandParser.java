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
import org.jspecify.annotations.Nullable;

/** Reads what a condition compares or hands to a function: literals, paths and functions that yield a value. */
final class OperandParser {

    /** Functions that yield a value. */
    static final Set<String> FUNCTIONS = Set.of("count", "length", "value");

    private final PathText text;

    OperandParser(PathText text) {
        this.text = text;
    }

    /** Reads an argument of a function that has one value at most. */
    Operand argument() {
        text.blanks();
        Operand operand = operandOrNull();
        if (operand == null) {
            throw text.wrong("there should be a literal or a path to one value");
        }
        text.blanks();
        return operand;
    }

    /** Reads what has one value at most; leaves the text where it is if there is no such thing. */
    @Nullable
    Operand operandOrNull() {
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
            default -> throw new IllegalStateException("no function that yields a value: " + function);
        };
        text.require(")");
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

    /** Reads a path, which may lead to several values; leaves the text where it is if there is none. */
    @Nullable
    Query queryOrNull() {
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
}
