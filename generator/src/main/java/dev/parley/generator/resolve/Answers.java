package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.Answering;
import dev.parley.generator.model.Answering.Kind;
import dev.parley.generator.model.TypeRef;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what an operation answers when it succeeds: as a whole, and as a series of events. */
final class Answers {

    private static final String ALL_OTHERS = "default";

    private final Components components;
    private final Shapes shapes;
    private final Media media;
    private final Diagnostics diagnostics;

    Answers(OpenAPI document, Shapes shapes, Diagnostics diagnostics) {
        this.components = document.getComponents() == null ? new Components() : document.getComponents();
        this.shapes = shapes;
        this.media = new Media(shapes);
        this.diagnostics = diagnostics;
    }

    /** Returns what an operation answers. */
    Answer of(OperationSource operation) {
        List<Whole> wholes = new ArrayList<>();
        Set<String> headers = new LinkedHashSet<>();
        Body events = null;
        boolean empty = false;
        for (Map.Entry<String, ApiResponse> success : successes(operation).entrySet()) {
            Source source = followed(operation, success.getKey(), success.getValue());
            if (source == null) {
                continue;
            }
            if (source.response().getHeaders() != null) {
                headers.addAll(source.response().getHeaders().keySet());
            }
            // An answer to HEAD has no body, whatever the document says.
            Content content =
                    operation.method().equals("HEAD") ? null : source.response().getContent();
            Map<String, Media.Kind> kinds = kinds(content, source.content());
            Whole whole = whole(source, kinds);
            if (whole != null) {
                wholes.add(whole);
            }
            String series = first(kinds, Media.Kind.EVENTS);
            if (series != null && events == null) {
                events = new Body(
                        List.of(Media.node(content, series, source.content())), source.component(), true, null);
            }
            empty |= whole == null && series == null;
        }
        return joined(operation, wholes, empty, events, List.copyOf(headers));
    }

    /** Successes in the order of their codes; where the document names none, what it says of all others is one. */
    private static Map<String, ApiResponse> successes(OperationSource operation) {
        ApiResponses responses = operation.operation().getResponses();
        Map<String, ApiResponse> successes = new LinkedHashMap<>();
        if (responses == null) {
            return successes;
        }
        responses.keySet().stream()
                .filter(status -> status.matches("2(\\d\\d|XX|xx)"))
                .sorted()
                .forEach(status -> successes.put(status, responses.get(status)));
        ApiResponse others = responses.get(ALL_OTHERS);
        if (successes.isEmpty() && others != null) {
            successes.put(ALL_OTHERS, others);
        }
        return successes;
    }

    private Map<String, Media.Kind> kinds(@Nullable Content content, String pointer) {
        Map<String, Media.Kind> kinds = new LinkedHashMap<>();
        if (content != null) {
            for (String name : content.keySet()) {
                Media.Kind kind = media.kind(content, name, pointer);
                if (kind == Media.Kind.NONE) {
                    diagnostics.error(
                            "unsupported-media-type",
                            Pointers.below(pointer, name),
                            "'" + name + "' is no media type",
                            "Write one such as application/json");
                } else {
                    kinds.put(name, kind);
                }
            }
        }
        return kinds;
    }

    /** Bytes are what is read if they stand first; else JSON, else text. */
    private @Nullable Whole whole(Source source, Map<String, Media.Kind> kinds) {
        List<String> whole = kinds.keySet().stream()
                .filter(name -> kinds.get(name) != Media.Kind.EVENTS)
                .filter(name -> kinds.size() == 1 || !Media.isEvents(name))
                .toList();
        if (whole.isEmpty()) {
            return null;
        }
        reportEventsWithoutType(source, kinds);
        Content content = source.response().getContent();
        String json = first(kinds, Media.Kind.JSON);
        Media.Kind foremost = kinds.get(whole.get(0));
        if (foremost != Media.Kind.JSON && foremost != Media.Kind.TEXT || json == null && !allText(whole, kinds)) {
            return new Whole(Kind.CONTENT, source, whole, Media.node(content, whole.get(0), source.content()));
        }
        String chosen = json == null ? whole.get(0) : json;
        List<String> others =
                whole.stream().filter(name -> !name.equals(chosen)).toList();
        if (json != null && !others.isEmpty()) {
            diagnostics.note(
                    "media-type-ignored",
                    source.content(),
                    "The answer is read as JSON, not as " + String.join(", ", others),
                    "Nothing to do unless the other media type is what you need");
        }
        if (json == null && Media.isXml(chosen)) {
            diagnostics.note(
                    "xml-as-text",
                    Pointers.below(source.content(), chosen),
                    "XML is read as text: its schema becomes no type",
                    "Nothing to do: read the XML yourself");
        }
        SchemaNode node = Media.node(content, chosen, source.content());
        return json == null
                ? new Whole(Kind.TEXT, source, whole, node)
                : new Whole(Kind.JSON, source, List.of(Media.json(json)), node);
    }

    /** Beside another answer, events that nothing is said about are no reason to read all as bytes. */
    private void reportEventsWithoutType(Source source, Map<String, Media.Kind> kinds) {
        kinds.keySet().stream()
                .filter(name -> kinds.size() > 1 && Media.isEvents(name) && kinds.get(name) != Media.Kind.EVENTS)
                .forEach(name -> diagnostics.note(
                        "media-type-ignored",
                        source.content(),
                        "Nothing says what an event of " + name + " is, so that the answer is not read as events",
                        "Add a schema of one event to the media type"));
    }

    private static boolean allText(List<String> names, Map<String, Media.Kind> kinds) {
        return names.stream().allMatch(name -> kinds.get(name) == Media.Kind.TEXT);
    }

    private static @Nullable String first(Map<String, Media.Kind> kinds, Media.Kind wanted) {
        return kinds.keySet().stream()
                .filter(name -> kinds.get(name) == wanted)
                .findFirst()
                .orElse(null);
    }

    private Answer joined(
            OperationSource operation, List<Whole> wholes, boolean empty, @Nullable Body events, List<String> headers) {
        if (wholes.isEmpty()) {
            return new Answer(null, events, new Answering(Kind.JSON, false, Answering.JSON.accept(), headers));
        }
        String place = Pointers.below(operation.pointer(), "responses");
        Whole main = wholes.get(0);
        Kind kind = main.kind();
        if (wholes.stream().anyMatch(whole -> whole.kind() != main.kind())) {
            diagnostics.note(
                    "answers-of-several-kinds",
                    place,
                    "One success is JSON or text and another is not, so that all are read as bytes",
                    "Take all but one out with an overlay, and the answer has its type");
            kind = Kind.CONTENT;
        }
        Set<String> accepted = new LinkedHashSet<>();
        wholes.forEach(whole -> accepted.addAll(whole.accept()));
        Map<String, SchemaNode> distinct = new LinkedHashMap<>();
        for (Whole whole : wholes) {
            distinct.putIfAbsent(shapes.read(whole.schema()).shape().origin().pointer(), whole.schema());
        }
        if (kind == Kind.JSON && distinct.size() > 1) {
            diagnostics.note(
                    "answers-joined",
                    place,
                    "Successes have different types, so that the answer is a choice between them",
                    "Take all but one out with an overlay if you never meet the others");
        }
        TypeRef raw = switch (kind) {
            case JSON -> null;
            case TEXT -> TypeRef.Scalar.STRING;
            case CONTENT -> TypeRef.Scalar.FILE;
        };
        String component = wholes.size() == 1 ? main.source().component() : null;
        Body body = new Body(List.copyOf(distinct.values()), component, true, raw);
        boolean nullable = empty && kind == Kind.JSON;
        return new Answer(body, events, new Answering(kind, nullable, String.join(", ", accepted), headers));
    }

    private @Nullable Source followed(OperationSource operation, String status, ApiResponse response) {
        String pointer = Pointers.below(operation.pointer(), "responses", status);
        if (response.get$ref() == null) {
            return new Source(Pointers.below(pointer, "content"), response, null);
        }
        String component = Pointers.last(response.get$ref());
        ApiResponse target = components.getResponses() == null
                ? null
                : components.getResponses().get(component);
        if (target == null || target.get$ref() != null) {
            diagnostics.error(
                    "unresolved-reference",
                    pointer,
                    "There is no component '" + component + "'",
                    "Add it to the components or correct the reference");
            return null;
        }
        return new Source(Pointers.below("/components/responses", component, "content"), target, component);
    }

    /**
     * What an operation answers.
     *
     * @param whole what is read as a whole, or {@code null} if there is none
     * @param events one event of a series, or {@code null} if there is none
     * @param answering how the whole is read
     */
    record Answer(@Nullable Body whole, @Nullable Body events, Answering answering) {}

    private record Whole(Kind kind, Source source, List<String> accept, SchemaNode schema) {}

    private record Source(
            String content, ApiResponse response, @Nullable String component) {}
}
