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

    private final Diagnostics diagnostics;

    ParameterChecks(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Returns where a parameter is sent, or {@code null}, reported, if it is left out. */
    @Nullable
    Location location(ParameterSources.Source source, PathTemplate template) {
        Parameter parsed = source.parameter();
        String in = parsed.getIn() == null ? "" : parsed.getIn();
        String name = parsed.getName() == null ? "" : parsed.getName();
        if (name.isEmpty()) {
            leaveOut(source, "has no name", "Give it a name");
            return null;
        }
        return switch (in) {
            case "path" -> Location.PATH;
            case "query" -> inLiteral(source, template) ? null : Location.QUERY;
            case "header" -> isClients(source) || !hasName(source, "header") ? null : Location.HEADER;
            case "cookie" -> hasName(source, "cookie") ? Location.COOKIE : null;
            default -> {
                leaveOut(source, "is sent in '" + in + "'", "Use path, query, header or cookie");
                yield null;
            }
        };
    }

    /** Reports a parameter that cannot be sent: an error where a call cannot do without it. */
    void leaveOut(ParameterSources.Source source, String why, String hint) {
        String what = "The parameter '" + source.parameter().getName() + "' " + why;
        if (Boolean.TRUE.equals(source.parameter().getRequired())
                || "path".equals(source.parameter().getIn())) {
            diagnostics.error("unsupported-parameter", source.pointer(), what, hint);
        } else {
            diagnostics.warning("parameter-left-out", source.pointer(), what + "; it is optional and left out", hint);
        }
    }

    /** Checks that template and path parameters name each other; returns what the path alone names. */
    List<String> checkTemplate(OperationSource operation, List<String> declared) {
        List<String> undeclared = operation.template().parameters().stream()
                .distinct()
                .filter(hole -> !declared.contains(hole))
                .toList();
        for (String hole : undeclared) {
            diagnostics.warning(
                    "undeclared-path-parameter",
                    operation.pointer(),
                    "No parameter describes {" + hole + "} of the path, so it takes any string",
                    "Add a parameter with in: path and that name");
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
        return undeclared;
    }

    /** RFC 9110, section 5.6.2. */
    static boolean isHeaderName(String name) {
        return name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    }

    /** Returns whether a key can be sent under this name in a header or cookie that is not the transport's. */
    static boolean isSendableName(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        return isHeaderName(name) && (folded.equals("authorization") || !OWNED_BY_THE_CLIENT.contains(folded));
    }

    private boolean hasName(ParameterSources.Source source, String place) {
        if (isHeaderName(source.parameter().getName())) {
            return true;
        }
        leaveOut(source, "has a name that no " + place + " can have", "Use letters, digits and hyphens");
        return false;
    }

    private boolean inLiteral(ParameterSources.Source source, PathTemplate template) {
        boolean literal = template.queryNames().contains(source.parameter().getName());
        if (literal) {
            diagnostics.note(
                    "parameter-left-out",
                    source.pointer(),
                    "The query of the path says what '" + source.parameter().getName() + "' is",
                    "Remove the parameter, or the query from the path");
        }
        return literal;
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
}
