package dev.parley.generator.resolve;

import dev.parley.generator.model.Constraints;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.Documentation;
import dev.parley.generator.model.NameHint;
import dev.parley.generator.model.Parameter;
import dev.parley.generator.model.Parameter.Location;
import dev.parley.generator.model.Parameter.Style;
import dev.parley.generator.model.TypeRef;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of operations. */
final class Parameters {

    private final ParameterSources sources;
    private final ParameterChecks checks;
    private final ParameterStyles styles;
    private final Types types;

    Parameters(ParameterSources sources, ParameterChecks checks, ParameterStyles styles, Types types) {
        this.sources = sources;
        this.checks = checks;
        this.styles = styles;
        this.types = types;
    }

    /**
     * Returns the parameters of an operation: those of the path in its order, then the others in the order of the
     * document.
     *
     * @param request the identity that the request of the operation will have, if it has one
     * @param resource the singular words of the resource
     */
    List<Parameter> of(OperationSource operation, DeclarationId request, String resource) {
        List<Parameter> parameters = new ArrayList<>();
        List<String> unsendable = new ArrayList<>();
        for (ParameterSources.Source source : sources.of(operation)) {
            Location location = checks.location(source, operation.template());
            if (location != null) {
                Parameter parameter = parameter(source, location, site(source, location, request, resource));
                if (parameter == null) {
                    unsendable.add(source.parameter().getName());
                } else {
                    parameters.add(parameter);
                }
            }
        }
        List<String> template = operation.template().parameters();
        List<String> undeclared = checks.checkTemplate(
                operation,
                Stream.concat(
                                parameters.stream().filter(Parameters::isInPath).map(Parameter::wireName),
                                unsendable.stream().filter(template::contains))
                        .toList());
        undeclared.forEach(hole -> parameters.add(undescribed(hole)));
        parameters.removeIf(parameter -> isInPath(parameter) && !template.contains(parameter.wireName()));
        parameters.sort(Comparator.comparingInt(
                parameter -> isInPath(parameter) ? template.indexOf(parameter.wireName()) : template.size()));
        return parameters;
    }

    static boolean isInPath(Parameter parameter) {
        return parameter.location() == Location.PATH;
    }

    /** Returns the parameter that a path needs and nothing describes. */
    private static Parameter undescribed(String hole) {
        return new Parameter(
                hole,
                NameHint.of(hole),
                Location.PATH,
                Style.PLAIN,
                false,
                TypeRef.Scalar.STRING,
                true,
                Documentation.NONE,
                false,
                Constraints.NONE);
    }

    private @Nullable Parameter parameter(ParameterSources.Source source, Location location, Site site) {
        io.swagger.v3.oas.models.parameters.Parameter parsed = source.parameter();
        Described described = described(source);
        if (described == null) {
            return null;
        }
        // What cannot be sent must not become a type, so the shape is looked at first.
        ParameterStyles.Outcome outcome = styles.of(source, location, types.shape(described.node()), described.json());
        if (outcome.style() == null) {
            checks.leaveOut(
                    source, outcome.problem(), "Describe it by content with application/json, or by another style");
            return null;
        }
        TypeUse use = types.use(described.node(), site);
        boolean reserved = location == Location.QUERY && Boolean.TRUE.equals(parsed.getAllowReserved());
        return new Parameter(
                parsed.getName(),
                name(parsed),
                location,
                reserved && outcome.style() == Style.PLAIN ? Style.FORM : outcome.style(),
                reserved,
                use.type(),
                Boolean.TRUE.equals(parsed.getRequired()) || location == Location.PATH,
                documentation(parsed, use),
                Boolean.TRUE.equals(parsed.getDeprecated()),
                types.limits().of(described.node()));
    }

    /** Returns the schema of a parameter, which a media type may stand around; {@code null}, reported, if that is no text. */
    private @Nullable Described described(ParameterSources.Source source) {
        io.swagger.v3.oas.models.parameters.Parameter parsed = source.parameter();
        if (parsed.getSchema() != null
                || parsed.getContent() == null
                || parsed.getContent().isEmpty()) {
            Schema<?> schema = parsed.getSchema() == null ? new Schema<>() : parsed.getSchema();
            return new Described(new SchemaNode(Pointers.below(source.pointer(), "schema"), schema), false);
        }
        String media = parsed.getContent().keySet().iterator().next();
        Boolean json = ParameterStyles.isJson(media);
        if (json == null) {
            checks.leaveOut(
                    source, "is described as " + media, "Only application/json and text/plain can be sent there");
            return null;
        }
        Schema<?> schema = parsed.getContent().get(media).getSchema();
        return new Described(
                new SchemaNode(
                        Pointers.below(source.pointer(), "content", media, "schema"),
                        schema == null ? new Schema<>() : schema),
                json);
    }

    private record Described(SchemaNode node, boolean json) {}

    private static Site site(
            ParameterSources.Source source, Location location, DeclarationId request, String resource) {
        String name = source.parameter().getName();
        if (source.component() != null) {
            return Site.topLevel(source.component());
        }
        return source.shared() || location == Location.PATH
                ? Site.topLevel(resource + " " + name)
                : Site.nestedIn(request, name);
    }

    private static NameHint name(io.swagger.v3.oas.models.parameters.Parameter parsed) {
        Object chosen =
                parsed.getExtensions() == null ? null : parsed.getExtensions().get("x-java-name");
        return chosen instanceof String text && !text.isBlank()
                ? NameHint.curated(text.strip())
                : NameHint.of(parsed.getName());
    }

    private static Documentation documentation(io.swagger.v3.oas.models.parameters.Parameter parsed, TypeUse use) {
        Documentation own = Annotations.documentation(parsed.getDescription());
        return own.isEmpty() ? use.reading().shape().origin().annotations().firstParagraph() : own;
    }
}
