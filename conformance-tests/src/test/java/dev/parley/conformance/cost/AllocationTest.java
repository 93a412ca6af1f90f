package dev.parley.conformance.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conformance.ItemFixture;
import dev.parley.openai.internal.ConversationItemListCodec;
import dev.parley.openai.model.ConversationItemList;
import dev.parley.runtime.codec.JsonReader;
import dev.parley.runtime.codec.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Guards the bytes that are allocated to read and to write a page of 100 items. The limits are today's figures
 * and ten percent: who allocates less lowers them, and who needs more says why.
 */
class AllocationTest {
    /** What the client allocates to read the page, in relation to jackson-core, which makes the same strings. */
    private static final double MEASURED_TO_DECODE = 1.13;

    /** What the client allocates to write the page, in relation to the bytes that come out. */
    private static final double MEASURED_TO_ENCODE = 1.04;

    /** What the client allocates to write free-form values, nested deep, in relation to the bytes that come out. */
    private static final double MEASURED_TO_ENCODE_TREES = 1.03;

    private static final double SLACK = 1.1;

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final byte[] PAGE = page();
    private static final byte[] DEEP_PAGE = deepPage();

    @Test
    void decode_pageOfAllTypes_allocatesLittleMoreThanItsStrings() {
        long strings = Allocation.of(AllocationTest::scanWithStrings);
        long bytes = Allocation.of(() -> JsonReader.decode(PAGE, ConversationItemListCodec::read));
        assertThat((double) bytes / strings)
                .as("%d bytes allocated to decode, %d to scan", bytes, strings)
                .isLessThan(MEASURED_TO_DECODE * SLACK);
    }

    @Test
    void encode_pageOfAllTypes_allocatesLittleMoreThanItsOutput() {
        ConversationItemList page = JsonReader.decode(PAGE, ConversationItemListCodec::read);
        int output = JsonWriter.encode(page).length;
        long bytes = Allocation.of(() -> JsonWriter.encode(page));
        assertThat((double) bytes / output)
                .as("%d bytes allocated to encode %d", bytes, output)
                .isLessThan(MEASURED_TO_ENCODE * SLACK);
    }

    @Test
    void encode_treesNestedDeep_allocatesLittleMoreThanItsOutput() {
        ConversationItemList page = JsonReader.decode(DEEP_PAGE, ConversationItemListCodec::read);
        int output = JsonWriter.encode(page).length;
        long bytes = Allocation.of(() -> JsonWriter.encode(page));
        assertThat((double) bytes / output)
                .as("%d bytes allocated to encode %d", bytes, output)
                .isLessThan(MEASURED_TO_ENCODE_TREES * SLACK);
    }

    private static Integer scanWithStrings() {
        int characters = 0;
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), PAGE)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    characters += parser.getString().length();
                }
            }
        }
        return characters;
    }

    private static byte[] page() {
        List<ItemFixture> typical = ItemFixture.all()
                .filter(fixture -> fixture.form().equals("typical"))
                .toList();
        return page(i -> typical.get(i % typical.size()).json().toJson());
    }

    /** Returns a page whose items have arguments of objects and arrays by turns. */
    private static byte[] deepPage() {
        String arguments = """
                {"level":2,"step":[""".repeat(15) + "7" + "]}".repeat(15);
        return page(i -> """
                {"type":"tool_search_call","id":"tsc_%d","status":"completed","arguments":%s,"call_id":null,\
                "execution":"server"}""".formatted(i, arguments));
    }

    private static byte[] page(IntFunction<String> item) {
        String items = IntStream.range(0, 100).mapToObj(item).collect(Collectors.joining(","));
        String page = """
                {"object":"list","data":[%s],"first_id":"a","has_more":false,"last_id":"b"}""".formatted(items);
        return page.getBytes(StandardCharsets.UTF_8);
    }
}
