package dev.parley.conformance.time;

import dev.parley.conformance.Trees;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Makes an older document: each thing that the document has now may have come later. */
final class Reduction {

    /** What tells variants apart has been there since there were variants. */
    private static final Set<String> TAGS = Set.of("type", "object");

    /** What the methods that templates add to these two types read. */
    private static final Set<String> READ_BY_TEMPLATES = Set.of("Message.content", "Response.output");

    private static final int LEAST = 2;

    private final DocumentTree document = DocumentTree.get();
    private final DocumentChange change = new DocumentChange();
    private final Predicate<String> later;

    /** Takes away what the predicate says, which is asked with a name for each thing, such as {@code Message.phase}. */
    Reduction(Predicate<String> later) {
        this.later = later;
    }

    /** Takes each thing away with that probability. */
    static Reduction random(long seed, double probability) {
        Random random = new Random(seed);
        return new Reduction(name -> random.nextDouble() < probability);
    }

    DocumentChange change() {
        return change;
    }

    /** Members of components, optional ones and, if asked for, required ones. */
    Reduction members(boolean requiredToo) {
        document.schemas().members().forEach((name, schema) -> {
            members(name, DocumentChange.schema(name), Trees.object(schema), requiredToo);
            List<JsonValue> parts = DocumentTree.list(Trees.object(schema), "allOf");
            for (int i = 0; i < parts.size(); i++) {
                members(
                        name,
                        DocumentChange.schema(name) + ".allOf[" + i + "]",
                        Trees.object(parts.get(i)),
                        requiredToo);
            }
        });
        return this;
    }

    private void members(String name, String target, JsonObject schema, boolean requiredToo) {
        if (schema.get("properties") instanceof JsonObject properties) {
            Collection<String> required = texts(DocumentTree.list(schema, "required"));
            change.removeMembers(
                    target,
                    properties.names().stream()
                            .filter(member -> !TAGS.contains(member))
                            .filter(member -> requiredToo || !required.contains(member))
                            .filter(member -> !READ_BY_TEMPLATES.contains(name + "." + member))
                            .filter(member -> later.test(name + "." + member))
                            .toList());
        }
    }

    /** Values of enums, so that two are left; an enum of one would be a constant. */
    Reduction enumValues() {
        document.schemas().members().forEach((name, schema) -> {
            enumValues(name, DocumentChange.schema(name), Trees.object(schema));
            if (Trees.object(schema).get("properties") instanceof JsonObject properties) {
                properties
                        .members()
                        .forEach((member, inner) -> enumValues(
                                name + "." + member,
                                DocumentChange.schema(name) + ".properties[" + DocumentChange.quoted(member) + "]",
                                Trees.object(inner)));
            }
        });
        return this;
    }

    private void enumValues(String name, String target, JsonObject schema) {
        List<String> values = texts(DocumentTree.list(schema, "enum"));
        change.removeValues(target + ".enum", chosen(name, values));
    }

    /** Branches of unions of components, so that two are left. */
    Reduction branches() {
        for (String union : document.schemas().names()) {
            List<String> names = document.branches(union)
                    .filter(branch -> document.tag(branch) != null)
                    .toList();
            change.removeBranches(union, chosen(union, names));
        }
        return this;
    }

    /** Whole paths with their operations. */
    Reduction paths() {
        document.paths().names().stream()
                .filter(later)
                .forEach(path -> change.remove("$.paths[" + DocumentChange.quoted(path) + "]"));
        return this;
    }

    private List<String> chosen(String owner, List<String> all) {
        return new ArrayList<>(IntStream.range(LEAST, all.size())
                .mapToObj(all::get)
                .filter(each -> later.test(owner + "." + each))
                .toList());
    }

    private static List<String> texts(List<JsonValue> values) {
        return values.stream()
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).value())
                .toList();
    }
}
