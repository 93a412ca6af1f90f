package dev.parley.runtime.codec;

import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.json.JsonValue;
import java.nio.charset.StandardCharsets;
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

    /** The text as received, for exceptions. */
    private final byte[] body;

    private Document(byte[] utf8, byte[] body) {
        this.utf8 = utf8;
        this.body = body;
    }

    static Document of(byte[] utf8) {
        return new Document(utf8, utf8);
    }

    /** Makes a document of characters; a lone surrogate becomes the escape that means the same. */
    static Document of(String json) {
        return of(Surrogates.escaped(json).getBytes(StandardCharsets.UTF_8));
    }

    <T extends @Nullable Object> T read(Decoder<T> decoder, boolean objectOnly) {
        Document unique;
        try (InputParser parser = InputParser.over(utf8, start(), utf8.length)) {
            JsonReader reader = new JsonReader(parser);
            try {
                T value = read(parser, reader, decoder, objectOnly);
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
        }
        return unique.read(decoder, objectOnly);
    }

    private <T extends @Nullable Object> T read(
            InputParser parser, JsonReader reader, Decoder<T> decoder, boolean objectOnly) {
        try {
            if (parser.nextToken() == null) {
                throw problem("$", "expected a JSON value, found nothing", null);
            }
            if (objectOnly) {
                reader.expectObject();
            }
            T value = decoder.read(reader);
            if (parser.nextToken() != null) {
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
        try (InputParser parser = InputParser.over(utf8, start(), utf8.length)) {
            JsonReader reader = new JsonReader(parser);
            JsonValue json = read(parser, reader, JsonReader::readValue, false);
            return reader.sawDuplicatesInTrees() ? new Document(JsonWriter.encode(json), body) : this;
        }
    }

    /** Returns the index of the first byte after a byte order mark. */
    private int start() {
        int first = byteAt(0);
        int second = byteAt(1);
        if (first == 0xEF && second == 0xBB && byteAt(2) == 0xBF) {
            return 3;
        }
        boolean otherMark = first == 0xFE && second == 0xFF || first == 0xFF && second == 0xFE;
        if (otherMark || first == 0 || second == 0) {
            throw problem("$", "expected UTF-8, found what looks like UTF-16 or UTF-32; JSON is sent as UTF-8", null);
        }
        return 0;
    }

    private int byteAt(int index) {
        return index < utf8.length ? utf8[index] & 0xFF : -1;
    }

    private DecodingException problem(String path, String reason, @Nullable Exception cause) {
        return new DecodingException(path, reason, body, cause);
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
        int end = Math.min(Math.max(parser.position() - 1, 0), utf8.length);
        for (int i = 0; i < end; i++) {
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
