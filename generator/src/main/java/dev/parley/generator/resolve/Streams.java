package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.NameHint;
import dev.parley.generator.model.Operation.Flag;
import dev.parley.generator.model.Operation.Streaming;
import dev.parley.generator.model.Parameter;
import dev.parley.generator.model.Parameter.Location;
import dev.parley.generator.model.TypeRef;
import dev.parley.generator.model.TypeRef.Scalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads how an operation answers with events: what one is, what the form is called, and how a request asks for it. */
final class Streams {

    private static final String STREAM = "stream";
    private static final String NAME = "x-java-stream";

    private final Shapes shapes;
    private final Types types;
    private final Diagnostics diagnostics;

    Streams(Shapes shapes, Types types, Diagnostics diagnostics) {
        this.shapes = shapes;
        this.types = types;
        this.diagnostics = diagnostics;
    }

    /**
     * Returns how an operation answers with events, or {@code null} if it never does.
     *
     * @param answer what it answers
     * @param body what it sends, or {@code null}
     * @param parameters what it sends beside path and body
     * @param word what tells this form of the operation from the others, or empty
     * @param site where the type of an event stands if it is described inline
     */
    @Nullable
    Streaming streaming(
            OperationSource operation,
            Answers.Answer answer,
            @Nullable Body body,
            List<Parameter> parameters,
            String verb,
            String word,
            Site site) {
        Body events = answer.events();
        if (events == null) {
            return null;
        }
        TypeRef event = types.use(events.schema(), site).type();
        return new Streaming(event, name(operation, verb, word, answer.whole() == null), flag(body, parameters));
    }

    private NameHint name(OperationSource operation, String verb, String word, boolean only) {
        Object chosen = operation.extension(NAME);
        if (chosen instanceof String text && !text.isBlank()) {
            return NameHint.of((text.strip() + " " + word).strip());
        }
        if (chosen != null) {
            diagnostics.error(
                    "malformed-extension",
                    operation.pointer(),
                    NAME + " is not a name",
                    "Give it a string such as createStream");
        }
        if (only) {
            return NameHint.of(verb);
        }
        boolean creates = verb.equals(word.isEmpty() ? "create" : "create_" + word);
        return NameHint.of(creates ? (STREAM + " " + word).strip() : verb + " " + STREAM);
    }

    private @Nullable Flag flag(@Nullable Body body, List<Parameter> parameters) {
        DeclarationId record = body == null || body.raw() != null ? null : recordWithFlag(body);
        if (record != null) {
            return new Flag.Member(record, STREAM);
        }
        boolean inQuery = parameters.stream()
                .anyMatch(parameter -> parameter.wireName().equals(STREAM)
                        && parameter.location() == Location.QUERY
                        && parameter.type() == Scalar.BOOLEAN);
        return inQuery ? new Flag.Query(STREAM) : null;
    }

    private @Nullable DeclarationId recordWithFlag(Body body) {
        if (!(shapes.read(body.schema()).shape() instanceof Shape.Structure structure)) {
            return null;
        }
        Shape.Property member = structure.properties().get(STREAM);
        boolean isFlag = member != null
                && shapes.read(member.node()).shape() instanceof Shape.Scalar scalar
                && scalar.type() == Scalar.BOOLEAN;
        return isFlag ? structure.origin().id() : null;
    }
}
