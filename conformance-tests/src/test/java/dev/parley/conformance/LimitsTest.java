package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.openai.model.InputItem;
import dev.parley.runtime.error.BadRequestException;
import dev.parley.runtime.json.JsonValue;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits of the service: what is just within them passes, and what is beyond is the server's to refuse. */
class LimitsTest {

    /** One character beyond the basic plane: two chars in Java, one character for the service. */
    private static final String ASTRAL = "\uD83D\uDE80";

    private final Kit kit = new Kit();

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void metadata_of16Pairs_isKept() {
        Map<String, String> pairs = pairs(16);

        JsonValue metadata = kit.conversations().create(c -> c.metadata(pairs)).metadata();

        assertThat(metadata).isEqualTo(JsonValue.from(pairs));
    }

    @Test
    void metadata_of17Pairs_isRefused() {
        kit.net.excuse("/metadata: ", "pairs beyond the limit are to be refused");
        assertRefused(pairs(17), "metadata", "object_above_max_properties");
    }

    @ParameterizedTest
    @ValueSource(strings = {"k", ASTRAL})
    void metadata_keyOf64Characters_isKeptAndOf65Refused(String character) {
        kit.net.excuse("at most 64 characters", "a key beyond the limit is to be refused");
        Map<String, String> longest = Map.of(character.repeat(64), "v");

        assertThat(kit.conversations().create(c -> c.metadata(longest)).metadata())
                .isEqualTo(JsonValue.from(longest));
        assertRefused(
                Map.of(character.repeat(65), "v"),
                "metadata." + character.repeat(65),
                "property_name_above_max_length");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v", "é", ASTRAL})
    void metadata_valueOf512Characters_isKeptAndOf513Refused(String character) {
        kit.net.excuse("at most 512 characters", "a value beyond the limit is to be refused");
        Map<String, String> longest = Map.of("k", character.repeat(512));

        assertThat(kit.conversations().create(c -> c.metadata(longest)).metadata())
                .isEqualTo(JsonValue.from(longest));
        assertRefused(Map.of("k", character.repeat(513)), "metadata.k", "string_above_max_length");
    }

    @Test
    void update_metadataBeyondTheLimit_changesNothing() {
        kit.net.excuse("/metadata: ", "pairs beyond the limit are to be refused");
        String id =
                kit.conversations().create(c -> c.metadata(Map.of("k", "v"))).id();

        BadRequestException e = catchThrowableOfType(
                BadRequestException.class, () -> kit.conversations().update(id, u -> u.metadata(pairs(17))));

        assertThat(e.code()).isEqualTo("object_above_max_properties");
        assertThat(kit.conversations().retrieve(id).metadata()).isEqualTo(JsonValue.from(Map.of("k", "v")));
    }

    @Test
    void items_of20_areAddedAndOf21Refused() {
        kit.net.excuse("/items: ", "an item beyond the limit is to be refused");
        String id = kit.conversationOf(0);
        List<InputItem> twenty = Collections.nCopies(20, Kit.user("x"));

        assertThat(kit.items().create(id, c -> c.items(twenty)).data()).hasSize(20);
        BadRequestException e = catchThrowableOfType(
                BadRequestException.class,
                () -> kit.items().create(id, c -> c.items(twenty).addItem(Kit.user("y"))));

        assertThat(e.code()).isEqualTo("array_above_max_length");
        assertThat(e.param()).isEqualTo("items");
        assertThat(kit.server.items(id)).hasSize(20);
    }

    @Test
    void create_with21Items_isRefused() {
        kit.net.excuse("/items: ", "an item beyond the limit is to be refused");
        List<InputItem> many = Collections.nCopies(21, Kit.user("x"));

        BadRequestException e = catchThrowableOfType(
                BadRequestException.class, () -> kit.conversations().create(c -> c.items(many)));

        assertThat(e.code()).isEqualTo("array_above_max_length");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 101, -1, Long.MAX_VALUE})
    void list_limitOutOfRange_isRefusedByTheServer(long limit) {
        kit.net.excuse("query limit", "the limit is to be refused");
        String id = kit.conversationOf(0);

        BadRequestException e = catchThrowableOfType(
                BadRequestException.class, () -> kit.items().list(id, q -> q.limit(limit)));

        assertThat(e.param()).isEqualTo("limit");
        assertThat(e.code()).isEqualTo(limit > 100 ? "integer_above_max_value" : "integer_below_min_value");
    }

    private void assertRefused(Map<String, String> metadata, String param, String code) {
        BadRequestException e = catchThrowableOfType(
                BadRequestException.class, () -> kit.conversations().create(c -> c.metadata(metadata)));

        assertThat(e.status()).isEqualTo(400);
        assertThat(e.param()).isEqualTo(param);
        assertThat(e.code()).isEqualTo(code);
        assertThat(e.type()).isEqualTo("invalid_request_error");
    }

    private static Map<String, String> pairs(int number) {
        return IntStream.range(0, number).boxed().collect(Collectors.toMap(i -> "key_" + i, i -> "value " + i));
    }
}
