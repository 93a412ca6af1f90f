package dev.parley.conformance.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.conformance.Trees;
import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonNull;
import dev.parley.runtime.json.JsonString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The format of the fixtures: what it holds, and what it refuses. */
class ExchangeTest {

    private static final String FILE = """
            {
              "note": "A list.",
              "source": "recorded 2026-01-31, api.example.com",
              "request": {
                "method": "POST",
                "target": "/v1/conversations/conv_1/items?include%5B%5D=a&limit=2",
                "headers": {"accept": "application/json"},
                "body": {
                  "z": {"b": 1.0, "a": [1, 2]},
                  "long": [
                    "0123456789012345678901234567890123456789",
                    "0123456789012345678901234567890123456789"
                  ],
                  "empty": []
                }
              },
              "response": {
                "status": 502,
                "headers": {},
                "text": "<html>\\n</html>"
              }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void file_readAndWritten_isTheSame() throws IOException {
        Files.writeString(folder.resolve("a.json"), FILE);

        Exchange exchange = ExchangeFile.read(folder, "a.json");
        ExchangeFile.write(folder, "b/c.json", exchange);

        assertThat(folder.resolve("b/c.json")).hasContent(FILE);
        assertThat(exchange.note()).isEqualTo("A list.");
        assertThat(exchange.request().headers()).containsExactly(Map.entry("accept", "application/json"));
        assertThat(exchange.response().status()).isEqualTo(502);
        assertThat(exchange.response().succeeded()).isFalse();
        assertThat(new String(exchange.response().body().bytes(), StandardCharsets.UTF_8))
                .isEqualTo("<html>\n</html>");
        assertThat(ExchangeFile.paths(folder)).containsExactly("a.json", "b/c.json");
    }

    @Test
    void body_thatIsNull_isNotNoBody() {
        Exchange nothing = Exchange.of("f", Trees.parse(file("'status':200,'headers':{}")));
        Exchange nullBody = Exchange.of("f", Trees.parse(file("'status':200,'headers':{},'body':null")));

        assertThat(nothing.response().body()).isEqualTo(ExchangeBody.NONE);
        assertThat(nullBody.response().body()).isEqualTo(new ExchangeBody.Json(JsonNull.INSTANCE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'status':200,'headers':{},'text':'a','body':{} | /response/text: there is a 'body', too
            'status':200,'headers':{},'bdy':{}             | /response/bdy: no such member
            'status':200,'headers':{},'text':{}            | /response/text: expected a string
            'status':200,'headers':{'Retry-After':'1'}     | /response/headers/Retry-After: a header's name
            'status':200,'headers':{'set-cookie':'a'}      | /response/headers/set-cookie: this header is never kept
            'status':200,'headers':{'retry-after':1}       | /response/headers/retry-after: expected a string
            'status':200,'headers':[]                      | /response/headers: expected an object, found []
            'status':200                                   | /response/headers: expected an object, found nothing
            'status':'200','headers':{}                    | /response/status: expected a whole number
            'status':20,'headers':{}                       | /response/status: expected a whole number
            'status':204,'headers':{},'body':1             | /response/status: an answer with 204 has no body
            """)
    void response_thatIsWrong_isRefusedWithFileAndPlace(String response, String problem) {
        assertRefused(file(response), problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'method':'GET'            | 'method':'get'              | /request/method: 'get' is none of
            'target':'/v1/a'          | 'target':'v1/a'             | /request/target: expected a path
            'target':'/v1/a'          | 'target':'/v1/a b'          | /request/target: expected a path
            'target':'/v1/a'          | 'target':'/v1/é'            | /request/target: expected a path
            'target':'/v1/a'          | 'path':'/v1/a'              | /request/path: no such member
            'note':'n'                | 'note':'a\\nb'              | /note: expected a string of one line
            'note':'n'                | 'remark':'n'                | /remark: no such member
            'source':'written'        | 'source':'found'            | /source: expected 'written' or
            """)
    void file_thatIsWrong_isRefusedWithFileAndPlace(String part, String changed, String problem) {
        assertRefused(file("'status':200,'headers':{}").replace(part, changed), problem);
    }

    @Test
    void file_thatIsNoObjectOrNoJson_isRefusedWithItsName() throws IOException {
        Files.writeString(folder.resolve("a.json"), "{\"note\":");

        assertThatExceptionOfType(ExchangeFormatException.class)
                .isThrownBy(() -> ExchangeFile.read(folder, "a.json"))
                .withMessageStartingWith("a.json: ");
        Files.writeString(folder.resolve("b.json"), FILE.replace("\"z\"", "\"empty\""));
        assertThatExceptionOfType(ExchangeFormatException.class)
                .isThrownBy(() -> ExchangeFile.read(folder, "b.json"))
                .withMessageStartingWith("b.json: ")
                .withMessageContaining("empty");
        assertRefused("[]", "f.json#: expected an object, found []");
    }

    @Test
    void print_scalarsAndDeepValues_areReadable() {
        assertThat(PrettyJson.print(new JsonString("a\"é"))).isEqualTo("\"a\\\"é\"\n");
        assertThat(PrettyJson.print(new JsonArray(List.of()))).isEqualTo("[]\n");
        assertThat(PrettyJson.print(Trees.parse("{'a':[[1],{}]}")))
                .isEqualTo("{\n  \"a\": [\n    [1],\n    {}\n  ]\n}\n");
    }

    private static void assertRefused(String json, String problem) {
        assertThatExceptionOfType(ExchangeFormatException.class)
                .isThrownBy(() -> Exchange.of("f.json", Trees.parse(json)))
                .withMessageStartingWith("f.json#")
                .withMessageContaining(problem);
    }

    private static String file(String response) {
        return "{'note':'n','source':'written','request':{'method':'GET','target':'/v1/a','headers':{}},'response':{"
                + response + "}}";
    }
}
