package dev.parley.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderFieldsTest {

    /** Few names are searched one by one, many by their hashes. */
    @ParameterizedTest
    @ValueSource(ints = {5, 17, 40})
    void changes_ofEveryKind_leaveWhatAMapWouldHold(int names) {
        Random random = new Random(names);
        Map<String, List<String>> map = new LinkedHashMap<>();
        HeaderFields fields = new HeaderFields();
        for (int step = 0; step < 2_000; step++) {
            String name = "x-" + random.nextInt(names);
            int index = fields.find(name);
            assertThat(index >= 0).isEqualTo(map.containsKey(name));
            if (random.nextInt(3) > 0) {
                List<String> value = List.of("v" + step);
                fields.set(name, value);
                map.put(name, value);
            } else if (index >= 0) {
                fields.remove(index);
                map.remove(name);
            }
            if (step % 100 == 0) {
                fields = new HeaderFields(fields);
            }
        }
        assertThat(entries(fields)).isEqualTo(List.copyOf(map.entrySet()));
    }

    private static List<Map.Entry<String, List<String>>> entries(HeaderFields fields) {
        List<Map.Entry<String, List<String>>> entries = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            entries.add(Map.entry(fields.name(i), fields.values(i)));
        }
        return entries;
    }
}
