package dev.parley.generator.model;

import java.util.List;

/**
 * An object schema: becomes a record with a builder and a codec.
 *
 * @param members what the document names, in its order
 * @param unions the unions that this record is a variant of, in the order of the document
 */
public record RecordDeclaration(
        DeclarationId id,
        NameHint name,
        Placement placement,
        Documentation documentation,
        boolean deprecated,
        List<Member> members,
        List<DeclarationId> unions)
        implements Declaration {

    public RecordDeclaration {
        members = List.copyOf(members);
        unions = List.copyOf(unions);
    }

    /** Returns the members that become components, in the order of the document. */
    public List<Member.Property> properties() {
        return members.stream()
                .filter(Member.Property.class::isInstance)
                .map(Member.Property.class::cast)
                .toList();
    }

    /** Returns the members that become accessor methods, in the order of the document. */
    public List<Member.Constant> constants() {
        return members.stream()
                .filter(Member.Constant.class::isInstance)
                .map(Member.Constant.class::cast)
                .toList();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
