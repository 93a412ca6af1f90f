package dev.parley.generator.emit.java;

import com.palantir.javapoet.CodeBlock;
import dev.parley.generator.model.Constraints;
import dev.parley.generator.model.Constraints.Bound;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.TypeRef;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calls of {@code Violations} that hold one value against its limits, as the body of a lambda. */
final class CheckStatements {

    private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    private final EmitContext context;

    CheckStatements(EmitContext context) {
        this.context = context;
    }

    /** Returns an expression, or a block of several statements; empty if there is nothing to check. */
    CodeBlock of(TypeRef type, Constraints constraints, String value) {
        List<CodeBlock> calls = new ArrayList<>();
        if (type instanceof TypeRef.Declared declared) {
            return ofDeclared(declared.id(), value);
        }
        if (type instanceof TypeRef.Scalar scalar) {
            addScalar(scalar, constraints, value, calls);
        } else {
            addRange("size", constraints.size(), value, calls);
            if (constraints.unique()) {
                calls.add(CodeBlock.of("out.unique($L)", value));
            }
            addInside("names", TypeRef.Scalar.STRING, constraints.names(), value, calls);
            if (type instanceof TypeRef.ListOf list) {
                addInside("each", list.element(), constraints.each(), value, calls);
            } else if (type instanceof TypeRef.MapOf map) {
                addInside("each", map.value(), constraints.each(), value, calls);
            }
        }
        if (calls.size() < 2) {
            return calls.isEmpty() ? CodeBlock.of("") : calls.get(0);
        }
        CodeBlock.Builder block = CodeBlock.builder().add("{\n").indent();
        calls.forEach(call -> block.add("$L;\n", call));
        return block.unindent().add("}").build();
    }

    /** Returns the check of a type that has one. */
    CodeBlock ofDeclared(DeclarationId id, String value) {
        return context.validation().checked().contains(id)
                ? CodeBlock.of("$T.check($L, out)", context.types().checks(id), value)
                : CodeBlock.of("");
    }

    private void addScalar(TypeRef.Scalar scalar, Constraints constraints, String value, List<CodeBlock> calls) {
        if (scalar == TypeRef.Scalar.STRING) {
            addRange("length", constraints.length(), value, calls);
            for (Constraints.Pattern pattern : constraints.patterns()) {
                calls.add(CodeBlock.of(
                        "out.pattern($L, $L, $L)",
                        value,
                        Literals.string(pattern.java()),
                        Literals.string(pattern.text())));
            }
        } else if (scalar == TypeRef.Scalar.DOUBLE) {
            addDecimal(constraints.minimum(), "min", "above", value, calls);
            addDecimal(constraints.maximum(), "max", "below", value, calls);
        } else if (scalar == TypeRef.Scalar.LONG || scalar == TypeRef.Scalar.INT) {
            addWhole(constraints.minimum(), 1, value, calls);
            addWhole(constraints.maximum(), -1, value, calls);
        }
        if (constraints.multipleOf() != null) {
            calls.add(CodeBlock.of(
                    "out.multipleOf($L, $S)",
                    value,
                    constraints.multipleOf().stripTrailingZeros().toPlainString()));
        }
    }

    private static void addRange(String method, Constraints.Range range, String value, List<CodeBlock> calls) {
        if (!range.isAny()) {
            CodeBlock max = range.max() == Long.MAX_VALUE
                    ? CodeBlock.of("$T.MAX_VALUE", Long.class)
                    : CodeBlock.of("$L", whole(range.max()));
            calls.add(CodeBlock.of("out.$N($L, $L, $L)", method, value, whole(range.min()), max));
        }
    }

    private static void addDecimal(
            @Nullable Bound bound, String including, String excluding, String value, List<CodeBlock> calls) {
        if (bound != null && !Double.isInfinite(bound.value().doubleValue())) {
            double limit = bound.value().doubleValue();
            calls.add(CodeBlock.of("out.$N($L, $L)", bound.exclusive() ? excluding : including, value, limit));
        }
    }

    /** A bound between two whole numbers, or one that is excluded, means the next one inside. */
    private static void addWhole(@Nullable Bound bound, int direction, String value, List<CodeBlock> calls) {
        if (bound == null) {
            return;
        }
        BigDecimal limit = bound.value().setScale(0, direction > 0 ? RoundingMode.CEILING : RoundingMode.FLOOR);
        if (bound.exclusive() && limit.compareTo(bound.value()) == 0) {
            limit = limit.add(BigDecimal.valueOf(direction));
        }
        boolean always = direction > 0 ? limit.compareTo(LEAST) <= 0 : limit.compareTo(MOST) >= 0;
        if (!always) {
            long whole = limit.max(LEAST).min(MOST).longValue();
            calls.add(CodeBlock.of("out.$N($L, $L)", direction > 0 ? "min" : "max", value, whole(whole)));
        }
    }

    private static String whole(long value) {
        return value == (int) value ? String.valueOf(value) : value + "L";
    }

    private void addInside(
            String method, TypeRef type, @Nullable Constraints constraints, String value, List<CodeBlock> calls) {
        String inner = value.equals("it") || value.equals("it.value()") ? "each" : value + "Each";
        CodeBlock checks = of(type, constraints == null ? Constraints.NONE : constraints, inner);
        if (!checks.isEmpty()) {
            calls.add(CodeBlock.of("out.$N($L, $N -> $L)", method, value, inner, checks));
        }
    }
}
