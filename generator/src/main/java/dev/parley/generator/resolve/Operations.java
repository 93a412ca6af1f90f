package dev.parley.generator.resolve;

import dev.parley.generator.model.Constraints;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.Documentation;
import dev.parley.generator.model.Operation;
import dev.parley.generator.model.Operation.Paging;
import dev.parley.generator.model.Operation.Request;
import dev.parley.generator.model.Operation.Streaming;
import dev.parley.generator.model.Parameter;
import dev.parley.generator.model.RequestDeclaration;
import dev.parley.generator.model.Sending;
import dev.parley.generator.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads operations: what each sends, what it answers, and what it is called. */
final class Operations {

    /** By which a person chooses what a method is called, or the way to it. */
    private static final List<String> NAMING =
            List.of("x-java-resource", "x-java-verb", "x-java-stream", "x-java-media-verbs");

    private final ResourceNames names;
    private final Access access;
    private final Parameters parameters;
    private final Bodies bodies;
    private final Answers answers;
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
            Answers answers,
            Lists lists,
            Streams streams,
            Shapes shapes,
            Types types,
            Drafts drafts) {
        this.names = names;
        this.access = access;
        this.parameters = parameters;
        this.bodies = bodies;
        this.answers = answers;
        this.lists = lists;
        this.streams = streams;
        this.shapes = shapes;
        this.types = types;
        this.drafts = drafts;
    }

    /**
     * Returns an operation in all its forms, the one first that has its name; the types that they use are reached in
     * {@link Drafts}.
     */
    List<Operation> read(OperationSource source, List<String> resource) {
        DeclarationId id = new DeclarationId(source.pointer());
        String words = names.words(resource);
        List<Parameter> all = parameters.of(source, id, words);
        List<Bodies.Form> forms = bodies.requests(source);
        Answers.Answer answer = answers.of(source);
        Body whole = answer.whole();
        Shape shape = whole == null || whole.raw() != null ? null : shape(whole);
        String verb = names.verb(source, resource, shape != null && lists.isList(shape));
        TypeRef response =
                whole == null ? null : type(whole, named(whole, Site.topLevel(words + " " + verb + " response"), ""));
        Bodies.@Nullable Form main = forms.isEmpty() ? null : forms.get(0);
        Head head = new Head(source, all, answer, response, words);
        String name = main == null || main.verb() == null ? verb : main.verb();
        List<Operation> operations = new ArrayList<>();
        operations.add(head.operation(source.pointer(), name, "", main, shape));
        for (Bodies.Form form : forms.subList(Math.min(1, forms.size()), forms.size())) {
            String formName = form.verb() == null ? verb + "_" + form.word() : form.verb();
            operations.add(head.operation(form.pointer(), formName, form.word(), form, null));
        }
        return operations;
    }

    /** What all forms of an operation share. */
    private final class Head {

        private final OperationSource source;
        private final List<Parameter> parameters;
        private final Answers.Answer answer;
        private final @Nullable TypeRef response;
        private final String words;

        Head(
                OperationSource source,
                List<Parameter> parameters,
                Answers.Answer answer,
                @Nullable TypeRef response,
                String words) {
            this.source = source;
            this.parameters = parameters;
            this.answer = answer;
            this.response = response;
            this.words = words;
        }

        /**
         * Returns one form.
         *
         * @param word what tells the form from the one that has the operation's name; empty for that one
         * @param page what the answer looks like if it may be a page, or {@code null}
         */
        Operation operation(
                String pointer, String verb, String word, Bodies.@Nullable Form form, @Nullable Shape page) {
            List<Parameter> beside = parameters.stream()
                    .filter(parameter -> !Parameters.isInPath(parameter))
                    .toList();
            Body body = form == null ? null : form.body();
            Site site = Site.topLevel(words + " " + verb + " request");
            Request sent = request(source, form, new DeclarationId(pointer), site, beside, word);
            Site eventSite = Site.topLevel(words + " " + verb + " event");
            @Nullable Streaming streaming = streams.streaming(source, answer, body, beside, verb, word, eventSite);
            @Nullable
            Paging paging = page == null || answer.answering().nullable() ? null : lists.paging(source, beside, page);
            return new Operation(
                    pointer,
                    source.operationId(),
                    verb,
                    source.method(),
                    source.template().key(),
                    access.of(source),
                    parameters.stream().filter(Parameters::isInPath).toList(),
                    sent,
                    response,
                    paging,
                    streaming,
                    documentation(source),
                    Boolean.TRUE.equals(source.operation().getDeprecated()),
                    answer.answering(),
                    NAMING.stream().anyMatch(extension -> source.extension(extension) != null));
        }
    }

    private @Nullable Request request(
            OperationSource source,
            Bodies.@Nullable Form form,
            DeclarationId id,
            Site site,
            List<Parameter> beside,
            String word) {
        Body body = form == null ? null : form.body();
        Sending sending = form == null ? Sending.JSON : form.sending();
        if (beside.isEmpty()) {
            if (body == null) {
                return null;
            }
            TypeRef type = type(body, named(body, site, word));
            return new Request(type, List.of(), type, canBeEmpty(body), sending);
        }
        TypeRef type = body == null ? null : type(body, named(body, Site.nestedIn(id, "body"), word));
        drafts.add(
                new Draft.OfRequest(
                        id,
                        documentation(source),
                        Boolean.TRUE.equals(source.operation().getDeprecated()),
                        beside,
                        body == null || type == null
                                ? null
                                : new RequestDeclaration.Body(type, body.required(), limits(body))),
                site);
        boolean optional = beside.stream().noneMatch(Parameter::required) && (body == null || !body.required());
        return new Request(new TypeRef.Declared(id), beside, type, optional, sending);
    }

    private static Site named(Body body, Site site, String word) {
        return body.component() == null ? site : Site.topLevel((body.component() + " " + word).strip());
    }

    private Constraints limits(Body body) {
        return body.raw() == null ? types.limits().of(body.schema()) : Constraints.NONE;
    }

    private Shape shape(Body body) {
        if (body.schemas().size() == 1) {
            return shapes.read(body.schema()).shape();
        }
        Origin joined = new Origin(Pointers.below(body.schema().pointer(), "anyOf"), Annotations.NONE);
        return shapes.oneOf(joined, body.schemas()).shape();
    }

    private TypeRef type(Body body, Site site) {
        if (body.raw() != null) {
            return body.raw();
        }
        return types.of(shape(body), site);
    }

    /** Returns whether an object without any member fits, but for those that are constant. */
    private boolean canBeEmpty(Body body) {
        return body.raw() == null
                && shapes.read(body.schema()).shape() instanceof Shape.Structure structure
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
