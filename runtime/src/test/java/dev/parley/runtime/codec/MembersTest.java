package dev.parley.runtime.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MembersTest {

    /** Returns the indexes of the members of an object, in their order. */
    private static List<Integer> indexes(String json, Members members) {
        return JsonReader.decode(json, in -> {
            List<Integer> indexes = new ArrayList<>();
            in.startObject();
            for (int member = in.nextMember(members); member != JsonReader.END; member = in.nextMember(members)) {
                indexes.add(member);
                in.keep();
            }
            in.endObject(members);
            return indexes;
        });
    }

    @Test
    void names_ofEveryLength_areMatched() {
        String alphabet = "abcdefghijklmnopqrstuvwxyz_0123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        String[] names = IntStream.rangeClosed(1, alphabet.length())
                .mapToObj(length -> alphabet.substring(0, length))
                .toArray(String[]::new);
        Members members = Members.required(names);
        StringBuilder json = new StringBuilder("{");
        for (String name : names) {
            json.append('"').append(name).append("\": 1 ,\"").append(name).append("!\":[],");
        }
        List<Integer> indexes = indexes(json.append("\"!\":2}").toString(), members);
        assertThat(indexes).hasSize(2 * names.length + 1);
        for (int i = 0; i < names.length; i++) {
            assertThat(indexes.get(2 * i)).as(names[i]).isEqualTo(i);
            assertThat(indexes.get(2 * i + 1)).as(names[i] + "!").isEqualTo(JsonReader.UNKNOWN);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "include[]", "né€😀", "a\"b", "a\\b", "\u0000", "\n", "$ref", "123456789012345678"})
    void names_ofAnyCharacters_areMatched(String name) {
        String json = JsonWriter.toJson(mapOf(List.of(name + "x", name, "x" + name)));
        Members members = Members.required("some").optional(name, "other");
        assertThat(indexes(json.replace("{", "{\"some\":{},"), members))
                .contains(0, 1)
                .containsOnlyOnce(1);
        String escaped =
                name.chars().collect(StringBuilder::new, (b, c) -> b.append("\\u%04x".formatted(c)), (a, b) -> {}) + "";
        assertThat(indexes("{\"some\":1,\"" + escaped + "\":2}", members)).containsExactly(0, 1);
    }

    private static Map<String, String> mapOf(List<String> names) {
        Map<String, String> map = new LinkedHashMap<>();
        names.forEach(name -> map.put(name, "v"));
        return map;
    }

    @Test
    void indexes_areRequiredOnesFirst() {
        Members members = Members.required("a", "b").optional("c").optional("d");
        assertThat(indexes("{\"d\":1,\"b\":2,\"c\":3,\"a\":4}", members)).containsExactly(3, 1, 2, 0);
        assertThat(indexes("{}", Members.required().optional("c"))).isEmpty();
    }

    @Test
    void members_inAnyOrder_areFoundByAllThreads() {
        Members members = Members.required("a", "b", "c").optional("d", "e\"");
        List<String> names = List.of("a", "b", "c", "d", "e\\\"", "x");
        List<Integer> expected = List.of(0, 1, 2, 3, 4, JsonReader.UNKNOWN);
        long wrong = IntStream.range(0, 20_000)
                .parallel()
                .filter(round -> {
                    List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5));
                    Collections.shuffle(order, new Random(round));
                    String json = order.stream()
                            .map(i -> "\"" + names.get(i) + "\":" + "1-[{tfn\"".charAt(round % 8))
                            .map(member -> member.replace("-", "-1")
                                    .replace("[", "[]")
                                    .replace("{", "{}")
                                    .replace(":t", ":true")
                                    .replace(":f", ":false")
                                    .replace(":n", ":null")
                                    .replace(":\"", ":\"\""))
                            .collect(Collectors.joining(round % 3 == 0 ? " ,\r\n\t" : ",", "{", "}"));
                    return !indexes(json, members)
                            .equals(order.stream().map(expected::get).toList());
                })
                .count();
        assertThat(wrong).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 63, 64, 65, 130})
    void missingRequiredMembers_areAllNamed(int count) {
        String[] names = IntStream.range(0, count).mapToObj(i -> "m" + i).toArray(String[]::new);
        Members members = Members.required(names).optional("z");
        String all = String.join("\":1,\"", names);
        assertThat(indexes("{\"" + all + "\":1}", members)).hasSize(count);
        for (int missing : new int[] {0, count - 1}) {
            String json = ("{\"z\":0,\"" + all + "\":1}").replaceFirst("\"" + names[missing] + "\"", "\"x\"");
            assertThat(DocumentTest.failure(() -> indexes(json, members)).reason())
                    .isEqualTo("missing required member '" + names[missing] + "'");
        }
        String message = DocumentTest.failure(() -> indexes("{}", members)).reason();
        assertThat(message).endsWith("'" + String.join("', '", names) + "'");
    }

    @Test
    void duplicateDeclaration_isRefused() {
        assertThatThrownBy(() -> Members.required("a").optional("a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[a, a]");
    }
}
