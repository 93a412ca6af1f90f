package dev.parley.generator.resolve;

import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.NameHint;
import dev.parley.generator.model.Placement;

/**
 * What the surroundings of a schema say about a type that it may become.
 *
 * @param name what to call it
 * @param placement where it stands
 */
record Site(NameHint name, Placement placement) {

    /** Returns the site of a type with a file of its own. */
    static Site topLevel(String name) {
        return new Site(NameHint.of(name), new Placement.TopLevel());
    }

    static Site nestedIn(DeclarationId owner, String name) {
        return new Site(NameHint.of(name), new Placement.NestedIn(owner));
    }

    /** Returns the site of the value in a wrapper of a union. */
    static Site wrapped(DeclarationId union, int variant) {
        return new Site(NameHint.of("value"), new Placement.NestedInWrapper(union, variant));
    }

    /** Returns the site that a shape has here: a component stands on its own, and a person may have named it. */
    Site of(Origin origin) {
        String component = Pointers.componentName(origin.pointer());
        Annotations annotations = origin.annotations();
        String chosen = annotations.javaName();
        NameHint hint = component == null ? name : NameHint.of(component);
        return new Site(
                chosen == null ? hint : NameHint.curated(chosen),
                component != null || annotations.topLevel() ? new Placement.TopLevel() : placement);
    }

    /** Returns the site of the elements of an array that stands here. */
    Site ofElement(Origin array) {
        String component = Pointers.componentName(array.pointer());
        if (component != null) {
            return topLevel(component + " item");
        }
        boolean wrapped =
                placement instanceof Placement.NestedInWrapper && name.text().equals("value");
        return wrapped ? new Site(NameHint.of("items"), placement) : this;
    }

    /** Returns the site of the values of a map that stands here. */
    Site ofValue(Origin map) {
        String component = Pointers.componentName(map.pointer());
        return component == null ? this : topLevel(component + " value");
    }
}
