package dev.parley.generator.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * What a plain scalar means by the core schema of YAML 1.2, which OpenAPI prescribes.
 *
 * <p>SnakeYAML follows YAML 1.1, where {@code on}, {@code no} and {@code 12:30} are no strings.
 */
final class CoreSchema {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
    private static final Pattern FLOAT = Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?");

    private CoreSchema() {}

    /**
     * Returns the value of a plain scalar.
     *
     * @throws NumberFormatException if it is a number beyond {@link ReadLimits#DIGITS}
     */
    static JsonNode resolve(String text) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> NODES.nullNode();
            case "true", "True", "TRUE" -> NODES.booleanNode(true);
            case "false", "False", "FALSE" -> NODES.booleanNode(false);
            default -> number(text);
        };
    }

    private static JsonNode number(String text) {
        char first = text.charAt(0);
        if (first != '-' && first != '+' && first != '.' && (first < '0' || first > '9')) {
            return NODES.textNode(text);
        }
        if (DECIMAL.matcher(text).matches()) {
            return integer(text, 10);
        }
        if (OCTAL.matcher(text).matches()) {
            return integer(text.substring(2), 8);
        }
        if (HEXADECIMAL.matcher(text).matches()) {
            return integer(text.substring(2), 16);
        }
        return FLOAT.matcher(text).matches() ? decimal(text) : NODES.textNode(text);
    }

    private static JsonNode integer(String digits, int radix) {
        requireShort(digits);
        BigInteger value = new BigInteger(digits, radix);
        if (value.bitLength() < Integer.SIZE) {
            return NODES.numberNode(value.intValue());
        }
        return value.bitLength() < Long.SIZE ? NODES.numberNode(value.longValue()) : NODES.numberNode(value);
    }

    private static JsonNode decimal(String text) {
        requireShort(text);
        BigDecimal value = new BigDecimal(text);
        if (Math.abs((long) value.scale()) > ReadLimits.DIGITS) {
            throw new NumberFormatException("its exponent is beyond " + ReadLimits.DIGITS);
        }
        return NODES.numberNode(value);
    }

    private static void requireShort(String digits) {
        if (digits.length() > ReadLimits.DIGITS) {
            throw new NumberFormatException("it has more than " + ReadLimits.DIGITS + " digits");
        }
    }
}
