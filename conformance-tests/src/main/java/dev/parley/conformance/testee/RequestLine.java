package dev.parley.conformance.testee;

import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.json.JsonNull;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.ErrorReportConfiguration;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * A line of input, cut into the texts of its members. The members are not read: what is in {@code json} meets the
 * client as it was sent, with its limits, its paths and its literals.
 */
final class RequestLine {

    /** Deeper than the client reads; without an end, a line of brackets alone would cost gigabytes. */
    private static final int MOST_LEVELS = 100_000;

    /** Knows no other limit, so that the limits that show are those of the client. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MOST_LEVELS)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .errorReportConfiguration(ErrorReportConfiguration.builder()
                    .maxErrorTokenLength(40)
                    .maxRawContentLength(0)
                    .build())
            .build();

    private static final char REPLACEMENT = '\uFFFD';

    private final Map<String, ByteBuffer> members = new HashMap<>();

    private RequestLine() {}

    /**
     * Cuts a line, which must be one JSON object in UTF-8. Of members with the same name the last one counts.
     *
     * @param line the bytes, of which the request stays a view
     * @throws BadRequestException if it is anything else
     */
    static RequestLine of(ByteBuffer line) {
        RequestLine request = new RequestLine();
        try (JsonParser parser = FACTORY.createParser(
                ObjectReadContext.empty(), line.array(), line.arrayOffset() + line.position(), line.remaining())) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                throw new BadRequestException(first == null ? "the line is empty" : "the line is JSON, but no object");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                request.cut(parser, line);
            }
            if (parser.nextToken() != null) {
                throw new BadRequestException("the line goes on behind its JSON object");
            }
            return request;
        } catch (StreamConstraintsException e) {
            throw new BadRequestException("the line goes over a limit of the testee: " + e.getOriginalMessage());
        } catch (JacksonException e) {
            TokenStreamLocation place = e.getLocation();
            throw new BadRequestException("the line is not JSON: " + e.getOriginalMessage()
                    + (place == null ? "" : " (column " + place.getColumnNr() + ")"));
        }
    }

    private void cut(JsonParser parser, ByteBuffer line) {
        String name = parser.currentName();
        parser.nextToken();
        long from = parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        parser.finishToken();
        long to = parser.currentLocation().getByteOffset();
        if (from < 0 || to < 0) {
            throw new BadRequestException("the line is not UTF-8");
        }
        members.put(name, line.slice(line.position() + (int) from, (int) (to - from)));
    }

    /** Returns the JSON text of the member {@code id} as it came, on one line; null if there is none. */
    @Nullable
    String id() {
        return has("id") ? json("id").replace('\r', ' ') : null;
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    /** Returns whether a member is there and is no null: for one that null says nothing of. */
    boolean hasValue(String name) {
        ByteBuffer bytes = members.get(name);
        return bytes != null && bytes.get(bytes.position()) != 'n';
    }

    /**
     * Returns the JSON text of a member.
     *
     * @throws BadRequestException if it is not there, or is not UTF-8
     */
    String json(String name) {
        ByteBuffer bytes = members.get(name);
        if (bytes == null) {
            throw new BadRequestException("the request has no '" + name + "'");
        }
        String text = new String(
                bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining(), StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            requireUtf8(name, bytes);
        }
        return text;
    }

    /**
     * Returns a member that must be a string.
     *
     * @throws BadRequestException if it is not there, or something else
     */
    String text(String name) {
        if (value(name) instanceof JsonString text) {
            return text.value();
        }
        throw new BadRequestException(
                has(name) ? "'" + name + "' is not a string" : "the request has no '" + name + "'");
    }

    /**
     * Returns a member that is an object, an empty one if there is none, or null.
     *
     * @throws BadRequestException if it is something else
     */
    JsonObject object(String name) {
        JsonValue value = value(name);
        if (value == null || value == JsonNull.INSTANCE) {
            return JsonObject.builder().build();
        }
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new BadRequestException("'" + name + "' is not an object");
    }

    /**
     * Returns a member, or null if there is none.
     *
     * @throws BadRequestException if it goes over a limit of the client
     */
    @Nullable
    JsonValue value(String name) {
        if (!has(name)) {
            return null;
        }
        try {
            return JsonValue.parse(json(name));
        } catch (DecodingException e) {
            throw new BadRequestException("'" + name + "' cannot be read: " + e.getMessage(), e);
        }
    }

    private static void requireUtf8(String name, ByteBuffer bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate());
        } catch (CharacterCodingException e) {
            throw new BadRequestException("'" + name + "' is not UTF-8", e);
        }
    }
}
