package dev.parley.generator.model;

import java.util.List;

/**
 * A string with values that the document names: becomes an open enum.
 *
 * @param values the values, in the order of the document
 */
public record EnumDeclaration(
        DeclarationId id,
        NameHint name,
        Placement placement,
        Documentation documentation,
        boolean deprecated,
        List<EnumValue> values)
        implements Declaration {

    public EnumDeclaration {
        values = List.copyOf(values);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }

    /**
     * A value that the document names.
     *
     * @param wireValue the string in JSON
     * @param name what the document says about the name of the constant
     * @param documentation the prose of the document ({@code x-enum-descriptions}), if any
     */
    public record EnumValue(String wireValue, NameHint name, Documentation documentation) {}
}
