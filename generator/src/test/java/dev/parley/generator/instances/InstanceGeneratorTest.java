package dev.parley.generator.instances;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.parley.generator.cases.Case;
import dev.parley.generator.spec.DocumentTrees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Instances are what they are said to be, and {@link Validity} judges as a validator of other authors does. */
class InstanceGeneratorTest {

    private static final String DOCUMENT = "https://parley.example/document";

    static List<GeneratedTypes.Source> documents() {
        return CaseInstancesTest.documents().stream()
                .filter(source -> source.document().startsWith(Case.GOOD))
                .filter(source -> !source.document().toString().contains("hostile-strings"))
                .toList();
    }

    private static SchemaRegistry registry(SchemaTree tree) {
        ObjectNode document = tree.root().deepCopy();
        loosen(document);
        String text = JsonEquality.text(document);
        return SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(DOCUMENT, text)));
    }

    private static void loosen(JsonNode node) {
        node.forEach(InstanceGeneratorTest::loosen);
        if (node instanceof ObjectNode schema && schema.get("oneOf") instanceof ArrayNode branches) {
            schema.remove("oneOf");
            schema.set("anyOf", branches);
        }
    }

    /** The other validator finds no names that are escaped in a pointer, and refuses the patterns of hostile strings. */
    @ParameterizedTest
    @MethodSource("documents")
    void instances_judgedByAnotherValidator_areValid(GeneratedTypes.Source source) {
        SchemaTree tree = SchemaTree.of(DocumentTrees.read(source.document(), source.overlays()));
        InstanceGenerator generator = new InstanceGenerator(tree);
        Validity validity = new Validity(tree);
        SchemaRegistry registry = registry(tree);
        for (String component : tree.components()) {
            String pointer = SchemaTree.pointer(component);
            if (!component.matches("[\\w. -]+")) {
                continue;
            }
            Schema schema = registry.getSchema(SchemaLocation.of(DOCUMENT + "#" + pointer.replace(" ", "%20")));
            for (JsonNode instance : instances(generator, tree, pointer)) {
                assertThat(validity.problem(pointer, instance))
                        .as(pointer + " " + instance)
                        .isNull();
                assertThat(schema.validate(instance))
                        .as(pointer + " " + instance)
                        .isEmpty();
                for (JsonNode broken : broken(instance)) {
                    assertThat(validity.problem(pointer, broken) == null)
                            .as(pointer + " " + broken)
                            .isEqualTo(schema.validate(broken).isEmpty());
                }
            }
        }
    }

    private static List<JsonNode> instances(InstanceGenerator generator, SchemaTree tree, String pointer) {
        List<JsonNode> instances = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Draw draw = new Draw(CaseInstancesTest.SEED, pointer, i);
            try {
                JsonNode instance = generator.instance(tree.at(pointer), draw);
                if (!draw.deviates()) {
                    instances.add(instance);
                }
            } catch (Impossible e) {
                // Counted where types are tested.
            }
        }
        return instances;
    }

    /** Returns the instance with each of its members left out, and with each being something else. */
    private static List<JsonNode> broken(JsonNode instance) {
        List<JsonNode> broken = new ArrayList<>();
        instance.fieldNames().forEachRemaining(name -> {
            broken.add(((ObjectNode) instance.deepCopy()).without(name));
            broken.add(((ObjectNode) instance.deepCopy()).put(name, 1.5));
            broken.add(((ObjectNode) instance.deepCopy()).putNull(name));
        });
        return broken;
    }

    @Test
    void sameSeed_drawsTheSame() {
        GeneratedTypes.Source source = documents().get(0);
        SchemaTree tree = SchemaTree.of(DocumentTrees.read(source.document(), source.overlays()));
        String pointer = SchemaTree.pointer(tree.components().get(0));

        assertThat(instances(new InstanceGenerator(tree), tree, pointer))
                .isEqualTo(instances(new InstanceGenerator(tree), tree, pointer))
                .isNotEmpty();
    }
}
