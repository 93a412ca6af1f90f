package dev.parley.generator.resolve;

import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.Documentation;
import dev.parley.generator.model.NameHint;
import dev.parley.generator.model.Parameter;
import dev.parley.generator.model.Parameter.Location;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads the parameters of operations. */
final class Parameters {

    private final ParameterSources sources;
    private final ParameterChecks checks;
    private final Types types;

    Parameters(ParameterSources sources, ParameterChecks checks, Types types) {
        this.sources = sources;
        this.checks = checks;
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
        for (ParameterSources.Source source : sources.of(operation)) {
            Location location = checks.location(source);
            if (location != null) {
                parameters.add(parameter(source, location, site(source, location, request, resource)));
            }
        }
        List<String> template = operation.template().parameters();
        checks.checkTemplate(
                operation,
                parameters.stream()
                        .filter(Parameters::isInPath)
                        .map(Parameter::wireName)
                        .toList());
        parameters.removeIf(parameter -> isInPath(parameter) && !template.contains(parameter.wireName()));
        parameters.sort(Comparator.comparingInt(
                parameter -> isInPath(parameter) ? template.indexOf(parameter.wireName()) : template.size()));
        return parameters;
    }

    static boolean isInPath(Parameter parameter) {
        return parameter.location() == Location.PATH;
    }

    private Parameter parameter(ParameterSources.Source source, Location location, Site site) {
        io.swagger.v3.oas.models.parameters.Parameter parsed = source.parameter();
        Schema<?> schema = parsed.getSchema() == null ? new Schema<>() : parsed.getSchema();
        SchemaNode node = new SchemaNode(Pointers.below(source.pointer(), "schema"), schema);
        TypeUse use = types.use(node, site);
        checks.check(source, use.reading().shape(), location);
        return new Parameter(
                parsed.getName(),
                name(parsed),
                location,
                use.type(),
                Boolean.TRUE.equals(parsed.getRequired()) || location == Location.PATH,
                documentation(parsed, use),
                Boolean.TRUE.equals(parsed.getDeprecated()),
                types.limits().of(node));
    }

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
