package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.Parameter.Location;
import dev.parley.generator.model.Parameter.Style;
import dev.parley.generator.model.TypeRef;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.Parameter.StyleEnum;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides how the values of a parameter are written, from its {@code style} and {@code explode} and what its values are.
 * What OpenAPI leaves open is decided here alone, or is left out.
 */
final class ParameterStyles {

    private static final Map<Location, Set<StyleEnum>> STYLES = Map.of(
            Location.PATH, Set.of(StyleEnum.SIMPLE, StyleEnum.LABEL, StyleEnum.MATRIX),
            Location.QUERY,
                    Set.of(StyleEnum.FORM, StyleEnum.SPACEDELIMITED, StyleEnum.PIPEDELIMITED, StyleEnum.DEEPOBJECT),
            Location.HEADER, Set.of(StyleEnum.SIMPLE),
            Location.COOKIE, Set.of(StyleEnum.FORM));

    private final Shapes shapes;
    private final boolean brackets;
    private final Diagnostics diagnostics;

    /**
     * Takes what the document as a whole says.
     *
     * @param brackets whether lists and objects of a query are written with brackets where they would be exploded forms
     */
    ParameterStyles(Shapes shapes, boolean brackets, Diagnostics diagnostics) {
        this.shapes = shapes;
        this.brackets = brackets;
        this.diagnostics = diagnostics;
    }

    /**
     * Returns how values are written, or why there is no way to.
     *
     * @param json whether the document describes the value by a media type of JSON
     */
    Outcome of(ParameterSources.Source source, Location location, Shape shape, boolean json) {
        if (json) {
            return Outcome.of(Style.JSON);
        }
        Parameter parsed = source.parameter();
        StyleEnum style = parsed.getStyle() == null ? byDefault(location) : parsed.getStyle();
        boolean single = isSingle(shape);
        if (!STYLES.get(location).contains(style)) {
            if (!single) {
                return Outcome.not("has the style " + style + ", which means nothing there");
            }
            warn(source, "has the style " + style + ", which means nothing there, so its value is sent as it is");
            style = byDefault(location);
        }
        boolean exploded = Boolean.TRUE.equals(parsed.getExplode());
        if (single) {
            return Outcome.of(ofSingle(location, style, exploded));
        }
        return switch (style) {
            case LABEL -> flat(source, shape, exploded ? Style.LABEL_EXPLODED : Style.LABEL);
            case MATRIX -> flat(source, shape, exploded ? Style.MATRIX_EXPLODED : Style.MATRIX);
            case SIMPLE -> flat(source, shape, exploded ? Style.SIMPLE_EXPLODED : Style.SIMPLE);
            case SPACEDELIMITED -> delimited(source, shape, exploded, Style.SPACE_DELIMITED);
            case PIPEDELIMITED -> delimited(source, shape, exploded, Style.PIPE_DELIMITED);
            case DEEPOBJECT -> deep(source, shape);
            case FORM -> {
                if (exploded && brackets && location == Location.QUERY) {
                    yield deep(null, shape);
                }
                yield flat(source, shape, exploded ? Style.FORM_EXPLODED : Style.FORM);
            }
        };
    }

    private static StyleEnum byDefault(Location location) {
        return location == Location.QUERY || location == Location.COOKIE ? StyleEnum.FORM : StyleEnum.SIMPLE;
    }

    private static Style ofSingle(Location location, StyleEnum style, boolean exploded) {
        return switch (style) {
            case LABEL -> exploded ? Style.LABEL_EXPLODED : Style.LABEL;
            case MATRIX -> exploded ? Style.MATRIX_EXPLODED : Style.MATRIX;
            default -> location == Location.COOKIE ? Style.FORM : Style.PLAIN;
        };
    }

    private Outcome delimited(ParameterSources.Source source, Shape shape, boolean exploded, Style style) {
        if (!exploded) {
            return flat(source, shape, style);
        }
        if (!(shape instanceof Shape.Sequence)) {
            return Outcome.not("is delimited and exploded, which OpenAPI gives no meaning for an object");
        }
        warn(source, "is delimited and exploded at once, so its elements are sent as pairs of their own");
        return flat(source, shape, Style.FORM_EXPLODED);
    }

    private Outcome deep(ParameterSources.@Nullable Source source, Shape shape) {
        if (shape instanceof Shape.Sequence sequence) {
            if (sequence.elements().stream().anyMatch(this::isNested)) {
                return Outcome.not("is a list of lists or objects, which no style has a form for");
            }
            if (source != null) {
                diagnostics.note(
                        "undefined-style",
                        source.pointer(),
                        "OpenAPI says nothing about a list with the style deepObject; it is sent as name[]=a&name[]=b",
                        "Use the style form if that is not what the server reads");
            }
        }
        return Outcome.of(Style.DEEP_OBJECT);
    }

    /** A value within a list or a map has no form of its own; a member of an object need not be set. */
    private Outcome flat(ParameterSources.Source source, Shape shape, Style style) {
        if (shape instanceof Shape.Structure structure) {
            structure.properties().forEach((name, property) -> checkMember(source, name, property.node(), style));
        }
        boolean nested = shape instanceof Shape.Sequence sequence
                        && sequence.elements().stream().anyMatch(this::isNested)
                || shape instanceof Shape.Mapping mapping
                        && mapping.values().stream().anyMatch(this::isNested);
        return nested
                ? Outcome.not("holds lists or objects within others, which its style has no form for")
                : Outcome.of(style);
    }

    private void checkMember(ParameterSources.Source source, String name, SchemaNode node, Style style) {
        if (!isNested(node)) {
            return;
        }
        boolean scalars = shapes.read(node).shape() instanceof Shape.Sequence sequence
                && sequence.elements().stream().noneMatch(this::isNested);
        if (scalars && style == Style.FORM_EXPLODED) {
            diagnostics.note(
                    "undefined-style",
                    source.pointer(),
                    "OpenAPI says nothing about the list '" + name
                            + "' in an object whose members are parameters; it is" + " sent as " + name + "=a&" + name
                            + "=b",
                    "Use the style deepObject if that is not what the server reads");
        } else {
            warn(
                    source,
                    "has the member '" + name
                            + "', a list or an object, for which its style has no form, so that a call"
                            + " that sets it is refused");
        }
    }

    private boolean isNested(SchemaNode node) {
        Shape shape = shapes.read(node).shape();
        return shape instanceof Shape.Sequence
                || shape instanceof Shape.Mapping
                || shape instanceof Shape.Structure
                || shape instanceof Shape.Free free && free.type() == TypeRef.FreeForm.OBJECT;
    }

    static boolean isSingle(Shape shape) {
        return shape instanceof Shape.Scalar || shape instanceof Shape.Constant || shape instanceof Shape.OpenEnum;
    }

    /** Returns whether a media type of a parameter is JSON, or {@code null} if it is neither that nor plain text. */
    static @Nullable Boolean isJson(String mediaType) {
        String plain = mediaType.toLowerCase(Locale.ROOT).replaceAll(";.*", "").strip();
        if (plain.equals("application/json") || plain.endsWith("+json")) {
            return true;
        }
        return List.of("text/plain", "*/*").contains(plain) ? false : null;
    }

    private void warn(ParameterSources.Source source, String what) {
        diagnostics.warning(
                "undefined-style",
                source.pointer(),
                "The parameter '" + source.parameter().getName() + "' " + what,
                "Correct style and explode of the parameter");
    }

    /**
     * What was decided.
     *
     * @param style how values are written, or {@code null}
     * @param problem why there is no way to, or empty
     */
    record Outcome(@Nullable Style style, String problem) {

        static Outcome of(Style style) {
            return new Outcome(style, "");
        }

        static Outcome not(String problem) {
            return new Outcome(null, problem);
        }
    }
}
