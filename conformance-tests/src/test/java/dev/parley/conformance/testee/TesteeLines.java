package dev.parley.conformance.testee;

import dev.parley.conformance.Trees;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a testee within this process answers to lines. */
final class TesteeLines {

    private TesteeLines() {}

    /** Answers bytes as they are; every line of output must be one JSON object. */
    static List<JsonObject> answers(byte[] input) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new Testee(new ByteArrayInputStream(input), out).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String text = out.toString(StandardCharsets.UTF_8);
        if (!text.isEmpty() && !text.endsWith("\n")) {
            throw new AssertionError("the last line does not end: " + text);
        }
        return text.lines().map(line -> Trees.object(JsonValue.parse(line))).toList();
    }

    static List<JsonObject> answers(List<String> lines) {
        return answers((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Answers one line, in which apostrophes stand for quotation marks. */
    static JsonObject answer(String line) {
        return answered(line.replace('\'', '"'));
    }

    /** Answers one line as it is. */
    static JsonObject answered(String line) {
        List<JsonObject> answers = answers(List.of(line));
        if (answers.size() != 1) {
            throw new AssertionError("one answer a line, not " + answers.size());
        }
        return answers.get(0);
    }

    static JsonObject roundtrip(String type, JsonValue json) {
        return answered("{\"op\":\"roundtrip\",\"type\":\"" + type + "\",\"json\":" + json.toJson() + "}");
    }

    /** The message of an answer that is a failure of that class. */
    static String failure(JsonObject answer, String expectedClass) {
        JsonObject error = Trees.objectMember(answer, "error");
        if (!Trees.text(error, "class").equals(expectedClass)) {
            throw new AssertionError("expected " + expectedClass + ", got " + answer);
        }
        return Trees.text(error, "message");
    }

    static @Nullable String textOrNull(JsonObject object, String name) {
        return object.get(name) instanceof JsonString text ? text.value() : null;
    }
}
