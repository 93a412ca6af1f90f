package dev.parley.generator.resolve;

import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.Documentation;
import dev.parley.generator.model.Operation;
import dev.parley.generator.model.Operation.Paging;
import dev.parley.generator.model.Operation.Request;
import dev.parley.generator.model.Operation.Streaming;
import dev.parley.generator.model.Parameter;
import dev.parley.generator.model.RequestDeclaration;
import dev.parley.generator.model.TypeRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads operations: what each sends, what it answers, and what it is called. */
final class Operations {

    private final ResourceNames names;
    private final Access access;
    private final Parameters parameters;
    private final Bodies bodies;
    private final Lists lists;
    private final Streams streams;
    private final Shapes shapes;
    private final Types types;
    private final Drafts drafts;

    Operations(
            ResourceNames names,
            Access access,
            Parameters parameters,
            Bodies bodies,
            Lists lists,
            Streams streams,
            Shapes shapes,
            Types types,
            Drafts drafts) {
        this.names = names;
        this.access = access;
        this.parameters = parameters;
        this.bodies = bodies;
        this.lists = lists;
        this.streams = streams;
        this.shapes = shapes;
        this.types = types;
        this.drafts = drafts;
    }

    /** Returns an operation; the types that it uses are reached in {@link Drafts}. */
    Operation read(OperationSource source, List<String> resource) {
        DeclarationId request = new DeclarationId(source.pointer());
        String words = ResourceNames.singularWords(resource);
        List<Parameter> all = parameters.of(source, request, words);
        List<Parameter> beside = all.stream()
                .filter(parameter -> !Parameters.isInPath(parameter))
                .toList();
        Bodies.Body body = bodies.request(source);
        // An answer to HEAD has no body, whatever the document says.
        Bodies.Answer answers =
                source.method().equals("HEAD") ? new Bodies.Answer(null, null) : bodies.response(source);
        Bodies.Body answer = answers.json();
        Shape shape = answer == null ? null : shapes.read(answer.schema()).shape();
        String verb = names.verb(source, resource, shape != null && lists.isList(shape));
        Site site = Site.topLevel(words + " " + verb + " request");
        Request sent = request(source, body, request, site, beside);
        TypeRef response = answer == null ? null : type(answer, Site.topLevel(words + " " + verb + " response"));
        Site eventSite = Site.topLevel(words + " " + verb + " event");
        @Nullable Streaming streaming = streams.streaming(source, answers, body, beside, verb, eventSite);
        @Nullable Paging paging = shape == null ? null : lists.paging(source, beside, shape);
        return new Operation(
                source.pointer(),
                source.operationId(),
                verb,
                source.method(),
                source.template().key(),
                access.of(source),
                all.stream().filter(Parameters::isInPath).toList(),
                sent,
                response,
                paging,
                streaming,
                documentation(source),
                Boolean.TRUE.equals(source.operation().getDeprecated()));
    }

    private @Nullable Request request(
            OperationSource source, Bodies.@Nullable Body body, DeclarationId id, Site site, List<Parameter> beside) {
        if (beside.isEmpty()) {
            if (body == null) {
                return null;
            }
            TypeRef type = type(body, site);
            return new Request(type, List.of(), type, canBeEmpty(body));
        }
        TypeRef type = body == null ? null : type(body, Site.nestedIn(id, "body"));
        drafts.add(
                new Draft.OfRequest(
                        id,
                        documentation(source),
                        Boolean.TRUE.equals(source.operation().getDeprecated()),
                        beside,
                        body == null || type == null
                                ? null
                                : new RequestDeclaration.Body(
                                        type, body.required(), types.limits().of(body.schema()))),
                site);
        boolean optional = beside.stream().noneMatch(Parameter::required) && (body == null || !body.required());
        return new Request(new TypeRef.Declared(id), beside, type, optional);
    }

    private TypeRef type(Bodies.Body body, Site site) {
        return types.use(body.schema(), body.component() == null ? site : Site.topLevel(body.component()))
                .type();
    }

    /** Returns whether an object without any member fits, but for those that are constant. */
    private boolean canBeEmpty(Bodies.Body body) {
        return shapes.read(body.schema()).shape() instanceof Shape.Structure structure
                && structure.required().stream().allMatch(name -> {
                    Shape.Property property = structure.properties().get(name);
                    return property == null || isConstant(shapes.read(property.node()));
                });
    }

    private static boolean isConstant(Reading reading) {
        return reading.shape() instanceof Shape.Constant && !reading.nullable();
    }

    private static Documentation documentation(OperationSource source) {
        Documentation summary = Annotations.documentation(source.operation().getSummary());
        Documentation description = Annotations.documentation(source.operation().getDescription());
        if (summary.isEmpty() || description.text().startsWith(summary.text())) {
            return description;
        }
        return description.isEmpty() ? summary : new Documentation(summary.text() + "\n\n" + description.text());
    }
}
