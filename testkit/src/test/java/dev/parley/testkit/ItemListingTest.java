package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.json.JsonNull;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemListingTest {

    private ConversationsServer server;
    private PlainClient client;
    private String conversation;
    private String items;

    @BeforeEach
    void start() {
        server = ConversationsServer.start();
        client = new PlainClient(server);
        conversation = client.conversation("{}");
        items = "/conversations/" + conversation + "/items";
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void list_empty_hasNoIdentifiers() {
        assertThat(client.get(items).body())
                .isEqualTo("{\"object\":\"list\",\"data\":[],\"first_id\":null,\"has_more\":false,\"last_id\":null}");
    }

    @Test
    void list_default_isTheNewestTwentyNewestFirst() {
        add(1, 25);

        PlainClient.Reply reply = client.get(items);

        assertThat(reply.ids()).isEqualTo(range(25, 6));
        assertThat(reply.text("first_id")).isEqualTo("msg_25");
        assertThat(reply.text("last_id")).isEqualTo("msg_6");
        assertThat(reply.member("has_more")).hasToString("true");
    }

    @Test
    void list_ascending_isOldestFirst() {
        add(1, 3);

        PlainClient.Reply reply = client.get(items + "?limit=10&order=asc");

        assertThat(reply.ids()).isEqualTo(range(1, 3));
        assertThat(reply.member("has_more")).hasToString("false");
    }

    @Test
    void list_after_walksTheWholeListOnce() {
        add(1, 7);
        List<String> seen = new ArrayList<>();

        PlainClient.Reply page = client.get(items + "?limit=3");
        seen.addAll(page.ids());
        while (page.member("has_more").toString().equals("true")) {
            page = client.get(items + "?limit=3&after=" + page.text("last_id"));
            seen.addAll(page.ids());
        }

        assertThat(seen).isEqualTo(range(7, 1));
    }

    @Test
    void list_afterTheLastItem_isEmpty() {
        add(1, 2);

        PlainClient.Reply reply = client.get(items + "?after=msg_1");

        assertThat(reply.ids()).isEmpty();
        assertThat(reply.member("last_id")).isEqualTo(JsonNull.INSTANCE);
        assertThat(reply.member("has_more")).hasToString("false");
    }

    @Test
    void list_limitOfWhatIsLeft_hasNoMore() {
        add(1, 4);

        PlainClient.Reply reply = client.get(items + "?limit=2&order=asc&after=msg_2");

        assertThat(reply.ids()).isEqualTo(range(3, 4));
        assertThat(reply.member("has_more")).hasToString("false");
    }

    @Test
    void list_before_isThePageThatEndsThere() {
        add(1, 7);

        PlainClient.Reply reply = client.get(items + "?limit=2&order=asc&before=msg_6");
        PlainClient.Reply first = client.get(items + "?limit=4&order=asc&before=msg_3");

        assertThat(reply.ids()).isEqualTo(range(4, 5));
        assertThat(reply.member("has_more")).hasToString("true");
        assertThat(first.ids()).isEqualTo(range(1, 2));
        assertThat(first.member("has_more")).hasToString("false");
    }

    @Test
    void list_afterAndBefore_isWhatLiesBetween() {
        add(1, 7);

        PlainClient.Reply reply = client.get(items + "?limit=2&order=asc&after=msg_2&before=msg_6");

        assertThat(reply.ids()).isEqualTo(range(3, 4));
        assertThat(reply.member("has_more")).hasToString("true");
    }

    @Test
    void list_deletedItem_isGone() {
        add(1, 3);

        client.delete(items + "/msg_2");

        assertThat(client.get(items).ids()).containsExactly("msg_3", "msg_1");
    }

    @Test
    void list_cursorWithReservedCharacters_isDecoded() {
        client.add(conversation, "[{\"id\":\"a b&c=d+e/\u00fc\",\"role\":\"user\",\"content\":\"x\"}]");
        add(1, 1);

        assertThat(client.get(items + "?order=asc&after=a%20b%26c%3Dd%2Be%2F%C3%BC")
                        .ids())
                .containsExactly("msg_1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"after", "before"})
    void list_unknownCursor_isNotFound(String cursor) {
        String unknown = "msg_" + "0".repeat(48);

        PlainClient.Reply reply = client.get(items + "?" + cursor + "=" + unknown);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.error("param")).isEqualTo("\"" + cursor + "\"");
        assertThat(reply.error("message")).isEqualTo("\"Item with id '" + unknown + "' not found in conversation.\"");
    }

    @Test
    void limit_aboveMaximum_isRefusedAsRecorded() {
        PlainClient.Reply reply = client.get(items + "?limit=1000");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body())
                .isEqualTo("{\"error\":{\"message\":\"Invalid 'limit': integer above maximum value. Expected a value <="
                        + " 100, but got 1000 instead.\",\"type\":\"invalid_request_error\",\"param\":\"limit\","
                        + "\"code\":\"integer_above_max_value\"}}");
    }

    @ParameterizedTest
    @CsvSource({
        "0, integer_below_min_value",
        "-1, integer_below_min_value",
        "101, integer_above_max_value",
        "99999999999999999999, integer_above_max_value",
        "ten, invalid_type",
        "1.5, invalid_type",
        "'', invalid_type"
    })
    void limit_outOfRange_isRefused(String limit, String code) {
        PlainClient.Reply reply = client.get(items + "?limit=" + limit);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error("param")).isEqualTo("\"limit\"");
        assertThat(reply.error("code")).isEqualTo("\"" + code + "\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100})
    void limit_atItsBounds_isAccepted(int limit) {
        for (int from = 1; from <= 101; from += 20) {
            add(from, Math.min(from + 19, 101));
        }

        assertThat(client.get(items + "?limit=" + limit).ids()).hasSize(limit);
    }

    @Test
    void order_unknown_isRefused() {
        PlainClient.Reply reply = client.get(items + "?order=newest");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error("param")).isEqualTo("\"order\"");
        assertThat(reply.error("message"))
                .isEqualTo("\"Invalid value: 'newest'. Supported values are: 'asc' and 'desc'.\"");
    }

    private void add(int from, int to) {
        List<String> messages = new ArrayList<>();
        for (int number = from; number <= to; number++) {
            messages.add("{\"id\":\"msg_" + number + "\",\"role\":\"user\",\"content\":\"x\"}");
        }
        for (int start = 0; start < messages.size(); start += 20) {
            client.add(
                    conversation,
                    messages.subList(start, Math.min(start + 20, messages.size()))
                            .toString());
        }
    }

    private static List<String> range(int from, int to) {
        List<String> ids = new ArrayList<>();
        for (int number = Math.min(from, to); number <= Math.max(from, to); number++) {
            ids.add("msg_" + number);
        }
        if (from > to) {
            Collections.reverse(ids);
        }
        return ids;
    }
}
