package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the JSON, and the series of events, among the media types of a body. */
final class Media {

    private final Diagnostics diagnostics;

    Media(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Returns whether the content has a JSON media type. */
    static boolean hasJson(@Nullable Content content) {
        return content != null && content.keySet().stream().anyMatch(Media::isJson);
    }

    /** Returns whether the content has a series of events whose type is described. */
    static boolean hasEvents(@Nullable Content content) {
        return content != null && eventsName(content) != null;
    }

    /** Returns whether there is no content at all. */
    static boolean isNothing(@Nullable Content content) {
        return content == null || content.isEmpty();
    }

    /**
     * Returns the schema of the JSON, one that says nothing if there is no schema.
     *
     * @param content has JSON
     * @param pointer where the content stands
     */
    static SchemaNode json(Content content, String pointer) {
        String json =
                content.keySet().stream().filter(Media::isJson).findFirst().orElseThrow();
        Schema<?> schema = content.get(json).getSchema();
        return new SchemaNode(Pointers.below(pointer, json, "schema"), schema == null ? new Schema<>() : schema);
    }

    /**
     * Returns the schema of one event.
     *
     * @param content has events
     * @param pointer where the content stands
     */
    static SchemaNode events(Content content, String pointer) {
        String name = Objects.requireNonNull(eventsName(content));
        return new SchemaNode(
                Pointers.below(pointer, name, "schema"), content.get(name).getSchema());
    }

    /** Reports the media types of a request that are left out: all but the JSON. */
    void reportBesideJson(Content content, String pointer) {
        report(content, pointer, false);
    }

    /** Reports the media types of an answer that are left out: all but the JSON and the events. */
    void reportBesideAnswers(Content content, String pointer) {
        report(content, pointer, true);
    }

    private void report(Content content, String pointer, boolean readsEvents) {
        List<String> names = new ArrayList<>(content.keySet());
        names.stream().filter(Media::isJson).findFirst().ifPresent(names::remove);
        if (readsEvents) {
            names.remove(eventsName(content));
        }
        if (!names.isEmpty()) {
            diagnostics.note(
                    "media-type-ignored",
                    pointer,
                    (readsEvents ? "Only JSON and events with a schema are read, not " : "Only JSON is sent, not ")
                            + String.join(", ", names),
                    "Nothing to do unless the other media type is what you need");
        }
    }

    /** Reports content without anything that can be sent or read. */
    void refuse(Content content, String pointer) {
        diagnostics.error(
                "unsupported-media-type",
                pointer,
                "The body is " + String.join(", ", content.keySet()) + " but only JSON can be sent and read",
                content.keySet().stream().anyMatch(Media::isEvents)
                        ? "Give the events a schema, that of the data of one event"
                        : "Take the operation out with an overlay, or describe a JSON body");
    }

    private static @Nullable String eventsName(Content content) {
        return content.keySet().stream()
                .filter(name -> isEvents(name) && content.get(name).getSchema() != null)
                .findFirst()
                .orElse(null);
    }

    private static boolean isEvents(String mediaType) {
        return plain(mediaType).equals("text/event-stream");
    }

    private static boolean isJson(String mediaType) {
        String type = plain(mediaType);
        return type.equals("application/json") || type.endsWith("+json");
    }

    /** Returns a media type in small letters and without its parameters. */
    private static String plain(String mediaType) {
        String type = mediaType.toLowerCase(Locale.ROOT);
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip();
    }
}
