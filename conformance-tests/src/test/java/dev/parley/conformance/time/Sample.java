package dev.parley.conformance.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conformance.ItemFixture;
import dev.parley.conformance.Records;
import dev.parley.runtime.json.JsonValue;
import dev.parley.runtime.json.JsonWritable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Something that servers send, as the document of the build has it.
 *
 * @param model the type of the models that it is read as
 * @param name what the sample is called in messages
 * @param json the value
 */
record Sample(String model, String name, JsonValue json) {

    private static final Map<String, String> MODELS = Map.of(
            "Response", "Response",
            "ConversationResource", "Conversation",
            "DeletedConversationResource", "ConversationDeleted",
            "Tool", "Tool");
    private static final int OF_EACH = 20;

    /**
     * The page of all item fixtures; of each event and of some other types what the document says of them; and what the
     * fixtures of operations answer, but for what does not fit the document of today.
     */
    static List<Sample> all() {
        List<Sample> samples = new ArrayList<>();
        samples.add(new Sample(
                "ConversationItemList", "page", Pages.of(ItemFixture.all().toList())));
        SchemaExample examples = new SchemaExample();
        DocumentTree.get()
                .branches("ResponseStreamEvent")
                .forEach(event -> samples.add(new Sample("ResponseStreamEvent", event, examples.of(event))));
        MODELS.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(model -> {
            for (int i = 0; i < OF_EACH; i++) {
                samples.add(new Sample(model.getValue(), model.getKey() + " " + i, examples.of(model.getKey())));
            }
        });
        ClientEdition today = ClientEdition.today();
        AnsweredSamples.all().stream()
                .filter(sample ->
                        misfits(today.read(sample.model(), sample.json())).isEmpty())
                .forEach(samples::add);
        return samples;
    }

    /** Reads it, writes it back the same; returns what was read. */
    JsonWritable assertLossless(ClientEdition client) {
        JsonWritable value = client.read(model, json);
        assertThat(JsonValue.parse(value.toJson())).as(name).isEqualTo(json);
        return value;
    }

    /** How many variants and values of enums are in it that the client does not know. */
    static int unknown(JsonWritable value) {
        return (int) parts(value).filter(Records.Part::isUnknownVariant).count();
    }

    /** How many members are in it that the client keeps and does not know, and explicit nulls. */
    static int kept(JsonWritable value) {
        return Records.additionalMembers((Record) value);
    }

    /** What is in it that does not fit what the client knows. */
    static List<String> misfits(JsonWritable value) {
        return parts(value)
                .filter(Records.Part::isUnknownVariant)
                .map(Records.Part::describedUnknown)
                .filter(described -> !described.endsWith(": null"))
                .toList();
    }

    /** The records in it, by the names of their types. */
    static List<String> types(JsonWritable value) {
        return Records.records((Record) value).stream()
                .map(each -> each.getClass().getName())
                .toList();
    }

    private static Stream<Records.Part> parts(JsonWritable value) {
        Record whole = (Record) value;
        return Stream.concat(Stream.of(new Records.Part(whole, "itself", whole)), Records.parts(whole).stream());
    }

    @Override
    public String toString() {
        return name;
    }
}
