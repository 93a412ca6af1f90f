package example.atlas.model;

/**
 * What a {@link Point} can tell beyond its members; <b>made</b> from mixins/Point.mustache. */
public interface PointMixin {

    double x();

    double y();

    /** Returns how far it is from the origin. */
    default double distance() { // the class of a hypotenuse
        return Math.hypot(x(), y());
    }
}
