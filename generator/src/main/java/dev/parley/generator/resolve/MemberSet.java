package dev.parley.generator.resolve;

import dev.parley.generator.resolve.Shape.Property;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The members of several objects as one: a later one takes the place of an earlier one of the same name. */
final class MemberSet {

    private final Map<String, Property> properties = new LinkedHashMap<>();
    private final Set<String> required = new LinkedHashSet<>();
    private boolean empty = true;

    void addAll(Shape.Structure structure) {
        empty = false;
        structure.properties().forEach((name, property) -> {
            Property earlier = properties.get(name);
            boolean same = earlier != null
                    && earlier.node().pointer().equals(property.node().pointer());
            properties.put(name, earlier == null || same ? property : property.over(earlier));
        });
        required.addAll(structure.required());
    }

    /** Returns whether nothing was added, not even an object without members. */
    boolean isEmpty() {
        return empty;
    }

    /** Returns whether an object with these members has every member of this set already. */
    boolean isCoveredBy(Shape.Structure structure) {
        return structure.properties().keySet().containsAll(properties.keySet())
                && structure.required().containsAll(required);
    }

    Shape.Structure structure(Origin origin) {
        return new Shape.Structure(origin, properties, required);
    }
}
