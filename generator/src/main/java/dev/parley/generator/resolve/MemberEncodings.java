package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.ConstantValue;
import dev.parley.generator.model.Sending.MemberEncoding;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Encoding;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads how the members of a form or a multipart body go out, as far as the document says something about it. */
final class MemberEncodings {

    private static final String FORM = "form";

    private final Shapes shapes;
    private final Diagnostics diagnostics;
    private final boolean newer;

    MemberEncodings(Shapes shapes, SpecVersion version, Diagnostics diagnostics) {
        this.shapes = shapes;
        this.diagnostics = diagnostics;
        this.newer = version == SpecVersion.V31;
    }

    /**
     * Returns what is said about members of a body.
     *
     * @param pointer where the media type stands
     * @param multipart whether the body is made of parts, not of pairs
     */
    List<MemberEncoding> of(MediaType media, SchemaNode schema, String pointer, boolean multipart) {
        Map<String, Encoding> said = media.getEncoding() == null ? Map.of() : media.getEncoding();
        List<MemberEncoding> encodings = new ArrayList<>();
        if (shapes.read(schema).shape() instanceof Shape.Structure structure) {
            structure.properties().forEach((name, property) -> {
                Encoding encoding = said.getOrDefault(name, new Encoding());
                MemberEncoding read =
                        one(name, encoding, property, Pointers.below(pointer, "encoding", name), multipart);
                if (read != null) {
                    encodings.add(read);
                }
            });
        }
        return encodings;
    }

    private @Nullable MemberEncoding one(
            String name, Encoding encoding, Shape.Property property, String pointer, boolean multipart) {
        String style = style(encoding, property, multipart);
        String type = style == null ? contentType(encoding, property, multipart) : null;
        if (type != null && Media.isXml(type) && isObject(property)) {
            diagnostics.error(
                    "unsupported-media-type",
                    pointer,
                    "An object cannot be sent as " + type,
                    "Describe the part as a string, or send it as application/json");
        }
        Map<String, String> headers = multipart ? headers(encoding, pointer) : Map.of();
        boolean explode = encoding.getExplode() == null ? FORM.equals(style) : encoding.getExplode();
        return style == null && type == null && headers.isEmpty()
                ? null
                : new MemberEncoding(name, type, style, explode, headers);
    }

    /**
     * A style counts over a content type, but not the one that holds anyway: the parser fills it in where none is written.
     * In 3.0 styles are for forms alone.
     */
    private @Nullable String style(Encoding encoding, Shape.Property property, boolean multipart) {
        boolean usual = (encoding.getStyle() == null || encoding.getStyle() == Encoding.StyleEnum.FORM)
                && !Boolean.FALSE.equals(encoding.getExplode());
        if (!usual && (newer || !multipart)) {
            return encoding.getStyle() == null ? FORM : encoding.getStyle().toString();
        }
        boolean flat = !newer && !multipart && encoding.getContentType() == null && isObject(property);
        return flat ? FORM : null;
    }

    private static @Nullable String contentType(Encoding encoding, Shape.Property property, boolean multipart) {
        Schema<?> schema = property.node().schema();
        String own = multipart && schema.getContentEncoding() == null ? schema.getContentMediaType() : null;
        return encoding.getContentType() == null ? own : encoding.getContentType();
    }

    private boolean isObject(Shape.Property property) {
        Shape shape = shapes.read(property.node()).shape();
        return shape instanceof Shape.Structure || shape instanceof Shape.Mapping;
    }

    private Map<String, String> headers(Encoding encoding, String pointer) {
        Map<String, String> headers = new LinkedHashMap<>();
        Map<String, Header> said = encoding.getHeaders() == null ? Map.of() : encoding.getHeaders();
        said.forEach((name, header) -> {
            if (name.equalsIgnoreCase("content-type")) {
                return; // the specification says that it has no effect here
            }
            String at = Pointers.below(pointer, "headers", name);
            String value = header.getSchema() == null
                    ? null
                    : constant(new SchemaNode(Pointers.below(at, "schema"), header.getSchema()));
            if (value == null) {
                diagnostics.warning(
                        "part-header-ignored",
                        at,
                        "The header of the part is not sent: it has no constant value",
                        "Give it a const, or take it out with an overlay");
            } else {
                headers.put(name, value);
            }
        });
        return headers;
    }

    private @Nullable String constant(SchemaNode node) {
        return shapes.read(node).shape() instanceof Shape.Constant constant
                        && constant.value() instanceof ConstantValue.Text text
                ? text.value()
                : null;
    }
}
