package dev.parley.generator.instances;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An overlay that leads to schemas that no operation leads to, so that they become types, too. */
final class Unreached {

    /** Members of one object: a constructor of Java takes no more than 255. */
    private static final int TOGETHER = 100;

    private Unreached() {}

    /** Writes the overlay, with operations that send objects of all these components. */
    static Path overlay(List<String> components, Path file) {
        ObjectNode overlay = JsonNodeFactory.instance.objectNode();
        overlay.put("overlay", "1.1.0");
        overlay.putObject("info").put("title", "Everything").put("version", "1");
        ObjectNode action = overlay.putArray("actions").addObject().put("target", "$.paths");
        ObjectNode paths = action.putObject("update");
        for (int start = 0; start < components.size(); start += TOGETHER) {
            List<String> together = components.subList(start, Math.min(start + TOGETHER, components.size()));
            ObjectNode post = paths.putObject("/unreached/lot" + start).putObject("post");
            post.putObject("responses").putObject("204").put("description", "Done");
            ObjectNode schema = post.putObject("requestBody")
                    .putObject("content")
                    .putObject("application/json")
                    .putObject("schema");
            ObjectNode properties = schema.put("type", "object").putObject("properties");
            for (int i = 0; i < together.size(); i++) {
                properties.putObject("member" + i).put("$ref", "#" + SchemaTree.pointer(together.get(i)));
            }
        }
        try {
            return Files.writeString(file, overlay.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
