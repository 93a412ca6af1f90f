package dev.parley.conformance.testee;

import dev.parley.runtime.json.JsonString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A JSON object on one line, put together member by member; JSON texts go into it as they are. */
final class Answer {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);

    /** Starts an answer, with the JSON text of the request's id if it has one. */
    static Answer to(@Nullable String id) {
        Answer answer = new Answer();
        if (id != null) {
            answer.json("id", id);
        }
        return answer;
    }

    /** Adds a member that is JSON already, without a line feed. */
    Answer json(String name, String json) {
        raw(out.size() == 0 ? "{" : ",");
        raw(new JsonString(name).toJson());
        raw(":");
        raw(json);
        return this;
    }

    /** Adds a string, or null. */
    Answer text(String name, @Nullable String value) {
        return json(name, string(value));
    }

    Answer number(String name, long value) {
        return json(name, Long.toString(value));
    }

    Answer flag(String name, boolean value) {
        return json(name, Boolean.toString(value));
    }

    /** Returns a JSON string, or the word null. */
    static String string(@Nullable String value) {
        return value == null ? "null" : new JsonString(value).toJson();
    }

    /** Returns the answer as JSON text. */
    String toJson() {
        return out.size() == 0 ? "{}" : out.toString(StandardCharsets.UTF_8) + "}";
    }

    /** Writes the answer and ends the line. */
    void writeTo(OutputStream lines) throws IOException {
        if (out.size() == 0) {
            raw("{");
        }
        raw("}\n");
        out.writeTo(lines);
    }

    private void raw(String json) {
        byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
        out.write(utf8, 0, utf8.length);
    }
}
