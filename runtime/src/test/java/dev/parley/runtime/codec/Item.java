package dev.parley.runtime.codec;

import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import dev.parley.runtime.json.JsonWritable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A union as the generator would write it: scalars, a list of itself, a map of itself. */
sealed interface Item extends JsonWritable {

    static Item read(JsonReader in) {
        return in.readUnion(
                Item::variant, (json, problem) -> new Unknown(JsonReader.tagOf(json, "type"), json, problem));
    }

    private static @Nullable Item variant(JsonReader in) {
        return switch (in.tag("type")) {
            case "note" -> Note.read(in);
            case "group" -> Group.read(in);
            case "lookup" -> Lookup.read(in);
            default -> null;
        };
    }

    record Note(String id, String text, @Nullable String phase, JsonObject additionalProperties) implements Item {
        private static final Members MEMBERS =
                Members.required("type", "id", "text").optional("phase");

        static Note read(JsonReader in) {
            String id = null;
            String text = null;
            String phase = null;
            in.startObject();
            for (int member = in.nextMember(MEMBERS); member != JsonReader.END; member = in.nextMember(MEMBERS)) {
                switch (member) {
                    case 0 -> in.constant("note");
                    case 1 -> id = in.readString();
                    case 2 -> text = in.readString();
                    case 3 -> phase = in.keepNull() ? null : in.readWord();
                    default -> in.keep();
                }
            }
            JsonObject additionalProperties = in.endObject(MEMBERS);
            return new Note(id, text, phase, additionalProperties);
        }

        @Override
        public void writeTo(JsonWriter out) {
            out.startObject(additionalProperties());
            out.constant("type", "note");
            out.member("id", id());
            out.member("text", text());
            out.optional("phase", phase());
            out.endObject();
        }
    }

    record Group(String id, List<Item> items, JsonObject additionalProperties) implements Item {
        private static final Members MEMBERS = Members.required("type", "id", "items");

        static Group read(JsonReader in) {
            String id = null;
            List<Item> items = null;
            in.startObject();
            for (int member = in.nextMember(MEMBERS); member != JsonReader.END; member = in.nextMember(MEMBERS)) {
                switch (member) {
                    case 0 -> in.constant("group");
                    case 1 -> id = in.readString();
                    case 2 -> items = in.readList(Item::read);
                    default -> in.keep();
                }
            }
            JsonObject additionalProperties = in.endObject(MEMBERS);
            return new Group(id, items, additionalProperties);
        }

        @Override
        public void writeTo(JsonWriter out) {
            out.startObject(additionalProperties());
            out.constant("type", "group");
            out.member("id", id());
            out.member("items", items());
            out.endObject();
        }
    }

    record Lookup(long count, @Nullable Double score, Map<String, Item> byName, JsonObject additionalProperties)
            implements Item {
        private static final Members MEMBERS =
                Members.required("type", "count", "score", "by_name").optional("version");

        static Lookup read(JsonReader in) {
            long count = 0;
            Double score = null;
            Map<String, Item> byName = null;
            in.startObject();
            for (int member = in.nextMember(MEMBERS); member != JsonReader.END; member = in.nextMember(MEMBERS)) {
                switch (member) {
                    case 0 -> in.constant("lookup");
                    case 1 -> count = in.readLong();
                    case 2 -> score = in.readNull() ? null : in.readDouble();
                    case 3 -> byName = in.readMap(Item::read);
                    default -> in.keep();
                }
            }
            JsonObject additionalProperties = in.endObject(MEMBERS);
            return new Lookup(count, score, byName, additionalProperties);
        }

        @Override
        public void writeTo(JsonWriter out) {
            out.startObject(additionalProperties());
            out.constant("type", "lookup");
            out.member("count", count());
            out.nullable("score", score());
            out.member("by_name", byName());
            out.endObject();
        }
    }

    record Unknown(String type, JsonValue json, @Nullable String problem) implements Item {
        @Override
        public void writeTo(JsonWriter out) {
            json.writeTo(out);
        }
    }
}
