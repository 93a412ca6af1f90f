package dev.parley.runtime.event;

import dev.parley.runtime.codec.JsonReader;
import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.http.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An answer that says to be JSON or HTML instead of a stream of events: without this, it would look like a stream without
 * events. JSON is read as far as it may be an error.
 */
final class OtherContent {
    private static final int READ_BYTES = 16 * 1024;

    private final String type;
    private final boolean json;
    private final ByteArrayOutputStream start = new ByteArrayOutputStream(0);

    private OtherContent(String type, boolean json) {
        this.type = type;
        this.json = json;
    }

    /** Returns the content that the headers name, or null: servers that say nothing, or plain text, are believed. */
    static @Nullable OtherContent of(HttpHeaders headers) {
        String value = headers.first("content-type");
        String type = value == null ? "" : value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        boolean json = type.equals("application/json") || type.endsWith("+json");
        return json || type.equals("text/html") ? new OtherContent(type, json) : null;
    }

    void add(byte[] bytes, int length) {
        start.write(bytes, 0, length);
    }

    /** Returns whether it is settled what came, so that the rest of the answer need not be waited for. */
    boolean isSettled() {
        if (!json || start.size() >= READ_BYTES) {
            return true;
        }
        byte[] bytes = bytes();
        int first = afterBlanks(bytes, 0, bytes.length);
        return first < bytes.length && (bytes[first] != '{' || isComplete(bytes));
    }

    /** Returns what came of it so far. */
    byte[] bytes() {
        return start.toByteArray();
    }

    String problem() {
        return "expected a stream of events (text/event-stream), found " + type;
    }

    private static boolean isComplete(byte[] bytes) {
        int last = bytes.length - 1;
        while (isBlank(bytes, last, last + 1)) {
            last--;
        }
        return bytes[last] == '}' && isJson(bytes);
    }

    static boolean isJson(byte[] bytes) {
        try {
            JsonReader.decode(bytes, JsonReader::readValue);
            return true;
        } catch (DecodingException e) {
            return false;
        }
    }

    /** Returns whether there is nothing but white space of JSON. */
    static boolean isBlank(byte[] bytes, int from, int to) {
        return afterBlanks(bytes, from, to) == to;
    }

    private static int afterBlanks(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\n' || bytes[i] == '\r')) {
            i++;
        }
        return i;
    }
}
