package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.TypeRef.Scalar;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Chooses the Java type of a number; says where the document allows values that it does not hold. */
final class NumberTypes {

    private static final BigDecimal INT = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final BigDecimal LONG = BigDecimal.valueOf(Long.MAX_VALUE);

    /** Formats of whole numbers beyond 64 bits with a sign. */
    private static final Set<String> WIDE =
            Set.of("uint64", "unsigned-int64", "int128", "uint128", "int256", "uint256", "bigint", "biginteger");

    /** Formats of fractions that are not to be rounded. */
    private static final Set<String> EXACT = Set.of("decimal", "decimal128", "bigdecimal");

    private final Diagnostics diagnostics;

    NumberTypes(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Returns the type of {@code integer} or {@code number}. */
    Scalar read(SchemaNode node, String type) {
        Schema<?> schema = node.schema();
        String format = String.valueOf(schema.getFormat()).toLowerCase(java.util.Locale.ROOT);
        if (type.equals("number")) {
            if (EXACT.contains(format)) {
                beyond(node, "A fraction of more digits than a double holds is rounded");
            }
            return Scalar.DOUBLE;
        }
        if (WIDE.contains(format) || isBeyond(schema, LONG)) {
            beyond(node, "A whole number of more than 64 bits with a sign is allowed here, and reading one fails");
        }
        return format.equals("int32") && !isBeyond(schema, INT) ? Scalar.INT : Scalar.LONG;
    }

    private void beyond(SchemaNode node, String problem) {
        diagnostics.note(
                "number-beyond-type",
                node.pointer(),
                problem,
                "If such numbers occur, take type out with an overlay: then the value is JSON, digit for digit");
    }

    private static boolean isBeyond(Schema<?> schema, BigDecimal most) {
        return isBeyond(schema.getMaximum(), most) || isBeyond(schema.getMinimum(), most);
    }

    private static boolean isBeyond(@Nullable BigDecimal bound, BigDecimal most) {
        return bound != null
                && (bound.compareTo(most) > 0
                        || bound.compareTo(most.add(BigDecimal.ONE).negate()) < 0);
    }
}
