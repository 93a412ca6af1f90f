package dev.parley.runtime.body;

import dev.parley.runtime.codec.Attachments;
import dev.parley.runtime.codec.JsonWriter;
import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a form or a multipart body is made of: the members of a record, as JSON, and the files that stand among them. */
public final class FormValue {
    private final JsonObject members;
    private final String mark;
    private final List<FileContent> files;

    private FormValue(JsonObject members, String mark, List<FileContent> files) {
        this.members = members;
        this.mark = mark;
        this.files = files;
    }

    /**
     * Takes the value apart with its own codec.
     *
     * @param value what {@link JsonWriter#value} takes, an object in JSON
     * @throws IllegalArgumentException if it is no object, or has no form
     */
    public static FormValue of(Object value) {
        Collected files = new Collected();
        JsonValue json = JsonValue.parse(JsonWriter.encode(value, files));
        if (!(json instanceof JsonObject object)) {
            throw new IllegalArgumentException("a form is made of an object with members, not of other JSON");
        }
        return new FormValue(object, files.mark, files.list);
    }

    /** Returns the same with further members, where it lacks those of their names. */
    public FormValue with(JsonObject further) {
        JsonObject all = members;
        for (Map.Entry<String, JsonValue> member : further.members().entrySet()) {
            if (!all.contains(member.getKey())) {
                all = all.with(member.getKey(), member.getValue());
            }
        }
        return new FormValue(all, mark, files);
    }

    JsonObject members() {
        return members;
    }

    /** Returns the file that the value stands for, or null. */
    @Nullable
    FileContent file(JsonValue value) {
        return value instanceof JsonString string && string.value().startsWith(mark)
                ? files.get(Integer.parseInt(string.value().substring(mark.length())))
                : null;
    }

    /** Refuses a file where a value goes out as text or as JSON. */
    void requireNoFile(String member, JsonValue value) {
        boolean nested = file(value) != null;
        if (value instanceof JsonArray array) {
            array.values().forEach(element -> requireNoFile(member, element));
        } else if (value instanceof JsonObject object) {
            object.members().values().forEach(inner -> requireNoFile(member, inner));
        }
        if (nested) {
            throw new IllegalArgumentException("member '" + member
                    + "': a file can only be a member of a multipart body, or an element of such a member");
        }
    }

    /** Marks files by strings that nobody can have thought of before. */
    private static final class Collected implements Attachments {
        private final String mark = "file:" + UUID.randomUUID() + ":";
        private final List<FileContent> list = new ArrayList<>();

        @Override
        public String reference(Object value) {
            list.add((FileContent) value);
            return mark + (list.size() - 1);
        }
    }
}
