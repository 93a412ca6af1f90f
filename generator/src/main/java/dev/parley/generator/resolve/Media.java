package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the JSON among the media types of a body. */
final class Media {

    private final Diagnostics diagnostics;

    Media(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Returns whether the content has a JSON media type. */
    static boolean hasJson(@Nullable Content content) {
        return content != null && content.keySet().stream().anyMatch(Media::isJson);
    }

    /** Returns whether there is no content at all. */
    static boolean isNothing(@Nullable Content content) {
        return content == null || content.isEmpty();
    }

    /**
     * Returns the schema of the JSON, one that says nothing if there is no schema; reports media types that are left
     * out.
     *
     * @param content has JSON
     * @param pointer where the content stands
     */
    SchemaNode json(Content content, String pointer) {
        List<String> names = new ArrayList<>(content.keySet());
        String json = names.stream().filter(Media::isJson).findFirst().orElseThrow();
        names.remove(json);
        if (!names.isEmpty()) {
            diagnostics.note(
                    "media-type-ignored",
                    pointer,
                    "Only JSON is sent and read, not " + String.join(", ", names),
                    "Nothing to do unless the other media type is what you need");
        }
        Schema<?> schema = content.get(json).getSchema();
        return new SchemaNode(Pointers.below(pointer, json, "schema"), schema == null ? new Schema<>() : schema);
    }

    /** Reports content without JSON. */
    void refuse(Content content, String pointer) {
        diagnostics.error(
                "unsupported-media-type",
                pointer,
                "The body is " + String.join(", ", content.keySet()) + " but only JSON can be sent and read",
                "Take the operation out with an overlay, or describe a JSON body");
    }

    private static boolean isJson(String mediaType) {
        String type = mediaType.toLowerCase(Locale.ROOT);
        int parameters = type.indexOf(';');
        type = (parameters < 0 ? type : type.substring(0, parameters)).strip();
        return type.equals("application/json") || type.endsWith("+json");
    }
}
