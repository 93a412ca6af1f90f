package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.callbacks.Callback;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes types of what a server sends by itself: the JSON of webhooks and callbacks. Nothing receives them; a program that
 * does reads them with {@code fromJson}.
 */
final class PayloadModels {

    private final OpenAPI document;
    private final Media media;
    private final Types types;
    private final Diagnostics diagnostics;

    PayloadModels(OpenAPI document, Shapes shapes, Types types, Diagnostics diagnostics) {
        this.document = document;
        this.media = new Media(shapes);
        this.types = types;
        this.diagnostics = diagnostics;
    }

    /** Reaches the types; those of a document that calls and receives nothing are all of its components. */
    void reach(List<OperationSource> operations, List<String> components) {
        Map<String, PathItem> webhooks = document.getWebhooks() == null ? Map.of() : document.getWebhooks();
        webhooks.forEach((name, item) -> ofItem(name, item, Pointers.below("/webhooks", name), "webhook"));
        operations.forEach(this::callbacks);
        if (operations.isEmpty() && webhooks.isEmpty() && !components.isEmpty()) {
            diagnostics.note(
                    "no-operations",
                    "/components/schemas",
                    "The document has no operations, so each of its schemas becomes a type",
                    "Nothing to do");
            components.forEach(name -> types.use(
                    new SchemaNode(
                            Pointers.component(name),
                            document.getComponents().getSchemas().get(name)),
                    Site.topLevel(name)));
        }
    }

    private void callbacks(OperationSource source) {
        Map<String, Callback> callbacks = source.operation().getCallbacks();
        if (callbacks == null) {
            return;
        }
        callbacks.forEach((name, callback) -> {
            String pointer = Pointers.below(source.pointer(), "callbacks", name);
            Callback followed = callback;
            if (callback.get$ref() != null) {
                String component = Pointers.last(callback.get$ref());
                followed = document.getComponents() == null
                                || document.getComponents().getCallbacks() == null
                        ? null
                        : document.getComponents().getCallbacks().get(component);
                pointer = Pointers.below("/components/callbacks", component);
            }
            if (followed != null) {
                for (Map.Entry<String, PathItem> entry : followed.entrySet()) {
                    ofItem(name, entry.getValue(), Pointers.below(pointer, entry.getKey()), "callback");
                }
            }
        });
    }

    private void ofItem(String name, PathItem item, String pointer, String kind) {
        PathItem followed = followed(item);
        if (followed == null) {
            ignored(pointer, kind, "leads nowhere");
            return;
        }
        followed.readOperationsMap()
                .forEach((method, operation) -> of(
                        name, operation, Pointers.below(pointer, method.name().toLowerCase(Locale.ROOT)), kind));
    }

    private void of(String name, Operation operation, String pointer, String kind) {
        RequestBody body = operation.getRequestBody();
        String place = Pointers.below(pointer, "requestBody");
        if (body != null && body.get$ref() != null) {
            String component = Pointers.last(body.get$ref());
            place = Pointers.below("/components/requestBodies", component);
            body = document.getComponents() == null || document.getComponents().getRequestBodies() == null
                    ? null
                    : document.getComponents().getRequestBodies().get(component);
        }
        String content = Pointers.below(place, "content");
        String json = body == null ? null : json(body.getContent(), content);
        if (json == null) {
            ignored(pointer, kind, "brings no JSON");
            return;
        }
        types.use(Media.node(body.getContent(), json, content), Site.topLevel(name + " payload"));
        diagnostics.note(
                "payload-type",
                pointer,
                "A client does not receive a " + kind + ", so only the type of its JSON is made",
                "Read it with fromJson where your program receives it");
    }

    private @Nullable String json(@Nullable Content content, String pointer) {
        return content == null
                ? null
                : content.keySet().stream()
                        .filter(name -> media.kind(content, name, pointer) == Media.Kind.JSON)
                        .findFirst()
                        .orElse(null);
    }

    private void ignored(String pointer, String kind, String why) {
        diagnostics.note(
                "payload-ignored",
                pointer,
                "The " + kind + " " + why + ", so nothing is made of it",
                "Nothing to do: a client does not receive it");
    }

    private @Nullable PathItem followed(PathItem item) {
        if (item.get$ref() == null) {
            return item;
        }
        return document.getComponents() == null || document.getComponents().getPathItems() == null
                ? null
                : document.getComponents().getPathItems().get(Pointers.last(item.get$ref()));
    }
}
