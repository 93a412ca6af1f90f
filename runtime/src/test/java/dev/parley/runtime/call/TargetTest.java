package dev.parley.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths and queries, as the official SDK puts them on the wire and beyond. */
class TargetTest {
    private static final Operation ITEM =
            new Operation("items.retrieve", "GET", "/conversations/{conversation_id}/items/{item_id}");

    private record Id(String id, String segment) {}

    static List<Id> ids() {
        return List.of(
                new Id("conv_1", "conv_1"),
                new Id("conv 1", "conv%201"),
                new Id("conv/1", "conv%2F1"),
                new Id("a?b#c", "a%3Fb%23c"),
                new Id("ünï", "%C3%BCn%C3%AF"),
                new Id("a%2Fb", "a%252Fb"),
                new Id("a+b&c=d;e,f:g@h", "a+b&c=d;e,f:g@h"),
                new Id("quote'\"", "quote'%22"),
                new Id("a/../b", "a%2F..%2Fb"),
                new Id("😀", "%F0%9F%98%80"),
                new Id("", ""),
                new Id("...", "..."),
                new Id("%2e%2e", "%252e%252e"),
                new Id("-._~!$&'()*+,;=:@", "-._~!$&'()*+,;=:@"),
                new Id("[]{}<>|\\^`", "%5B%5D%7B%7D%3C%3E%7C%5C%5E%60"),
                new Id("a\r\n\0\tb\u007f", "a%0D%0A%00%09b%7F"));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void path_value_isPercentEncodedAsOneSegment(Id id) {
        String target =
                Calls.RETRIEVE.request().path("conversation_id", id.id()).target();

        assertThat(target).isEqualTo("/conversations/" + id.segment());
        assertThat(BaseUrl.parse("http://localhost").resolve(target).getRawPath())
                .isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void path_dotSegment_isRefusedNamingTheParameter(String id) {
        RequestBuilder request = Calls.RETRIEVE.request();

        assertThatThrownBy(() -> request.path("conversation_id", id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'conversation_id'")
                .hasMessageContaining("GET /conversations/{conversation_id}");
    }

    @Test
    void path_dotSegmentMadeOfTwoParameters_isRefused() {
        Operation operation = new Operation("x", "GET", "/files/{a}.{b}/content");
        RequestBuilder request = operation.request().path("a", "").path("b", "");

        assertThatThrownBy(request::target)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/files/{a}.{b}/content");
        assertThat(operation.request().path("a", "x").path("b", "json").target())
                .isEqualTo("/files/x.json/content");
    }

    @Test
    void path_halfASurrogatePair_isRefusedNamingTheParameter() {
        assertThatThrownBy(() -> Calls.RETRIEVE.request().path("conversation_id", "a\uD83D"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'conversation_id'")
                .hasMessageContaining("surrogate");
    }

    @Test
    void path_unknownParameter_isRefused() {
        assertThatThrownBy(() -> Calls.RETRIEVE.request().path("item_id", "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'item_id' does not exist");
    }

    @Test
    void path_null_isRefusedNamingTheParameter() {
        String nothing = null;
        assertThatThrownBy(() -> Calls.RETRIEVE.request().path("conversation_id", nothing))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("'conversation_id'");
    }

    @Test
    void target_missingPathParameters_namesEveryOne() {
        assertThatThrownBy(() -> ITEM.request().target())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("conversation_id, item_id");
    }

    @Test
    void path_twoParametersAndNumber_areFilledIn() {
        assertThat(ITEM.request()
                        .path("item_id", 42L)
                        .path("conversation_id", "{item_id}")
                        .target())
                .isEqualTo("/conversations/%7Bitem_id%7D/items/42");
    }

    @ParameterizedTest
    @CsvSource({
        "message.output_text.logprobs, message.output_text.logprobs",
        "'a b&c=d+e/ü', a%20b%26c%3Dd%2Be%2F%C3%BC",
        "'100% [x] #?', 100%25%20%5Bx%5D%20%23%3F",
        "-_.~, -_.~",
        "'!*''():@,;$', %21%2A%27%28%29%3A%40%2C%3B%24",
        "😀, %F0%9F%98%80"
    })
    void query_value_isPercentEncoded(String value, String encoded) {
        assertThat(list().query("after", value).target()).isEqualTo("/conversations/conv_1/items?after=" + encoded);
    }

    @Test
    void query_severalParameters_keepTheirOrder() {
        String target = list().query("order", "asc")
                .query("limit", 5)
                .query("after", "msg_9")
                .query(
                        "include",
                        List.of("message.output_text.logprobs", "web_search_call.results"),
                        ParameterStyle.DEEP_OBJECT)
                .target();

        assertThat(target)
                .isEqualTo("/conversations/conv_1/items?order=asc&limit=5&after=msg_9"
                        + "&include%5B%5D=message.output_text.logprobs&include%5B%5D=web_search_call.results");
    }

    @Test
    void query_oneElementList_stillHasBrackets() {
        assertThat(Calls.CREATE
                        .request()
                        .query("include", List.of("x"), ParameterStyle.DEEP_OBJECT)
                        .target())
                .isEqualTo("/conversations?include%5B%5D=x");
    }

    @Test
    void query_nullsAndEmptyLists_areNotSent() {
        String target = list().query("a", (String) null)
                .query("b", (Long) null)
                .query("c", (Integer) null)
                .query("d", (Boolean) null)
                .query("e", (Double) null)
                .query("f", null, ParameterStyle.FORM_EXPLODED)
                .query("g", List.of(), ParameterStyle.FORM_EXPLODED)
                .target();

        assertThat(target).isEqualTo("/conversations/conv_1/items");
    }

    @Test
    void query_emptyText_isSent() {
        assertThat(list().query("after", "").target()).endsWith("/items?after=");
    }

    @Test
    void query_numbersAndBooleans_haveTheirPlainForm() {
        String target = Calls.CREATE
                .request()
                .query("long", Long.MIN_VALUE)
                .query("whole", 2.0)
                .query("part", 0.25)
                .query("small", 1e-7)
                .query("large", 1e21)
                .query("flag", false)
                .query("mixed", List.of(1, 2L, 0.5, true), ParameterStyle.FORM_EXPLODED)
                .target();

        assertThat(target)
                .isEqualTo("/conversations?long=-9223372036854775808&whole=2&part=0.25&small=0.0000001"
                        + "&large=1000000000000000000000&flag=false"
                        + "&mixed=1&mixed=2&mixed=0.5&mixed=true");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void query_numberThatIsNotFinite_isRefusedNamingTheParameter(double value) {
        assertThatThrownBy(() -> list().query("score", value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'score'");
    }

    @Test
    void query_elementOfAnotherType_isRefusedNamingTheParameter() {
        assertThatThrownBy(() -> list().query("filter", List.of(new Object()), ParameterStyle.FORM))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'filter'")
                .hasMessageContaining("java.lang.Object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"conversations", "", "/a/{b", "/a/b}", "/a/{}", "/a?x={y}", "/a?", "/a b", "/a#b", "/100%"})
    void operation_illegalPathTemplate_isRefused(String template) {
        assertThatThrownBy(() -> new Operation("x", "GET", template))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + template + "'");
    }

    @Test
    void query_literalOfThePath_standsBeforeTheParameters() {
        Operation beta = new Operation("beta.responses.retrieve", "GET", "/responses/{id}?beta=true&x=%20");

        assertThat(beta.request().path("id", "r").query("limit", 2).target())
                .isEqualTo("/responses/r?beta=true&x=%20&limit=2");
        assertThat(beta.request().path("id", "r").target(List.of(Map.entry("beta", "false"), Map.entry("v", "1"))))
                .isEqualTo("/responses/r?beta=true&x=%20&v=1");
        assertThat(beta).hasToString("GET /responses/{id}?beta=true&x=%20");
    }

    @Test
    void toString_ofARequest_showsNoValue() {
        RequestBuilder request = list().query("after", "private").header("x-note", "private");

        assertThat(request).hasToString("GET /conversations/{conversation_id}/items");
    }

    private static RequestBuilder list() {
        return Calls.LIST.request().path("conversation_id", "conv_1");
    }
}
