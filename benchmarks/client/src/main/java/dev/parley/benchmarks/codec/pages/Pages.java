package dev.parley.benchmarks.codec.pages;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** All pages, of 100 items each but for that of one image. */
public final class Pages {
    /** Items of all types, each with its tag first. */
    public static final String TAG_FIRST = "mixed page, tag first";

    /** The same with the tag behind the identifier, as the service sends it as a rule. */
    public static final String TAG_SECOND = "mixed page, tag second";

    /** The same with the tag behind everything else. */
    public static final String TAG_LAST = "mixed page, tag last";

    /** Messages only. */
    public static final String MESSAGES = "messages only";

    /** Calls of tools and their outputs only. */
    public static final String TOOL_CALLS = "tool calls only";

    /** One item: an image of 2.8 MB in Base64. */
    public static final String IMAGE = "one image of 2.8 MB";

    /** Free-form values, nested 30 deep. */
    public static final String DEEP = "deep nesting";

    /** The mixed page with two unknown members in each object of a declared type. */
    public static final String UNKNOWN_MEMBERS = "unknown members everywhere";

    /** The mixed page with a null for each optional member that an item does not have. */
    public static final String NULLS = "explicit nulls";

    /** The mixed page with both. */
    public static final String UNKNOWN_MEMBERS_AND_NULLS = "unknown members and explicit nulls";

    private static final int ITEMS = 100;
    private static final int DEPTH = 30;
    private static final int IMAGE_BYTES = 2_100_000;

    private static final List<String> TOOLS = List.of(
            "function_call",
            "function_call_output",
            "file_search_call",
            "code_interpreter_call",
            "mcp_call",
            "custom_tool_call",
            "custom_tool_call_output",
            "web_search_call",
            "shell_call",
            "shell_call_output");

    /** What may be left out, and is null here. */
    private static final Map<String, List<String>> OPTIONAL = Map.ofEntries(
            entry("message", List.of("phase")),
            entry("function_call", List.of("caller", "namespace", "created_by")),
            entry("function_call_output", List.of("caller", "name", "namespace", "created_by")),
            entry("computer_call", List.of("actions")),
            entry("computer_call_output", List.of("acknowledged_safety_checks", "created_by")),
            entry("tool_search_call", List.of("created_by")),
            entry("tool_search_output", List.of("created_by")),
            entry("reasoning", List.of("encrypted_content", "content", "status")),
            entry("compaction", List.of("created_by")),
            entry("shell_call", List.of("caller", "created_by")),
            entry("shell_call_output", List.of("caller", "created_by")),
            entry("apply_patch_call", List.of("caller", "created_by")),
            entry("apply_patch_call_output", List.of("caller", "created_by")),
            entry("mcp_list_tools", List.of("error")),
            entry("mcp_call", List.of("status")),
            entry("custom_tool_call", List.of("caller", "namespace")),
            entry("custom_tool_call_output", List.of("caller")));

    /** Members whose values have no declared members, so that none can be unknown in them. */
    private static final List<String> FREE_FORM =
            List.of("arguments", "attributes", "env", "input_schema", "parameters");

    private Pages() {}

    /**
     * Makes a page.
     *
     * @param name one of the constants of this class
     */
    public static Page named(String name) {
        return switch (name) {
            case TAG_FIRST -> Page.of(name, mixed());
            case TAG_SECOND -> Page.of(name, mapped(item -> withTagAt(item, 1)));
            case TAG_LAST -> Page.of(name, mapped(item -> withTagAt(item, item.size() - 1)));
            case MESSAGES -> Page.of(name, messages());
            case TOOL_CALLS -> Page.of(name, inTurn(TOOLS));
            case IMAGE -> Page.of(name, List.of(image()));
            case DEEP -> Page.of(name, deep());
            case UNKNOWN_MEMBERS -> withUnknownMembers(Page.of(name, mixed()));
            case NULLS -> Page.of(name, mapped(Pages::withNulls));
            case UNKNOWN_MEMBERS_AND_NULLS -> withUnknownMembers(Page.of(name, mapped(Pages::withNulls)));
            default -> throw new IllegalArgumentException("no page is named " + name);
        };
    }

    private static List<ObjectNode> mixed() {
        return inTurn(ItemTexts.types());
    }

    private static List<ObjectNode> mapped(UnaryOperator<ObjectNode> change) {
        return mixed().stream().map(change).toList();
    }

    private static List<ObjectNode> inTurn(List<String> types) {
        List<ObjectNode> items = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            items.add(ItemTexts.item(types.get(i % types.size()), i));
        }
        return items;
    }

    /** Questions of users and answers by turns, some in other than plain ASCII. */
    private static List<ObjectNode> messages() {
        List<ObjectNode> items = inTurn(List.of("message"));
        for (int i = 0; i < ITEMS; i += 2) {
            ObjectNode question = items.get(i);
            question.put("role", "user");
            ArrayNode content = question.putArray("content");
            content.addObject()
                    .put("type", "input_text")
                    .put("text", i % 10 == 0 ? "Når åpner museet på søndag?" : "When does the museum open on Sunday?");
        }
        return items;
    }

    private static ObjectNode image() {
        byte[] pixels = new byte[IMAGE_BYTES];
        new Random(6).nextBytes(pixels);
        return ItemTexts.item("image_generation_call", 0)
                .put("result", Base64.getEncoder().encodeToString(pixels));
    }

    private static List<ObjectNode> deep() {
        List<ObjectNode> items = inTurn(List.of("tool_search_call", "additional_tools"));
        for (ObjectNode item : items) {
            if (item.has("arguments")) {
                item.set("arguments", nested("step", DEPTH));
            } else {
                ((ObjectNode) item.get("tools").get(0)).set("parameters", nested("properties", DEPTH));
            }
        }
        return items;
    }

    /** Objects and arrays by turns. */
    private static ObjectNode nested(String name, int depth) {
        ObjectNode node = ItemTexts.JSON.createObjectNode().put("level", depth);
        if (depth == 2) {
            node.put("end", "here");
        } else if (depth > 2) {
            node.putArray(name).add(nested(name, depth - 2));
        }
        return node;
    }

    private static ObjectNode withTagAt(ObjectNode item, int place) {
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>(item.properties());
        members.add(place, members.remove(0));
        ObjectNode moved = ItemTexts.JSON.createObjectNode();
        members.forEach(member -> moved.set(member.getKey(), member.getValue()));
        return moved;
    }

    private static ObjectNode withNulls(ObjectNode item) {
        for (String name : OPTIONAL.getOrDefault(item.get("type").asString(), List.of())) {
            item.putNull(name);
        }
        return item;
    }

    private static Page withUnknownMembers(Page page) {
        addUnknownMembers(page.json());
        return page;
    }

    private static void addUnknownMembers(JsonNode node) {
        for (Map.Entry<String, JsonNode> member : List.copyOf(node.properties())) {
            if (!FREE_FORM.contains(member.getKey())) {
                addUnknownMembers(member.getValue());
            }
        }
        if (node instanceof ArrayNode array) {
            array.forEach(Pages::addUnknownMembers);
        } else if (node instanceof ObjectNode object) {
            object.put("x_origin", "import of 2026").put("x_revision", 7);
        }
    }
}
