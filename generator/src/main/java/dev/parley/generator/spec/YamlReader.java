package dev.parley.generator.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads one YAML document into a JSON tree.
 *
 * <p>Stands on the parser's events, below the layer that makes objects: a tag can name no class here, and every alias
 * is copied under a limit, so that the tree shares nothing and holds no cycle.
 */
final class YamlReader {

    private static final String CORE = "tag:yaml.org,2002:";

    private final Parser parser;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private int depth;
    private int deepest;
    private final ReadBudget budget;
    private int values;

    private YamlReader(String text, ReadBudget budget) {
        this.budget = budget;
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(ReadLimits.BYTES);
        parser = new ParserImpl(new StreamReader(text), options);
    }

    /**
     * Returns the only document of {@code text}, or {@code null} if it has none.
     *
     * @throws UnreadableException if the text is not YAML, or goes beyond JSON or the limits
     */
    static @Nullable JsonNode read(String text, ReadBudget budget) throws UnreadableException {
        try {
            return new YamlReader(text, budget).document();
        } catch (MarkedYAMLException e) {
            String problem = e.getProblem() == null ? "is not YAML" : e.getProblem();
            throw refusal(
                    "syntax", e.getProblemMark(), problem, "correct the YAML; indentation and quotes are usual causes");
        } catch (ReaderException e) {
            String before = text.substring(0, Math.min(e.getPosition(), text.length()));
            int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
            String found = String.format(
                    Locale.ROOT, "holds the character U+%04X, which YAML does not allow", e.getCodePoint());
            throw new UnreadableException(
                    "syntax",
                    line,
                    before.length() - before.lastIndexOf('\n'),
                    found,
                    "remove it or escape it in quotes");
        } catch (YAMLException e) {
            throw new UnreadableException("syntax", String.valueOf(e.getMessage()), "correct the YAML");
        }
    }

    private @Nullable JsonNode document() throws UnreadableException {
        parser.getEvent();
        if (parser.checkEvent(Event.ID.StreamEnd)) {
            return null;
        }
        parser.getEvent();
        JsonNode root = value();
        parser.getEvent();
        if (!parser.checkEvent(Event.ID.StreamEnd)) {
            throw refusal(
                    "syntax", parser.peekEvent().getStartMark(), "a second YAML document begins", "keep one document");
        }
        return root;
    }

    private JsonNode value() throws UnreadableException {
        Event event = parser.getEvent();
        values++;
        if (!budget.takeValues(1)) {
            throw tooMany(event);
        }
        if (event instanceof AliasEvent alias) {
            return copy(alias);
        }
        String anchor = ((NodeEvent) event).getAnchor();
        return anchor == null ? content(event) : anchored(anchor, event);
    }

    private JsonNode anchored(String anchor, Event event) throws UnreadableException {
        int valuesBefore = values;
        int deepestBefore = deepest;
        deepest = depth;
        open.add(anchor);
        JsonNode node = content(event);
        open.remove(anchor);
        anchors.put(anchor, new Anchored(node, values - valuesBefore + 1, deepest - depth));
        deepest = Math.max(deepest, deepestBefore);
        return node;
    }

    private JsonNode content(Event event) throws UnreadableException {
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar);
        }
        depth++;
        descend(depth, event);
        JsonNode node =
                event instanceof MappingStartEvent mapping ? object(mapping) : array((SequenceStartEvent) event);
        depth--;
        return node;
    }

    private void descend(int level, Event event) throws UnreadableException {
        deepest = Math.max(deepest, level);
        if (level > ReadLimits.DEPTH) {
            String found = "goes more than " + ReadLimits.DEPTH + " levels deep";
            throw refusal("depth", event.getStartMark(), found, "flatten it");
        }
    }

    private ObjectNode object(MappingStartEvent start) throws UnreadableException {
        requireTag(start.getTag(), "map", start);
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            String key = key(object);
            object.set(key, value());
        }
        parser.getEvent();
        return object;
    }

    private String key(ObjectNode object) throws UnreadableException {
        Event event = parser.getEvent();
        if (!(event instanceof ScalarEvent scalar)) {
            throw refusal("syntax", event.getStartMark(), "a key is not a string", "JSON has only strings as keys");
        }
        if (scalar.isPlain() && scalar.getValue().equals("<<")) {
            throw refusal(
                    "syntax", event.getStartMark(), "the merge key '<<' is not YAML 1.2", "write the members out");
        }
        if (object.has(scalar.getValue())) {
            throw refusal(
                    "duplicate-key",
                    event.getStartMark(),
                    "the key '" + scalar.getValue() + "' stands twice in one object",
                    "remove or rename one");
        }
        return scalar.getValue();
    }

    private ArrayNode array(SequenceStartEvent start) throws UnreadableException {
        requireTag(start.getTag(), "seq", start);
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            array.add(value());
        }
        parser.getEvent();
        return array;
    }

    private JsonNode scalar(ScalarEvent scalar) throws UnreadableException {
        String tag = scalar.getTag();
        if (tag == null && scalar.isPlain()) {
            try {
                return CoreSchema.resolve(scalar.getValue());
            } catch (NumberFormatException e) {
                throw refusal(
                        "number", scalar.getStartMark(), "a number is out of range: " + e.getMessage(), "quote it");
            }
        }
        if (tag != null && !tag.equals("!")) {
            requireTag(tag, "str", scalar);
        }
        return JsonNodeFactory.instance.textNode(scalar.getValue());
    }

    private JsonNode copy(AliasEvent alias) throws UnreadableException {
        String name = alias.getAnchor();
        if (!budget.takeAlias()) {
            throw refusal(
                    "aliases",
                    alias.getStartMark(),
                    "uses more than " + ReadLimits.ALIASES + " YAML aliases",
                    "use $ref instead");
        }
        if (open.contains(name)) {
            throw refusal("aliases", alias.getStartMark(), "alias *" + name + " contains itself", "use $ref instead");
        }
        Anchored anchored = anchors.get(name);
        if (anchored == null) {
            throw refusal("aliases", alias.getStartMark(), "no anchor &" + name + " stands before this", "add it");
        }
        values += anchored.size();
        if (!budget.takeValues(anchored.size())) {
            throw tooMany(alias);
        }
        descend(depth + anchored.height(), alias);
        return anchored.node().deepCopy();
    }

    private static void requireTag(@Nullable String tag, String expected, Event event) throws UnreadableException {
        if (tag != null && !tag.equals(CORE + expected)) {
            throw refusal("tag", event.getStartMark(), "the YAML tag " + tag + " is not allowed", "remove the tag");
        }
    }

    private static UnreadableException tooMany(Event event) {
        return refusal(
                "size", event.getStartMark(), "holds more than " + ReadLimits.VALUES + " values", "split the document");
    }

    private static UnreadableException refusal(String code, @Nullable Mark mark, String message, String hint) {
        return mark == null
                ? new UnreadableException(code, message, hint)
                : new UnreadableException(code, mark.getLine() + 1, mark.getColumn() + 1, message, hint);
    }

    /**
     * A value that an alias may repeat.
     *
     * @param size how many values it holds, itself included
     * @param height how many levels of objects and arrays it has
     */
    private record Anchored(JsonNode node, int size, int height) {}
}
