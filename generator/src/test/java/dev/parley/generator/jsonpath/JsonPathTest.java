package dev.parley.generator.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries by the rules and in the manner of RFC 9535. */
class JsonPathTest {

    private static final String TREE = """
            {"a": [3, 5, 1, 2, 4, 6, {"b": "j"}, {"b": "k"}, {"b": {}}, {"b": "kilo"}],
             "o": {"p": 1, "q": 2, "r": 3, "s": 5, "t": {"u": 6}},
             "e": "f", "k.k": {"/x~": true}, "n": null, "ü": "\\uD83D\\uDE00", "d": [1, 1.0, 100, "1", true, null], "i": [1e400, "\\r"]}
            """;

    private static JsonNode tree(String json) throws JsonProcessingException {
        return new JsonMapper().readTree(json);
    }

    private static String pointers(String query, String json) throws JsonProcessingException {
        return JsonPath.compile(query).select(tree(json), new Steps(10_000)).stream()
                .map(PathNode::pointer)
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', nullValues = "-", textBlock = """
            $ ; -
            $.e ; /e
            $ . e ; refused
            $ .e ; /e
            $.ü ; /ü
            $['k.k']["/x~"] ; /k.k/~1x~0
            $["\\u00fc"] ; /ü
            $['k\\u002ek'] ; /k.k
            $.n ; /n
            $.nothing ; -
            $.e.f ; -
            $.a[1] ; /a/1
            $.a[-1] ; /a/9
            $.a[-11] ; -
            $.a[10] ; -
            $.e[0] ; -
            $.o[0] ; -
            $.a[0, 2] ; /a/0 /a/2
            $.a[0, 0] ; /a/0
            $.o['p','q'] ; /o/p /o/q
            $.a[1:3] ; /a/1 /a/2
            $.a[8:] ; /a/8 /a/9
            $.a[ 1 : 6 : 2 ] ; /a/1 /a/3 /a/5
            $.a[5:1:-2] ; /a/5 /a/3
            $.a[::-4] ; /a/9 /a/5 /a/1
            $.a[:2:0] ; -
            $.a[-2:] ; /a/8 /a/9
            $.o[:] ; -
            $.o.* ; /o/p /o/q /o/r /o/s /o/t
            $.o[*] ; /o/p /o/q /o/r /o/s /o/t
            $.o[*, *] ; /o/p /o/q /o/r /o/s /o/t
            $..u ; /o/t/u
            $..[-1] ; /a/9 /d/5 /i/1
            $.o..* ; /o/p /o/q /o/r /o/s /o/t /o/t/u
            $..['u'] ; /o/t/u
            $.a[?@.b == 'kilo'] ; /a/9
            $.a[?(@.b == "kilo")] ; /a/9
            $.a[?@ > 3.5] ; /a/1 /a/4 /a/5
            $.a[?@.b] ; /a/6 /a/7 /a/8 /a/9
            $[?@.*] ; /a /o /k.k /d /i
            $[?@[?@.b]] ; /a
            $.o[?@ < 3, ?@ < 3] ; /o/p /o/q
            $.a[?@ < 2 || @.b == 'k'] ; /a/2 /a/7
            $.o[?@ > 1 && @ < 4] ; /o/q /o/r
            $.o[?@.u || @.x] ; /o/t
            $.a[?@.b == $.x] ; /a/0 /a/1 /a/2 /a/3 /a/4 /a/5
            $.a[?@ == @] ; /a/0 /a/1 /a/2 /a/3 /a/4 /a/5 /a/6 /a/7 /a/8 /a/9
            $.a[?!@.b] ; /a/0 /a/1 /a/2 /a/3 /a/4 /a/5
            $.a[?!(@.b == 'j' || @ > 0)] ; /a/7 /a/8 /a/9
            $.a[?@.b != 'j' && @.b] ; /a/7 /a/8 /a/9
            $.d[?@ == 1] ; /d/0 /d/1
            $.d[?@ == 1e2] ; /d/2
            $.d[?@ == '1'] ; /d/3
            $.d[?@ == true] ; /d/4
            $.d[?@ == null] ; /d/5
            $.d[?@ <= '1'] ; /d/3
            $.d[?@ >= true] ; /d/4
            $.a[?length(@.b) == 4] ; /a/9
            $[?length(@) == 1] ; /e /k.k /ü
            $.a[?@<3] ; /a/2 /a/3
            $.a[?@.b=='j'||@.b=='k'] ; /a/6 /a/7
            $.o[?@>=3&&@!=5] ; /o/r
            $[?@ == $.a] ; /a
            $.d[?@ == $.o.p] ; /d/0 /d/1
            $.a[?@.b < 'k'] ; /a/6
            $[?@ > '\uFFFF'] ; /ü
            $.i[?@ > 1e300] ; /i/0
            $.i[?match(@, '.')] ; -
            $.i[?match(@, '[^a]')] ; /i/1
            $[?count(@.*) > 5] ; /a /d
            $[?value(@.u) == 6] ; -
            $.o[?value(@..u) == 6] ; /o/t
            $.a[?match(@.b, 'k.*')] ; /a/7 /a/9
            $.a[?match(@.b, '[jk]')] ; /a/6 /a/7
            $.a[?search(@.b, 'l')] ; /a/9
            $.a[?!search(@.b, '[')] ; /a/0 /a/1 /a/2 /a/3 /a/4 /a/5 /a/6 /a/7 /a/8 /a/9
            """)
    void select_byAQuery_findsWhatTheStandardSays(String query, String expected) throws JsonProcessingException {
        if (expected != null && expected.equals("refused")) {
            assertThatThrownBy(() -> JsonPath.compile(query)).isInstanceOf(JsonPathException.class);
        } else {
            assertThat(pointers(query, TREE)).isEqualTo(expected == null ? "" : expected);
        }
    }

    /** The queries that the Overlay specification shows. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            $.paths['/foo'].get ; /paths/~1foo/get
            $.paths.*.get ; /paths/~1foo/get /paths/~1bar/get
            $.paths.*.get.parameters[?@.name=='filter' && @.in=='query'] ; /paths/~1foo/get/parameters/1
            $.paths.*.get.tags[?@ == 'dummy'] ; /paths/~1bar/get/tags/0
            $.paths[?(@.get['x-oai-traits'][?(@ == 'paged')])].get ; /paths/~1bar/get
            $.paths["/bar"] ; /paths/~1bar
            """)
    void select_byTheQueriesOfTheOverlaySpecification_findsWhatIsMeant(String query, String expected)
            throws JsonProcessingException {
        assertThat(pointers(query, """
                {"paths": {
                  "/foo": {"get": {"parameters": [{"name": "filter", "in": "path"}, {"name": "filter", "in": "query"}]}},
                  "/bar": {"get": {"tags": ["dummy"], "x-oai-traits": ["paged"]}, "post": {}}}}
                """)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "@.a",
                " $",
                "$ ",
                "$.",
                "$..",
                "$.a.",
                "$.a-b",
                "$.1",
                "$[",
                "$[]",
                "$['a'",
                "$['a',]",
                "$[a]",
                "$['a\\x']",
                "$['\\u12']",
                "$[01]",
                "$[-0]",
                "$[1.0]",
                "$[9007199254740992]",
                "$[99999999999999999999]",
                "$[1:2:3:4]",
                "$[?]",
                "$[?@.a ==]",
                "$[?@.a = 1]",
                "$[?@.a == x]",
                "$[?@.* == 1]",
                "$[?1 == @..a]",
                "$[?@.a == 'b]",
                "$[?(@.a]",
                "$[?'a']",
                "$[?true]",
                "$[?length(@.a)]",
                "$[?count(1) > 1]",
                "$[?match(@.a, 'x') == true]",
                "$[?length(@.*) > 1]",
                "$[?len(@.a) > 1]",
                "$[?first(@)]",
                "$[?match(@.a)]",
                "$.a.length()",
                "$[?@.a =~ /x/]",
                "$.a~",
                "$[?@.a &&]",
                "$[(@.length-1)]",
                "$[?!1]"
            })
    void compile_textThatIsNoQuery_isRefused(String text) {
        assertThatThrownBy(() -> JsonPath.compile(text)).isInstanceOf(JsonPathException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            $.a-b ; there should be . or [ before '-b'
            $.a[?@.x == order] ; a string needs quotes: 'order' before ']'
            $.a[?@.* == 1] ; only a path to one value can be compared before '1]'
            $.a[?len(@) > 1] ; there is no function len, only count, length, match, search, value before '(@) > 1]'
            $.a[?length(@)] ; length yields a value, which has to be compared before '(@)]'
            $.a['b ; there should be ' at the end
            """)
    void compile_textThatIsNoQuery_saysWhatIsWrongAndWhere(String text, String message) {
        assertThatThrownBy(() -> JsonPath.compile(text)).hasMessage(message);
    }

    @Test
    void compile_textNestedWithoutEnd_isRefused() {
        assertThatThrownBy(() -> JsonPath.compile("$[?" + "(".repeat(3000) + "@" + ")".repeat(3000) + "]"))
                .hasMessageContaining("nested deeper than 50 levels");
        assertThatThrownBy(() -> JsonPath.compile("$" + "[?@".repeat(3000)))
                .hasMessageContaining("nested deeper than 50 levels");
        assertThatThrownBy(() -> JsonPath.compile("$" + ".a".repeat(6000))).hasMessageContaining("10000 characters");
    }

    @Test
    void select_thatLooksAtTooMuch_isStopped() throws JsonProcessingException {
        JsonNode deep = tree("[".repeat(100) + "]".repeat(100));
        JsonNode text = tree("[\"" + "x".repeat(100) + "\"]");

        assertThatThrownBy(() -> JsonPath.compile("$..*..*..*..*..*").select(deep, new Steps(100_000)))
                .hasMessageContaining("it looks at too much");
        assertThatThrownBy(() ->
                        JsonPath.compile("$[?match(@, '(((x{10}){10}){10})')]").select(text, new Steps(9_000)))
                .hasMessageContaining("it looks at too much");
        assertThatThrownBy(() -> JsonPath.compile("$[?match(@, '((((x{99}){99}){99}){99})')]")
                        .select(text, new Steps(100_000)))
                .hasMessageContaining("repeats too much");
        assertThatThrownBy(() -> JsonPath.compile("$[?match(@, '" + "(".repeat(1001) + "')]")
                        .select(text, new Steps(9)))
                .hasMessageContaining("more than 1000 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$.c[?$.c[?$.a == $.b]]",
                "$.c[?$.c[?$.s < $.t]]",
                "$.c[?$.c[?length($.s) == 1]]",
                "$.c[?$.c[?match($.s, '[a-z]?[a-z]?[a-z]?[a-z]?[a-z]?')]]",
                "$.c[?$.c[?match('a', $.p) || match('a', $.q)]]"
            })
    void select_thatLooksAtLittleAgainAndAgain_isStopped(String query) throws JsonProcessingException {
        String lists = "[" + "[],".repeat(1000) + "[]]";
        JsonNode tree = tree("{\"a\": " + lists + ", \"b\": " + lists + ", \"c\": [1" + ",1".repeat(50) + "], \"s\": \""
                + "x".repeat(1000) + "\", \"t\": \"" + "x".repeat(1000) + "y\", \"p\": \"" + "b?".repeat(50)
                + "\", \"q\": \"" + "c?".repeat(50) + "\"}");

        assertThatThrownBy(() -> JsonPath.compile(query).select(tree, new Steps(100_000)))
                .hasMessageContaining("it looks at too much");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(x+x+)+y", "((x|xx)+)+y", "(x*)(x*)(x*)(x*)(x*)(x*)(x*)(x*)y", "(x|y)*z", "(|)(|)(|)y"})
    void select_byAPatternThatTriesMuch_takesLittle(String pattern) throws JsonProcessingException {
        JsonNode text = tree("[\"" + "x".repeat(2000) + "\", \"\"]");

        assertThat(JsonPath.compile("$[?match(@, '" + pattern.repeat(5) + "')]").select(text, new Steps(100_000)))
                .isEmpty();
    }

    @Test
    void depth_ofANode_countsWhatIsAround() throws JsonProcessingException {
        assertThat(JsonPath.compile("$.a[6].b").select(tree(TREE), new Steps(10)))
                .singleElement()
                .extracting(PathNode::depth)
                .isEqualTo(3);
    }
}
