package example.atlas.model;

/** What any shape can tell. */
public interface ShapeMixin {

    /** Returns the name of the class. */
    default String describe() {
        return getClass().getSimpleName();
    }
}
