package dev.parley.runtime.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Random items, fit and unfit, with the tag anywhere and members that nobody declared, survive reading and writing. */
class RoundTripTest {
    private static final int ITEMS = 6_000;

    private final Random random = new Random(7);

    @Test
    void anyItem_readAndWritten_equalsWhatWasReceived() {
        for (int i = 0; i < ITEMS; i++) {
            String json = item(4);
            JsonValue received = JsonValue.parse(json);
            Item item = JsonReader.decode(json, Item::read);
            JsonValue written = JsonValue.parse(JsonWriter.encode(item));
            assertThat(written).as(json).isEqualTo(received);
            assertThat(JsonReader.decode(JsonWriter.toJson(item), Item::read))
                    .as(json)
                    .isEqualTo(item);
        }
    }

    @Test
    void anyText_cutAnywhere_failsWithDecodingException() {
        for (int i = 0; i < 300; i++) {
            byte[] json = item(3).getBytes(StandardCharsets.UTF_8);
            int end = json.length < 2 || json[0] != '{' ? 0 : 1 + random.nextInt(json.length - 1);
            byte[] cut = Arrays.copyOf(json, end);
            assertThat(DocumentTest.failure(() -> JsonReader.decode(cut, Item::read))
                            .body())
                    .isEqualTo(cut);
        }
    }

    @Test
    void anyText_withOneByteChanged_isReadOrFailsWithDecodingException() {
        int failures = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] json = item(2).getBytes(StandardCharsets.UTF_8);
            json[random.nextInt(json.length)] = (byte) random.nextInt(256);
            boolean isJson = isRead(() -> JsonValue.parse(json));
            assertThat(isRead(() -> JsonReader.decode(json, Item::read)))
                    .as(() -> new String(json, StandardCharsets.UTF_8))
                    .isEqualTo(isJson);
            failures += isJson ? 0 : 1;
        }
        assertThat(failures).isBetween(1_000, 19_000);
    }

    private static boolean isRead(Supplier<?> reading) {
        try {
            reading.get();
            return true;
        } catch (DecodingException expected) {
            return false;
        }
    }

    private String item(int depth) {
        if (random.nextInt(25) == 0) {
            return anything(depth);
        }
        List<String> members = new ArrayList<>();
        switch (random.nextInt(4)) {
            case 0 -> {
                add(members, "type", () -> "\"note\"");
                add(members, "id", this::string);
                add(members, "text", this::string);
                if (random.nextBoolean()) {
                    add(members, "phase", () -> random.nextBoolean() ? "null" : string());
                }
            }
            case 1 -> {
                add(members, "type", () -> "\"group\"");
                add(members, "id", this::string);
                add(members, "items", () -> array(depth, true));
            }
            case 2 -> {
                add(members, "type", () -> "\"lookup\"");
                add(members, "count", this::wholeNumber);
                add(members, "score", () -> random.nextBoolean() ? "null" : "-12.5e-3");
                add(members, "by_name", () -> object(depth, true));
                if (random.nextBoolean()) {
                    members.add("\"version\":" + anything(0));
                }
            }
            default -> add(members, random.nextBoolean() ? "type" : "kind", () -> anything(1));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            members.add("\"extra" + random.nextInt(4) + "\":" + anything(depth - 1));
        }
        Collections.shuffle(members, random);
        if (random.nextInt(20) == 0 && !members.isEmpty()) {
            members.add(members.get(0)); // a name that comes twice
        }
        if (random.nextInt(40) == 0) {
            members.add("\"type\":\"" + (random.nextBoolean() ? "note" : "group") + "\"");
        }
        return "{" + blank() + String.join(blank() + "," + blank(), members) + blank() + "}";
    }

    /** Adds a member that is now and then missing or of another kind. */
    private void add(List<String> members, String name, Supplier<String> value) {
        int chance = random.nextInt(60);
        if (chance == 0) {
            return;
        }
        String written = random.nextInt(10) == 0 ? name.replace("e", "\\u0065") : name;
        members.add("\"" + written + "\"" + blank() + ":" + blank() + (chance == 1 ? anything(1) : value.get()));
    }

    private String anything(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 5)) {
            case 0 -> string();
            case 1 -> wholeNumber();
            case 2 -> "1.50";
            case 3 -> random.nextBoolean() ? "true" : "false";
            case 4 -> "null";
            case 5 -> array(depth, false);
            case 6 -> object(depth, false);
            default -> item(depth - 1);
        };
    }

    private String array(int depth, boolean items) {
        List<String> elements = new ArrayList<>();
        for (int i = depth <= 0 ? 0 : random.nextInt(5); i > 0; i--) {
            elements.add(items ? item(depth - 1) : anything(depth - 1));
        }
        return "[" + blank() + String.join(",", elements) + blank() + "]";
    }

    private String object(int depth, boolean items) {
        List<String> members = new ArrayList<>();
        for (int i = depth <= 0 ? 0 : random.nextInt(4); i > 0; i--) {
            members.add(string().replace("\\ud800", "\\u0041") + ":" + (items ? item(depth - 1) : anything(depth - 1)));
        }
        return "{" + String.join(",", members) + "}";
    }

    private String wholeNumber() {
        return switch (random.nextInt(5)) {
            case 0 -> "0";
            case 1 -> "1e2";
            case 2 -> "-3.0";
            case 3 -> "1e19";
            default -> Integer.toString(random.nextInt());
        };
    }

    private String string() {
        String[] parts = {"a", "b c", "\\\"", "\\\\", "é", "€", "😀", "\\ud800", "\\n", "type", "{", "]", ",", ":"};
        StringBuilder string = new StringBuilder("\"");
        for (int i = random.nextInt(5); i > 0; i--) {
            string.append(parts[random.nextInt(parts.length)]);
        }
        return string.append('"').toString();
    }

    private String blank() {
        return random.nextInt(6) == 0 ? " \n\t" : "";
    }
}
