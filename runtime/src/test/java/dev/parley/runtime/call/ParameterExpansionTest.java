package dev.parley.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.runtime.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables of RFC 6570, section 3.2, and of OpenAPI's Style Examples, and what they leave open. */
class ParameterExpansionTest {

    private static final Object LIST = List.of("red", "green", "blue");
    private static final Map<String, Object> KEYS = new LinkedHashMap<>();

    static {
        KEYS.put("semi", ";");
        KEYS.put("dot", ".");
        KEYS.put("comma", ",");
    }

    private static String path(Object value, ParameterStyle style) {
        return new Operation("x", "GET", "/{v}")
                .request()
                .path("v", value, style)
                .target()
                .substring(1);
    }

    private static String query(Object value, ParameterStyle style) {
        String target = Calls.CREATE.request().query("v", value, style).target();
        return target.substring("/conversations".length());
    }

    private static String cookie(Object value, ParameterStyle style) {
        Operation operation = Calls.CREATE;
        return ParameterExpansion.cookies(operation + ": cookie 'v'", "v", value, style).stream()
                .map(pair -> pair.name() + "=" + pair.value())
                .collect(Collectors.joining("; "));
    }

    private static Object of(String value) {
        return switch (value) {
            case "list" -> LIST;
            case "keys" -> KEYS;
            default -> value.equals("empty") ? "" : value;
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "value SIMPLE value",
                "Hello! SIMPLE Hello%21",
                "a/b SIMPLE a%2Fb",
                "list SIMPLE red,green,blue",
                "list SIMPLE_EXPLODED red,green,blue",
                "keys SIMPLE semi,%3B,dot,.,comma,%2C",
                "keys SIMPLE_EXPLODED semi=%3B,dot=.,comma=%2C",
                "value LABEL .value",
                "list LABEL .red,green,blue",
                "list LABEL_EXPLODED .red.green.blue",
                "keys LABEL .semi,%3B,dot,.,comma,%2C",
                "value MATRIX ;v=value",
                "empty MATRIX ;v",
                "list MATRIX ;v=red,green,blue",
                "list MATRIX_EXPLODED ;v=red;v=green;v=blue",
                "keys MATRIX ;v=semi,%3B,dot,.,comma,%2C",
                "keys MATRIX_EXPLODED ;semi=%3B;dot=.;comma=%2C",
                "list JSON %5B%22red%22%2C%22green%22%2C%22blue%22%5D"
            })
    void path_style_expandsAsTheTablesSay(String value, ParameterStyle style, String expanded) {
        assertThat(path(of(value), style)).isEqualTo(expanded);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "value FORM ?v=value",
                "empty FORM_EXPLODED ?v=",
                "list FORM ?v=red,green,blue",
                "list FORM_EXPLODED ?v=red&v=green&v=blue",
                "keys FORM ?v=semi,%3B,dot,.,comma,%2C",
                "keys FORM_EXPLODED ?semi=%3B&dot=.&comma=%2C",
                "list SPACE_DELIMITED ?v=red%20green%20blue",
                "keys SPACE_DELIMITED ?v=semi%20%3B%20dot%20.%20comma%20%2C",
                "list PIPE_DELIMITED ?v=red%7Cgreen%7Cblue",
                "keys DEEP_OBJECT ?v%5Bsemi%5D=%3B&v%5Bdot%5D=.&v%5Bcomma%5D=%2C",
                "list DEEP_OBJECT ?v%5B%5D=red&v%5B%5D=green&v%5B%5D=blue",
                "value DEEP_OBJECT ?v=value",
                "keys JSON ?v=%7B%22semi%22%3A%22%3B%22%2C%22dot%22%3A%22.%22%2C%22comma%22%3A%22%2C%22%7D"
            })
    void query_style_expandsAsTheTablesSay(String value, ParameterStyle style, String expanded) {
        assertThat(query(of(value), style)).isEqualTo(expanded);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "a;b FORM_EXPLODED v=a%3Bb",
                "list FORM v=red%2Cgreen%2Cblue",
                "list FORM_EXPLODED 'v=red; v=green; v=blue'",
                "list JSON v=%5B%22red%22%2C%22green%22%2C%22blue%22%5D"
            })
    void cookie_style_isEncodedForOneHeader(String value, ParameterStyle style, String expanded) {
        assertThat(cookie(of(value), style)).isEqualTo(expanded);
    }

    @Test
    void query_deepObject_nestsBracketsAndEndsListsInThem() {
        JsonValue value =
                JsonValue.parse("{\"a\":{\"b\":{\"c\":1.0}},\"ids\":[1,true],\"none\":null,\"flags[]\":[\"x\"]}");

        assertThat(query(value, ParameterStyle.DEEP_OBJECT))
                .isEqualTo(
                        "?v%5Ba%5D%5Bb%5D%5Bc%5D=1&v%5Bids%5D%5B%5D=1&v%5Bids%5D%5B%5D=true&v%5Bflags%5B%5D%5D%5B%5D=x");
    }

    @Test
    void query_nameThatEndsInBrackets_getsNoSecondPair() {
        String target = Calls.CREATE
                .request()
                .query("ids[]", List.of("a", "b"), ParameterStyle.DEEP_OBJECT)
                .target();

        assertThat(target).isEqualTo("/conversations?ids%5B%5D=a&ids%5B%5D=b");
    }

    @Test
    void queryReserved_keepsWhatDoesNotChangeTheQuery() {
        String target = Calls.CREATE
                .request()
                .queryReserved("v", "a/b?c:d@!$'()*,;= %41 %4 &+#[]", ParameterStyle.FORM_EXPLODED)
                .target();

        assertThat(target).isEqualTo("/conversations?v=a/b?c:d@!$'()*,;=%20%41%20%254%20%26%2B%23%5B%5D");
    }

    @Test
    void header_style_isNotEncoded() {
        RequestBuilder call = Calls.CREATE
                .request()
                .header("X-List", List.of("a b", 2L), ParameterStyle.SIMPLE)
                .header("X-Object", Map.of("R", 100L), ParameterStyle.SIMPLE_EXPLODED)
                .header("X-Json", Map.of("ü", List.of()), ParameterStyle.JSON)
                .header("X-None", List.of(), ParameterStyle.SIMPLE);

        assertThat(call.headers().first("x-list")).isEqualTo("a b,2");
        assertThat(call.headers().first("x-object")).isEqualTo("R=100");
        assertThat(call.headers().first("x-json")).isEqualTo("{\"\\u00fc\":[]}");
        assertThat(call.headers().contains("x-none")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = ParameterStyle.class,
            names = {"FORM", "FORM_EXPLODED", "SPACE_DELIMITED", "PIPE_DELIMITED"})
    void query_objectWithinAnother_isRefusedNamingTheParameterOnly(ParameterStyle style) {
        JsonValue nested = JsonValue.parse("{\"a\":{\"b\":\"private\"}}");

        assertThatThrownBy(() -> query(nested, style))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("query parameter 'v'")
                .hasMessageContaining("object within")
                .hasMessageNotContaining("private");
    }

    @Test
    void delimiterWithinAPart_isRefusedWhereNobodyCouldTellItApart() {
        assertThatThrownBy(() -> query(List.of("private x"), ParameterStyle.SPACE_DELIMITED))
                .hasMessageContaining("' '")
                .hasMessageNotContaining("private");
        assertThatThrownBy(() -> query(List.of("a|b"), ParameterStyle.PIPE_DELIMITED))
                .hasMessageContaining("'|'");
        assertThatThrownBy(() -> cookie(List.of("a,b"), ParameterStyle.FORM)).hasMessageContaining("','");
        assertThatThrownBy(() -> path(List.of("1.5"), ParameterStyle.LABEL_EXPLODED))
                .hasMessageContaining("'.'");
        assertThatThrownBy(() -> Calls.CREATE.request().header("x-a", List.of("a,b"), ParameterStyle.SIMPLE))
                .hasMessageContaining("header 'x-a'");
        assertThat(query(List.of("a,b"), ParameterStyle.FORM)).isEqualTo("?v=a%2Cb");
    }

    @Test
    void nullWithinAList_isRefused() {
        assertThatThrownBy(() -> query(JsonValue.parse("[1,null]"), ParameterStyle.FORM))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("null at index 1");
        assertThat(query(JsonValue.parse("null"), ParameterStyle.FORM)).isEmpty();
    }

    @Test
    void path_listOfNoneOrDots_isRefused() {
        assertThatThrownBy(() -> path(List.of(), ParameterStyle.SIMPLE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("path parameter 'v'");
        assertThatThrownBy(() -> path(List.of(".."), ParameterStyle.SIMPLE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> path("", ParameterStyle.LABEL)).isInstanceOf(IllegalArgumentException.class);
    }
}
