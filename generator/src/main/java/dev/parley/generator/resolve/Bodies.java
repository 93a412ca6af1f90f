package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the JSON that an operation sends, and the JSON and the events that it answers when it succeeds. */
final class Bodies {

    private static final String NO_COMPONENT = "Add it to the components or correct the reference";

    private final Components components;
    private final Media media;
    private final Diagnostics diagnostics;

    Bodies(OpenAPI document, Diagnostics diagnostics) {
        this.components = document.getComponents() == null ? new Components() : document.getComponents();
        this.media = new Media(diagnostics);
        this.diagnostics = diagnostics;
    }

    /** Returns the body that an operation sends, or {@code null} if it sends none or none that can be sent. */
    @Nullable
    Body request(OperationSource operation) {
        RequestBody body = operation.operation().getRequestBody();
        if (body == null) {
            return null;
        }
        String pointer = Pointers.below(operation.pointer(), "requestBody");
        String component = null;
        if (body.get$ref() != null) {
            component = Pointers.last(body.get$ref());
            body = components.getRequestBodies() == null
                    ? null
                    : components.getRequestBodies().get(component);
            if (body == null || body.get$ref() != null) {
                unresolved(pointer, component);
                return null;
            }
            pointer = Pointers.below("/components/requestBodies", component);
        }
        String content = Pointers.below(pointer, "content");
        if (Media.hasJson(body.getContent())) {
            boolean required = Boolean.TRUE.equals(body.getRequired());
            media.reportBesideJson(body.getContent(), content);
            return new Body(Media.json(body.getContent(), content), component, required);
        }
        if (!Media.isNothing(body.getContent())) {
            media.refuse(body.getContent(), content);
        }
        return null;
    }

    /** Returns what an operation answers when it succeeds: for JSON and for events the lowest status that has them. */
    Answer response(OperationSource operation) {
        ApiResponses responses = operation.operation().getResponses();
        Body json = null;
        Body events = null;
        Source refused = null;
        for (String status : responses == null ? List.<String>of() : successes(responses)) {
            Source source = followed(operation, status, responses.get(status));
            if (source == null || Media.isNothing(source.response().getContent())) {
                continue;
            }
            Content content = source.response().getContent();
            boolean takesJson = json == null && Media.hasJson(content);
            boolean takesEvents = events == null && Media.hasEvents(content);
            if (takesJson) {
                json = new Body(Media.json(content, source.content()), source.component(), true);
            }
            if (takesEvents) {
                events = new Body(Media.events(content, source.content()), source.component(), true);
            }
            if (takesJson || takesEvents) {
                media.reportBesideAnswers(content, source.content());
            } else if (refused == null) {
                refused = source;
            }
        }
        if (json == null && events == null && refused != null) {
            media.refuse(refused.response().getContent(), refused.content());
        }
        return new Answer(json, events);
    }

    private static List<String> successes(Map<String, ApiResponse> responses) {
        return responses.keySet().stream()
                .filter(status -> status.matches("2(\\d\\d|XX|xx)"))
                .sorted(Comparator.naturalOrder())
                .toList();
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
            unresolved(pointer, component);
            return null;
        }
        return new Source(Pointers.below("/components/responses", component, "content"), target, component);
    }

    private void unresolved(String pointer, String component) {
        diagnostics.error("unresolved-reference", pointer, "There is no component '" + component + "'", NO_COMPONENT);
    }

    /**
     * A body as described.
     *
     * @param component the name of the component that describes it, or {@code null}
     * @param required whether it has to be there
     */
    record Body(SchemaNode schema, @Nullable String component, boolean required) {}

    /**
     * What an operation answers.
     *
     * @param json the JSON, or {@code null} if there is none
     * @param events one event of a series, or {@code null} if there is none
     */
    record Answer(@Nullable Body json, @Nullable Body events) {}

    private record Source(
            String content, ApiResponse response, @Nullable String component) {}
}
