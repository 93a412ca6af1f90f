package dev.parley.generator.resolve;

import dev.parley.generator.model.ConstantValue;
import dev.parley.generator.model.EnumDeclaration.EnumValue;
import dev.parley.generator.model.TypeRef;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a value looks like, once references, nullability and {@code allOf} are out of the way; one level deep. */
sealed interface Shape {

    Origin origin();

    /** Returns the same shape, said by another place. */
    Shape at(Origin origin);

    /** A plain scalar. */
    record Scalar(Origin origin, TypeRef.Scalar type) implements Shape {
        @Override
        public Shape at(Origin other) {
            return new Scalar(other, type);
        }
    }

    /** A scalar with one allowed value. */
    record Constant(Origin origin, ConstantValue value) implements Shape {
        @Override
        public Shape at(Origin other) {
            return new Constant(other, value);
        }
    }

    /** A string with known values. */
    record OpenEnum(Origin origin, List<EnumValue> values) implements Shape {
        @Override
        public Shape at(Origin other) {
            return new OpenEnum(other, values);
        }
    }

    /**
     * An array.
     *
     * @param elements what an element may be: nothing said, one schema, or one of several
     */
    record Sequence(Origin origin, List<SchemaNode> elements) implements Shape {
        @Override
        public Shape at(Origin other) {
            return new Sequence(other, elements);
        }
    }

    /**
     * An object used as a map.
     *
     * @param values what a value may be: one schema, or one of several
     */
    record Mapping(Origin origin, List<SchemaNode> values) implements Shape {
        @Override
        public Shape at(Origin other) {
            return new Mapping(other, values);
        }
    }

    /** Whatever the sender likes. */
    record Free(Origin origin, TypeRef.FreeForm type) implements Shape {
        @Override
        public Shape at(Origin other) {
            return new Free(other, type);
        }
    }

    /** Nothing but {@code null}. */
    record Null(Origin origin) implements Shape {
        @Override
        public Shape at(Origin other) {
            return new Null(other);
        }
    }

    /** An object with named members. */
    record Structure(Origin origin, Map<String, Property> properties, Set<String> required) implements Shape {

        public Structure {
            properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
            required = Collections.unmodifiableSet(new LinkedHashSet<>(required));
        }

        @Override
        public Shape at(Origin other) {
            return new Structure(other, properties, required);
        }
    }

    /** One of several shapes that Java tells apart; two at least. */
    record Choice(
            Origin origin, List<Branch> branches, @Nullable Discriminator discriminator) implements Shape {
        @Override
        public Shape at(Origin other) {
            return new Choice(other, branches, discriminator);
        }
    }

    /**
     * A named member.
     *
     * @param declaring the pointer of the schema whose inline types a Java reader would look for there
     * @param overridden the member of the same name that an earlier part of an {@code allOf} declares, or {@code null}
     */
    record Property(
            SchemaNode node, String declaring, @Nullable Property overridden) {

        Property over(@Nullable Property earlier) {
            return new Property(node, declaring, earlier);
        }
    }

    /**
     * One choice.
     *
     * @param node the schema in the list of choices, a reference as a rule
     * @param shape what it stands for
     */
    record Branch(SchemaNode node, Shape shape) {

        /** Returns whether the shape is written out where the choice is. */
        boolean inline() {
            return shape.origin().pointer().equals(node.pointer());
        }
    }

    /**
     * What the document says about telling choices apart.
     *
     * @param member the wire name of the member
     * @param pointers for each value of the member, the pointer of the schema; empty if the document does not say
     */
    record Discriminator(String member, Map<String, String> pointers) {}
}
