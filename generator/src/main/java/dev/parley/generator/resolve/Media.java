package dev.parley.generator.resolve;

import dev.parley.generator.model.TypeRef;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells media types apart by what a client can do with a body of each. */
final class Media {

    static final String MULTIPART = "multipart/form-data";

    private static final String FORM = "application/x-www-form-urlencoded";

    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";

    /** A parameter of a media type, RFC 9110, section 5.6.6, with the blanks that people write around its sign. */
    private static final Pattern PARAMETER =
            Pattern.compile(";[ \\t]*(" + TOKEN + ")[ \\t]*=[ \\t]*(" + TOKEN + "|\"[ !#-\\[\\]-~]*\")[ \\t]*");

    /** A media type or a range of them, RFC 9110, section 8.3.1; an empty parameter is one that it tolerates. */
    private static final Pattern MEDIA_TYPE =
            Pattern.compile(TOKEN + "/" + TOKEN + "[ \\t]*(?:" + PARAMETER + "|;[ \\t]*)*");

    private static final String EVENTS = "text/event-stream";

    /** Types that are text although their names do not say so. */
    private static final Set<String> TEXTUAL = Set.of(
            "application/sdp",
            "application/xml",
            "application/yaml",
            "application/x-yaml",
            "application/graphql",
            "application/javascript",
            "application/sql",
            "application/toml",
            "image/svg+xml");

    private final Shapes shapes;

    Media(Shapes shapes) {
        this.shapes = shapes;
    }

    /** What a body is. */
    enum Kind {
        JSON,
        /** A series of events, whose type is described. */
        EVENTS,
        MULTIPART,
        FORM,
        TEXT,
        /** Bytes: pictures, archives, and whatever is not known. */
        BINARY,
        /** The key is no media type. */
        NONE
    }

    /** Returns whether there is no content at all. */
    static boolean isNothing(@Nullable Content content) {
        return content == null || content.isEmpty();
    }

    /** Returns what a body is whose content stands at {@code pointer}. */
    Kind kind(Content content, String name, String pointer) {
        String type = plain(name);
        MediaType media = content.get(name);
        Schema<?> schema = media == null ? null : media.getSchema();
        if (!MEDIA_TYPE.matcher(name.strip()).matches()) {
            return Kind.NONE;
        }
        if (type.equals(EVENTS)) {
            return schema == null ? Kind.BINARY : Kind.EVENTS;
        }
        if (type.equals(MULTIPART)) {
            return Kind.MULTIPART;
        }
        if (type.equals(FORM)) {
            return Kind.FORM;
        }
        if (FileSchemas.isBinary(schema)) {
            return Kind.BINARY;
        }
        if (isJson(type)) {
            return Kind.JSON;
        }
        if (type.equals("*/*") || type.equals("application/*")) {
            return ofAnyType(content, name, pointer);
        }
        return isTextual(type) ? Kind.TEXT : Kind.BINARY;
    }

    /** A body of any type is JSON if it is an object or an array, text if it is a string, else bytes. */
    private Kind ofAnyType(Content content, String name, String pointer) {
        SchemaNode node = node(content, name, pointer);
        Shape shape = shapes.read(node).shape();
        if (shape instanceof Shape.Free free && free.type() == TypeRef.FreeForm.VALUE) {
            return Kind.BINARY;
        }
        boolean string = shape instanceof Shape.OpenEnum
                || (shape instanceof Shape.Scalar && isPlainString(node))
                || shape instanceof Shape.Constant;
        return string ? Kind.TEXT : Kind.JSON;
    }

    private boolean isPlainString(SchemaNode node) {
        return shapes.read(node).shape() instanceof Shape.Scalar scalar && scalar.type() == TypeRef.Scalar.STRING;
    }

    /** Returns the schema of a body, one that says nothing if there is none. */
    static SchemaNode node(Content content, String name, String pointer) {
        MediaType media = content.get(name);
        Schema<?> schema = media == null ? null : media.getSchema();
        return new SchemaNode(Pointers.below(pointer, name, "schema"), schema == null ? new Schema<>() : schema);
    }

    static boolean isEvents(String mediaType) {
        return plain(mediaType).equals(EVENTS);
    }

    static boolean isTextual(String mediaType) {
        String type = plain(mediaType);
        return type.startsWith("text/")
                || type.endsWith("+xml")
                || type.endsWith("/xml")
                || type.endsWith("+yaml")
                || TEXTUAL.contains(type)
                || isJson(type);
    }

    static boolean isXml(String mediaType) {
        String type = plain(mediaType);
        return type.endsWith("/xml") || type.endsWith("+xml");
    }

    private static boolean isJson(String type) {
        return type.equals("application/json") || type.equals("text/json") || type.endsWith("+json");
    }

    /** Returns the media type of JSON that goes over the wire, with its parameters; JSON has no charset. */
    static String json(String name) {
        String type = plain(name);
        if (!isJson(type) || type.contains("*")) {
            return "application/json";
        }
        StringBuilder whole = new StringBuilder(type);
        Matcher parameter = PARAMETER.matcher(name);
        while (parameter.find()) {
            if (!parameter.group(1).equalsIgnoreCase("charset")) {
                whole.append("; ").append(parameter.group(1)).append('=').append(parameter.group(2));
            }
        }
        return whole.toString();
    }

    /** Returns the word that tells a form of an operation from the others by its media type. */
    static String word(Kind kind, String name) {
        String type = plain(name);
        String subtype = type.substring(type.indexOf('/') + 1).replaceAll("[^a-z0-9]+", "_");
        return switch (kind) {
            case MULTIPART -> "multipart";
            case FORM -> "form";
            case JSON -> type.equals("application/json") || type.contains("*") ? "json" : subtype;
            case TEXT, EVENTS, NONE -> textWord(type, subtype);
            case BINARY -> "binary";
        };
    }

    private static String textWord(String type, String subtype) {
        if (isXml(type)) {
            return "xml";
        }
        return type.equals("text/plain") || type.contains("*") ? "text" : subtype;
    }

    /** Returns a media type in small letters and without its parameters. */
    static String plain(String mediaType) {
        String type = mediaType.toLowerCase(Locale.ROOT);
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip();
    }
}
