package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.Parameter.Location;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reports parameters that cannot be sent. */
final class ParameterChecks {

    /** Set by the client, or by the transport, which knows the message. */
    private static final Set<String> OWNED_BY_THE_CLIENT = Set.of(
            "accept",
            "authorization",
            "connection",
            "content-length",
            "content-type",
            "expect",
            "host",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private final Shapes shapes;
    private final Diagnostics diagnostics;

    ParameterChecks(Shapes shapes, Diagnostics diagnostics) {
        this.shapes = shapes;
        this.diagnostics = diagnostics;
    }

    /** Returns where a parameter is sent, or {@code null}, reported, if it is left out. */
    @Nullable
    Location location(ParameterSources.Source source) {
        Parameter parsed = source.parameter();
        return switch (parsed.getIn() == null ? "" : parsed.getIn()) {
            case "path" -> Location.PATH;
            case "query" -> Location.QUERY;
            case "header" -> isClients(source) ? null : Location.HEADER;
            default -> {
                leftOut(source);
                yield null;
            }
        };
    }

    /** Checks that the shape and style of a parameter can be sent. */
    void check(ParameterSources.Source source, Shape shape, Location location) {
        Parameter parsed = source.parameter();
        boolean list = shape instanceof Shape.Sequence;
        if (parsed.getSchema() == null) {
            refuse(source, "is described by a media type", "Describe it by a schema");
        } else if (location == Location.HEADER && !isHeaderName(parsed.getName())) {
            refuse(source, "has a name that no header can have", "Use letters, digits and hyphens");
        } else if (!isSingle(single(shape)) || (list && location != Location.QUERY)) {
            refuse(
                    source,
                    "has a type that cannot be sent there",
                    "Use a scalar or an enum, in a query also a list of these");
        } else if (list && Boolean.FALSE.equals(parsed.getExplode())) {
            refuse(source, "is a list in one value (explode: false)", "Lists are sent as one pair per element");
        } else if (parsed.getStyle() != null
                && !Set.of("form", "simple").contains(parsed.getStyle().toString())) {
            refuse(source, "has the style " + parsed.getStyle(), "Use form in a query and simple elsewhere");
        }
    }

    /** Checks that template and path parameters name each other. */
    void checkTemplate(OperationSource operation, List<String> declared) {
        for (String hole : operation.template().parameters()) {
            if (!declared.contains(hole)) {
                diagnostics.error(
                        "undeclared-path-parameter",
                        operation.pointer(),
                        "No parameter describes {" + hole + "} of the path",
                        "Add a parameter with in: path and that name");
            }
        }
        for (String name : declared) {
            if (!operation.template().parameters().contains(name)) {
                diagnostics.warning(
                        "parameter-left-out",
                        operation.pointer(),
                        "The path has no {" + name + "}, so the path parameter is left out",
                        "Remove it or add it to the path");
            }
        }
    }

    /** RFC 9110, section 5.6.2. */
    static boolean isHeaderName(String name) {
        return name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    }

    private Shape single(Shape shape) {
        return shape instanceof Shape.Sequence sequence && sequence.elements().size() == 1
                ? shapes.read(sequence.elements().get(0)).shape()
                : shape;
    }

    private static boolean isSingle(Shape shape) {
        return shape instanceof Shape.Scalar || shape instanceof Shape.Constant || shape instanceof Shape.OpenEnum;
    }

    private boolean isClients(ParameterSources.Source source) {
        String name = source.parameter().getName();
        boolean clients = OWNED_BY_THE_CLIENT.contains(name.toLowerCase(Locale.ROOT));
        if (clients) {
            diagnostics.note(
                    "parameter-left-out",
                    source.pointer(),
                    "The client sets the header " + name + " itself",
                    "Remove the parameter, as OpenAPI says that it has no effect");
        }
        return clients;
    }

    private void leftOut(ParameterSources.Source source) {
        if (Boolean.TRUE.equals(source.parameter().getRequired())) {
            refuse(source, "is sent in " + source.parameter().getIn(), "Only path, query and header can be sent");
            return;
        }
        diagnostics.warning(
                "parameter-left-out",
                source.pointer(),
                "The optional parameter '" + source.parameter().getName() + "' would be sent in "
                        + source.parameter().getIn() + " and is left out",
                "Only path, query and header can be sent");
    }

    private void refuse(ParameterSources.Source source, String what, String hint) {
        diagnostics.error(
                "unsupported-parameter",
                source.pointer(),
                "The parameter '" + source.parameter().getName() + "' " + what,
                hint);
    }
}
