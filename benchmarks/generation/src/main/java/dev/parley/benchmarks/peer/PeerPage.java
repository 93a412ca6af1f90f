package dev.parley.benchmarks.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Pages of items, made of one item of each type. */
final class PeerPage {

    static final int ITEMS = 100;

    private static final ObjectMapper JSON = new ObjectMapper();

    private PeerPage() {}

    /** Returns an item of each type. */
    static List<ObjectNode> items() throws IOException {
        List<ObjectNode> items = new ArrayList<>();
        try (InputStream file = PeerPage.class.getResourceAsStream("items.json")) {
            for (JsonNode item : JSON.readTree(Objects.requireNonNull(file))) {
                items.add((ObjectNode) item);
            }
        }
        return items;
    }

    /** Makes a page of items in turn, each with an identifier of its own. */
    static byte[] of(List<ObjectNode> items, int size) throws IOException {
        ObjectNode page = JSON.createObjectNode().put("object", "list");
        for (int at = 0; at < size; at++) {
            ObjectNode item = items.get(at % items.size()).deepCopy();
            page.withArray("data").add(item.put("id", item.get("id").asText() + "_" + (1000 + at)));
        }
        page.put("first_id", page.at("/data/0/id").asText());
        page.put("last_id", page.at("/data/" + (size - 1) + "/id").asText());
        return JSON.writeValueAsBytes(page.put("has_more", false));
    }
}
