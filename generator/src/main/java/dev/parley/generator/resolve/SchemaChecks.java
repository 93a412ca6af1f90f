package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import io.swagger.v3.oas.models.media.Schema;

/** Reports keywords of a schema that the generator cannot use, or not in full. */
final class SchemaChecks {

    private SchemaChecks() {}

    static void check(SchemaNode node, Diagnostics diagnostics) {
        Schema<?> schema = node.schema();
        Object name = Keywords.extension(schema, "x-java-name");
        if (name != null && !(name instanceof String text && !text.isBlank())) {
            diagnostics.error(
                    "malformed-extension", node.pointer(), "x-java-name is not a name", "Give x-java-name a string");
        }
        Object param = Keywords.extension(schema, "x-java-param");
        if (param != null && (!(param instanceof String) || !Keywords.hasChoice(schema))) {
            diagnostics.error(
                    "malformed-extension",
                    node.pointer(),
                    "x-java-param is no reference, or stands on no choice",
                    "Put it beside oneOf or anyOf, and give it a reference such as '#/components/schemas/InputItem'");
        }
        if (LimitKeywords.hasUncheckable(schema)) {
            diagnostics.note(
                    "limit-not-checked",
                    node.pointer(),
                    "A pattern with groups, alternatives or several parts that vary, and a number beyond 400 digits, are"
                            + " no limits that validate() checks",
                    "Nothing is lost: the server judges it");
        }
        if (Boolean.FALSE.equals(schema.getBooleanSchemaValue())) {
            diagnostics.warning(
                    "never-fits",
                    node.pointer(),
                    "The schema false fits no value",
                    "Remove what the schema stands for, or describe it");
        }
        if (schema.getNot() != null || schema.getIf() != null) {
            diagnostics.note(
                    "constraint-ignored",
                    node.pointer(),
                    "not and if narrow a value in a way that no type of Java can show",
                    "Nothing is lost: the value is read and written as it is");
        }
    }
}
