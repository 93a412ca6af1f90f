package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.conformance.report.Check;
import dev.parley.conformance.report.Shows;
import dev.parley.openai.model.Message;
import dev.parley.openai.model.Order;
import dev.parley.openai.service.ConversationItemPage;
import dev.parley.runtime.error.PagingException;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of more items than a page holds. */
@Shows(row = "conversations.items.list", check = Check.OPERATION_SEQUENCE)
class PagingTest {

    private final Kit kit = new Kit();

    @AfterEach
    void close() {
        kit.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 100})
    void all_limitOfAnySize_walksOverEveryItemOnceInOrder(long limit) {
        String id = kit.conversationOf(7);
        int before = kit.server.requests().size();

        assertThat(Kit.texts(kit.items()
                        .list(id, q -> q.limit(limit).order(Order.Known.ASC))
                        .all()))
                .isEqualTo(Kit.texts(0, 6));
        assertThat(kit.server.requests().size() - before).isEqualTo((int) Math.ceil(7.0 / limit));
        assertThat(Kit.texts(
                        kit.items().list(id, q -> q.limit(limit).order("desc")).all()))
                .isEqualTo(Kit.texts(6, 0));
    }

    @Test
    void all_moreThanAHundredItems_walksOverThemByTwenty() {
        String id = kit.conversationOf(105);
        int before = kit.server.requests().size();

        assertThat(Kit.texts(kit.items().list(id).all())).isEqualTo(Kit.texts(104, 0));
        assertThat(kit.server.requests().size() - before).isEqualTo(6);
        assertThat(kit.items().list(id, q -> q.limit(100L)).items()).hasSize(100);
        assertThat(kit.items().list(id, q -> q.limit(100L)).next().items()).hasSize(5);
    }

    @Test
    void all_iteratedTwice_startsAtTheFirstPageAgain() {
        ConversationItemPage page = kit.items().list(kit.conversationOf(4), q -> q.limit(3L));

        assertThat(Kit.texts(page.all())).isEqualTo(Kit.texts(3, 0)).isEqualTo(Kit.texts(page.all()));
    }

    @Test
    void stream_consumedInPart_fetchesNoPageThatIsNotNeeded() {
        ConversationItemPage page = kit.items().list(kit.conversationOf(9), q -> q.limit(2L));
        int before = kit.server.requests().size();

        assertThat(page.stream().limit(4)).hasSize(4);
        assertThat(kit.server.requests().size() - before).isEqualTo(1);
        assertThat(page.stream()).hasSize(9);
    }

    @Test
    void next_keepsLimitOrderAndInclude() {
        ConversationItemPage page = kit.items()
                .list(kit.conversationOf(3), q -> q.limit(2L).order("asc").include(List.of()));

        ConversationItemPage next = page.next();

        assertThat(kit.lastRequest().target())
                .endsWith("/items?limit=2&order=asc&after="
                        + ((Message) page.items().get(1)).id());
        assertThat(Kit.texts(next.items())).containsExactly("text 2");
        assertThat(next.hasNext()).isFalse();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(next::next);
    }

    @Test
    void list_emptyConversation_isAnEmptyPage() {
        ConversationItemPage page = kit.items().list(kit.conversationOf(0));

        assertThat(page.items()).isEmpty();
        assertThat(page.hasNext()).isFalse();
        assertThat(page.all()).isEmpty();
        assertThat(page.response().firstId()).isNull();
        assertThat(page.response().lastId()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"asc, 2, 3, 4", "desc, 2, 1, 0"})
    void list_after_startsBehindTheItem(String order, int cursor, int first, int last) {
        String id = kit.conversationOf(5);

        ConversationItemPage page = kit.items().list(id, q -> q.order(order).after(itemId(id, cursor)));

        assertThat(Kit.texts(page.items())).isEqualTo(Kit.texts(first, last));
    }

    @ParameterizedTest
    @CsvSource({"asc, 2, 0, 1", "desc, 2, 4, 3"})
    void list_before_endsInFrontOfTheItem(String order, int cursor, int first, int last) {
        String id = kit.conversationOf(5);

        ConversationItemPage page = kit.items().list(id, q -> q.order(order).before(itemId(id, cursor)));

        assertThat(Kit.texts(page.items())).isEqualTo(Kit.texts(first, last));
        assertThat(kit.lastRequest().target()).contains("before=" + itemId(id, cursor));
    }

    @Test
    void list_beforeWithALimit_isThePageRightInFrontOfTheItem() {
        String id = kit.conversationOf(6);

        ConversationItemPage page =
                kit.items().list(id, q -> q.order("asc").before(itemId(id, 4)).limit(2L));

        assertThat(Kit.texts(page.items())).isEqualTo(Kit.texts(2, 3));
    }

    @Test
    void all_beforeWithALimit_leadsPageByPageToTheFrontOfTheList() {
        String id = kit.conversationOf(6);

        assertThat(Kit.texts(kit.items()
                        .list(id, q -> q.order("asc").before(itemId(id, 4)).limit(2L))
                        .all()))
                .containsExactly("text 2", "text 3", "text 0", "text 1");
    }

    @Test
    void all_emptyPageInBetween_goesOn() {
        String id = kit.conversationOf(0);
        kit.server.failNext(200, page("", true, "\"a\""), Map.of());
        kit.server.failNext(200, page(compaction("b"), false, "\"b\""), Map.of());

        assertThat(kit.items().list(id).all()).hasSize(1);
        assertThat(kit.lastRequest().target()).endsWith("after=a");
    }

    @Test
    void all_repeatedCursor_throwsInsteadOfLooping() {
        String id = kit.conversationOf(0);
        for (int i = 0; i < 10; i++) {
            kit.server.failNext(200, page(compaction("a"), true, "\"a\""), Map.of());
        }

        assertThatExceptionOfType(PagingException.class)
                .isThrownBy(() -> kit.items().list(id).all().forEach(item -> {}))
                .withMessageContaining("'a'");
    }

    @Test
    void next_moreToComeButNoCursor_throws() {
        String id = kit.conversationOf(0);
        kit.server.failNext(200, page(compaction("a"), true, "null"), Map.of());
        ConversationItemPage page = kit.items().list(id);

        assertThat(page.hasNext()).isTrue();
        assertThatExceptionOfType(PagingException.class).isThrownBy(page::next);
    }

    private String itemId(String conversation, int index) {
        return Trees.text(kit.server.items(conversation).get(index), "id");
    }

    private static String page(String items, boolean hasMore, String lastId) {
        return "{\"object\":\"list\",\"data\":[" + items + "],\"has_more\":" + hasMore + ",\"first_id\":" + lastId
                + ",\"last_id\":" + lastId + "}";
    }

    private static String compaction(String id) {
        return "{\"type\":\"compaction\",\"id\":\"" + id + "\",\"encrypted_content\":\"\"}";
    }
}
