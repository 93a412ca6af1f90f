package dev.parley.generator.emit.java;

import com.palantir.javapoet.CodeBlock;
import dev.parley.generator.emit.StringLiteral;
import dev.parley.generator.model.ConstantValue;

/** Java literals of constants. */
final class Literals {

    private Literals() {}

    static CodeBlock of(ConstantValue value) {
        if (value instanceof ConstantValue.Text text) {
            return string(text.value());
        }
        if (value instanceof ConstantValue.Flag flag) {
            return CodeBlock.of("$L", flag.value());
        }
        return CodeBlock.of("$LL", ((ConstantValue.Integral) value).value());
    }

    /** The value as a person writes it, for prose. */
    static String plain(ConstantValue value) {
        if (value instanceof ConstantValue.Text text) {
            return text.value();
        }
        return value instanceof ConstantValue.Flag flag
                ? String.valueOf(flag.value())
                : String.valueOf(((ConstantValue.Integral) value).value());
    }

    /** A string literal on one line: JavaPoet's own breaks at line feeds, where a {@code case} label cannot. */
    static CodeBlock string(String value) {
        return CodeBlock.of("$L", StringLiteral.of(value));
    }
}
