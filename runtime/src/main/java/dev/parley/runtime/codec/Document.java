package dev.parley.runtime.codec;

import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * One JSON text, read from its first byte to its last; turns everything that can go wrong into {@link DecodingException}.
 *
 * <p>A text with two members of one name is read as if it had the last of them only. Whether it has is found out while it
 * is read; then it is written anew without the others and read again, so that no codec and no look ahead has to know.
 */
final class Document {
    private final byte[] utf8;
    private final int from;
    private final int to;

    /** The text as received, for exceptions; null if it is a part of the array. */
    private final byte @Nullable [] body;

    Document(byte[] utf8, int from, int to, byte @Nullable [] body) {
        this.utf8 = utf8;
        this.from = from;
        this.to = to;
        this.body = body;
    }

    static Document of(byte[] utf8) {
        return new Document(utf8, 0, utf8.length, utf8);
    }

    /** Makes a document of characters; a lone surrogate becomes the escape that means the same. */
    static Document of(String json) {
        return of(Surrogates.escaped(json).getBytes(StandardCharsets.UTF_8));
    }

    <T extends @Nullable Object> T read(Decoder<T> decoder, boolean objectOnly) {
        try (InputParser parser = parser()) {
            JsonReader reader = new JsonReader(parser);
            try {
                return read(reader, decoder, objectOnly);
            } finally {
                reader.end();
            }
        }
    }

    /** Reads the document with a reader that has read another, if that goes, else with a new one. */
    <T extends @Nullable Object> T read(@Nullable JsonReader used, Decoder<T> decoder) {
        return used != null && used.reopen(utf8, start(), to)
                ? read(used, decoder, false)
                : read(new JsonReader(parser()), decoder, false);
    }

    private InputParser parser() {
        return InputParser.over(utf8, start(), to);
    }

    private <T extends @Nullable Object> T read(JsonReader reader, Decoder<T> decoder, boolean objectOnly) {
        Document unique;
        try {
            T value = readOnce(reader, decoder, objectOnly);
            if (!reader.sawDuplicates()) {
                return value;
            }
            unique = withoutDuplicates();
        } catch (Mismatch mismatch) {
            unique = withoutDuplicates();
            if (unique == this) {
                throw problem(mismatch.path(), mismatch.reason(), null);
            }
        }
        return unique.read(decoder, objectOnly);
    }

    private <T extends @Nullable Object> T readOnce(JsonReader reader, Decoder<T> decoder, boolean objectOnly) {
        InputParser parser = reader.parser();
        try {
            if (parser.nextToken() == null) {
                throw problem("$", "expected a JSON value, found nothing", null);
            }
            if (objectOnly) {
                reader.expectObject();
            }
            T value = decoder.read(reader);
            if (!parser.isAtEnd()) {
                throw problem("$", "expected nothing after the JSON value, found more" + place(parser), null);
            }
            return value;
        } catch (StackOverflowError tooDeep) {
            throw problem("$", "nested too deep for the stack of this thread", null);
        } catch (StreamConstraintsException limit) {
            String reason = "over a limit of this client: " + withoutSource(limit.getOriginalMessage());
            throw problem(path(parser), reason + place(parser), limit);
        } catch (JacksonException malformed) {
            throw problem(path(parser), "not JSON: " + malformed.getOriginalMessage() + place(parser), malformed);
        }
    }

    /** Returns this document with the last of members with the same name only, itself if there are none. */
    private Document withoutDuplicates() {
        try (InputParser parser = parser()) {
            JsonReader reader = new JsonReader(parser);
            JsonValue json = readOnce(reader, JsonReader::readValue, false);
            if (!reader.sawDuplicatesInTrees()) {
                return this;
            }
            byte[] unique = JsonWriter.encode(json);
            return new Document(unique, 0, unique.length, received());
        }
    }

    /** Returns the index of the first byte after a byte order mark. */
    private int start() {
        int first = byteAt(0);
        int second = byteAt(1);
        if (first == 0xEF && second == 0xBB && byteAt(2) == 0xBF) {
            return from + 3;
        }
        boolean otherMark = first == 0xFE && second == 0xFF || first == 0xFF && second == 0xFE;
        if (otherMark || first == 0 || second == 0) {
            throw problem("$", "expected UTF-8, found what looks like UTF-16 or UTF-32; JSON is sent as UTF-8", null);
        }
        return from;
    }

    private int byteAt(int index) {
        return from + index < to ? utf8[from + index] & 0xFF : -1;
    }

    private byte[] received() {
        return body == null ? Arrays.copyOfRange(utf8, from, to) : body;
    }

    private DecodingException problem(String path, String reason, @Nullable Exception cause) {
        return new DecodingException(path, reason, received(), cause);
    }

    private static String path(InputParser parser) {
        return JsonPath.between(null, parser.scope());
    }

    /** Returns a message of jackson-core without the name of the setting that the limit comes from. */
    private static String withoutSource(String message) {
        int source = message.indexOf(", from `");
        return source < 0 ? message : message.substring(0, source) + ')';
    }

    /** The parser's own count of lines is wrong once it has gone back, so the lines are counted here. */
    private String place(InputParser parser) {
        int line = 1;
        int column = 1;
        int end = Math.min(parser.position() - 1, to);
        for (int i = from; i < end; i++) {
            if (utf8[i] == '\n') {
                line++;
                column = 1;
            } else if ((utf8[i] & 0xC0) != 0x80) {
                column++;
            }
        }
        return " (line " + line + ", column " + column + ")";
    }
}
