package dev.parley.generator.resolve;

import dev.parley.generator.model.Constraints;
import dev.parley.generator.model.Constraints.Bound;
import dev.parley.generator.model.Constraints.Pattern;
import dev.parley.generator.model.Constraints.Range;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the keywords of one schema that limit a value beside its type. What they say of another type is no limit. */
final class LimitKeywords {

    /** Exponents that a {@code double} has; arithmetic on larger ones can take for ever. */
    private static final int EXPONENT = 400;

    private LimitKeywords() {}

    /** Returns the limits for a string. */
    static Constraints ofString(Schema<?> schema) {
        Pattern pattern = pattern(schema);
        return new Constraints(
                range(schema.getMinLength(), schema.getMaxLength()),
                pattern == null ? List.of() : List.of(pattern),
                null,
                null,
                null,
                Range.ANY,
                false,
                null,
                null);
    }

    /** Returns the limits for a number. */
    static Constraints ofNumber(Schema<?> schema) {
        BigDecimal multipleOf = finite(schema.getMultipleOf());
        return new Constraints(
                Range.ANY,
                List.of(),
                bound(schema.getMinimum(), schema.getExclusiveMinimum(), schema.getExclusiveMinimumValue()),
                bound(schema.getMaximum(), schema.getExclusiveMaximum(), schema.getExclusiveMaximumValue()),
                multipleOf != null && multipleOf.signum() > 0 ? multipleOf : null,
                Range.ANY,
                false,
                null,
                null);
    }

    /** Returns the limits for an array. */
    static Constraints ofArray(Schema<?> schema, @Nullable Constraints elements) {
        return new Constraints(
                Range.ANY,
                List.of(),
                null,
                null,
                null,
                range(schema.getMinItems(), schema.getMaxItems()),
                Boolean.TRUE.equals(schema.getUniqueItems()),
                null,
                unlessEmpty(elements));
    }

    /** Returns the limits for an object used as a map. */
    static Constraints ofMap(Schema<?> schema, @Nullable Constraints values) {
        Schema<?> names = schema.getPropertyNames();
        return new Constraints(
                Range.ANY,
                List.of(),
                null,
                null,
                null,
                range(schema.getMinProperties(), schema.getMaxProperties()),
                false,
                names == null ? null : unlessEmpty(ofString(names)),
                unlessEmpty(values));
    }

    /** Returns whether a keyword is there that cannot be checked. */
    static boolean hasUncheckable(Schema<?> schema) {
        boolean pattern = schema.getPattern() != null && pattern(schema) == null;
        boolean names = schema.getPropertyNames() != null
                && schema.getPropertyNames().getPattern() != null
                && pattern(schema.getPropertyNames()) == null;
        return pattern
                || names
                || isInfinite(schema.getMultipleOf())
                || isInfinite(schema.getMinimum())
                || isInfinite(schema.getMaximum())
                || isInfinite(schema.getExclusiveMinimumValue())
                || isInfinite(schema.getExclusiveMaximumValue());
    }

    private static @Nullable Constraints unlessEmpty(@Nullable Constraints constraints) {
        return constraints == null || constraints.isEmpty() ? null : constraints;
    }

    private static @Nullable Pattern pattern(Schema<?> schema) {
        String text = schema.getPattern();
        String java = text == null ? null : PatternTranslation.of(text);
        return text == null || java == null ? null : new Pattern(text, java);
    }

    private static Range range(@Nullable Integer min, @Nullable Integer max) {
        return new Range(min == null ? 0 : Math.max(0, min), max == null ? Long.MAX_VALUE : max);
    }

    /** OpenAPI 3.0 has a flag beside the bound, 3.1 a bound of its own; both may be there in 3.1. */
    private static @Nullable Bound bound(
            @Nullable BigDecimal inclusive, @Nullable Boolean flag, @Nullable BigDecimal exclusive) {
        BigDecimal end = finite(exclusive);
        if (end != null) {
            return new Bound(end, true);
        }
        BigDecimal bound = finite(inclusive);
        return bound == null ? null : new Bound(bound, Boolean.TRUE.equals(flag));
    }

    private static @Nullable BigDecimal finite(@Nullable BigDecimal value) {
        return isInfinite(value) ? null : value;
    }

    private static boolean isInfinite(@Nullable BigDecimal value) {
        return value != null && (Math.abs((long) value.scale()) > EXPONENT || value.precision() > EXPONENT);
    }
}
