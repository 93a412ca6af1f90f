package dev.parley.generator.spec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.generator.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a local YAML or JSON file, under limits, into a tree that shares nothing. */
final class DocumentReader {

    private DocumentReader() {}

    /** Returns the object that {@code file} holds, or {@code null} after reporting why there is none. */
    static @Nullable ObjectNode read(Path file, Diagnostics diagnostics) {
        return read(file, file.toString(), new ReadBudget(), diagnostics);
    }

    /**
     * Returns the object that {@code file} holds, or {@code null} after reporting why there is none.
     *
     * @param name what diagnostics call the file
     * @param budget what may still be read
     */
    static @Nullable ObjectNode read(Path file, String name, ReadBudget budget, Diagnostics diagnostics) {
        try {
            return object(file, budget);
        } catch (UnreadableException e) {
            diagnostics.error(e.code(), e.place(name), String.valueOf(e.getMessage()), e.hint());
            return null;
        }
    }

    /**
     * Returns the object that a text holds, or {@code null} after reporting why there is none.
     *
     * @param name what diagnostics call the text
     * @param yaml YAML
     */
    static @Nullable ObjectNode read(String name, String yaml, Diagnostics diagnostics) {
        try {
            return object(YamlReader.read(yaml, new ReadBudget()));
        } catch (UnreadableException e) {
            diagnostics.error(e.code(), e.place(name), String.valueOf(e.getMessage()), e.hint());
            return null;
        }
    }

    private static ObjectNode object(Path file, ReadBudget budget) throws UnreadableException {
        String text = text(file, budget);
        boolean json = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
        return object(json ? Json.read(text, budget) : YamlReader.read(text, budget));
    }

    private static ObjectNode object(@Nullable JsonNode root) throws UnreadableException {
        if (root == null || root.isNull() || root.isMissingNode()) {
            throw new UnreadableException("empty-file", "the file holds nothing", "give an OpenAPI document");
        }
        if (!(root instanceof ObjectNode object)) {
            throw new UnreadableException("syntax", 1, 1, "the file holds no object", "give an OpenAPI document");
        }
        return object;
    }

    private static String text(Path file, ReadBudget budget) throws UnreadableException {
        if (!Files.isRegularFile(file)) {
            throw new UnreadableException("no-file", "there is no such file", "give the path of a local file");
        }
        try {
            budget.takeFile(Files.size(file));
            byte[] bytes = Files.readAllBytes(file);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new UnreadableException("encoding", "the file is not UTF-8", "convert it to UTF-8");
        } catch (IOException e) {
            throw new UnreadableException(
                    "no-file", "the file cannot be read: " + e.getMessage(), "check its permissions");
        }
    }

    /** Apart from the rest: for a document in YAML no mapper is made. */
    private static final class Json {

        private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(ReadLimits.DEPTH)
                                .maxNumberLength(ReadLimits.DIGITS)
                                .maxTokenCount(2L * ReadLimits.VALUES)
                                .build())
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();

        private Json() {}

        static JsonNode read(String text, ReadBudget budget) throws UnreadableException {
            try {
                JsonNode root = MAPPER.readTree(text);
                if (!budget.takeValues(values(root))) {
                    throw new UnreadableException(
                            "size", "the files hold more than " + ReadLimits.VALUES + " values", "split the document");
                }
                return root;
            } catch (JsonProcessingException e) {
                JsonLocation location = e.getLocation();
                String problem = e.getOriginalMessage();
                throw new UnreadableException(
                        problem.startsWith("Duplicate") ? "duplicate-key" : "syntax",
                        location == null ? 0 : location.getLineNr(),
                        location == null ? 0 : location.getColumnNr(),
                        problem.lines().findFirst().orElse("is not JSON"),
                        "correct the JSON");
            }
        }

        private static long values(JsonNode node) {
            long values = 1;
            for (JsonNode value : node) {
                values += values(value);
            }
            return values;
        }
    }
}
