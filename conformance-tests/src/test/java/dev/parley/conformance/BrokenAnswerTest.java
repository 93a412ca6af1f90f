package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.openai.OpenAiClient;
import dev.parley.openai.model.Conversation;
import dev.parley.openai.model.ConversationItem;
import dev.parley.openai.model.ConversationItemList;
import dev.parley.runtime.error.DecodingException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An answer that does not fit as a whole says where, and stays readable. */
class BrokenAnswerTest {

    private static final String ITEM = "{'type':'compaction','id':'a','encrypted_content':''}";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'object':'list','data':[],'has_more':'no'} | $.has_more | expected a boolean, found a string",
                "{'object':'list','data':{},'has_more':false} | $.data | expected an array, found an object",
                "{'object':'list','data':[],'has_more':null} | $.has_more | expected a boolean, found null",
                "{'object':'list','data':[],'has_more':true,'last_id':3}|$.last_id|expected a string, found a number",
                "{'object':'list','data':[]} | $ | missing required member 'has_more'",
                "{} | $ | missing required members 'object', 'data', 'has_more'",
                "[] | $ | expected an object, found an array",
                "'page' | $ | expected an object, found a string",
                "null | $ | expected an object, found null"
            })
    void list_pageThatDoesNotFit_throwsWithThePlaceAndTheBody(String answer, String path, String reason) {
        String body = json(answer);

        DecodingException e = answeredWith(body);

        assertThat(e.path()).isEqualTo(path);
        assertThat(e.reason()).isEqualTo(reason);
        assertThat(e.bodyText()).isEqualTo(body);
        assertThat(e.body()).isEqualTo(body.getBytes(StandardCharsets.UTF_8));
        assertThat(e).hasMessage(path + ": " + reason);
    }

    @ParameterizedTest
    @CsvSource({
        "4, $",
        "12, $.object",
        "25, $.data",
        "35, $.data[0].type",
        "60, $.data[0].id",
        "77, $.data[0].encrypted_content",
        "78, $.data[0]",
        "79, $.data",
        "96, $.has_more"
    })
    void list_truncatedPage_throwsWithThePlaceWhereItEnds(int length, String path) {
        String page = json("{'object':'list','data':[" + ITEM + "],'has_more':false}");
        String body = page.substring(0, length);

        DecodingException e = answeredWith(body);

        assertThat(e.reason()).startsWith("not JSON: ");
        assertThat(e.path()).isEqualTo(path);
        assertThat(e.bodyText()).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"x", "{}", "]", "null", "/* done */"})
    void list_garbageBehindThePage_throws(String garbage) {
        String body = json("{'object':'list','data':[" + ITEM + "],'has_more':false}") + garbage;

        DecodingException e = answeredWith(body);

        assertThat(e.path()).isEqualTo("$");
        assertThat(e.bodyText()).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource({"''", "' '", "<html>"})
    void list_noJsonAtAll_throws(String body) {
        DecodingException e = answeredWith(body);

        assertThat(e.path()).isEqualTo("$");
        assertThat(e.bodyText()).isEqualTo(body);
    }

    @Test
    void list_malformedInsideAnItem_throwsWithThePlace() {
        DecodingException e = answeredWith(
                "{\"object\":\"list\",\"data\":[{\"type\":\"hologram\",\"depth\":[1,tru]}],\"has_more\":false}");

        assertThat(e.path()).isEqualTo("$.data[0].depth[1]");
        assertThat(e.reason()).startsWith("not JSON: ");
    }

    @Test
    void fromJson_brokenPage_throwsAsTheClientDoes() {
        String page = json("{'object':'list','data':[" + ITEM + "],'has_more':'no'}");

        DecodingException e = catchThrowableOfType(DecodingException.class, () -> ConversationItemList.fromJson(page));

        assertThat(e).hasMessage("$.has_more: expected a boolean, found a string");
    }

    @Test
    void fromJson_conversationWithWrongMember_throwsAndAnItemDoesNot() {
        DecodingException e = catchThrowableOfType(
                DecodingException.class,
                () -> Conversation.fromJson("{\"id\":7,\"object\":\"conversation\",\"created_at\":1,\"metadata\":{}}"));

        assertThat(e).hasMessage("$.id: expected a string, found a number");
        assertThat(ConversationItem.fromJson("{\"type\":\"message\",\"id\":7}"))
                .isInstanceOf(ConversationItem.Unknown.class);
    }

    @Test
    void retrieve_conversationWithAnotherConstant_keepsIt() {
        String body = "{\"id\":\"conv_1\",\"object\":\"chat\",\"created_at\":1.0,\"metadata\":null}";

        Conversation conversation = Conversation.fromJson(body);

        assertThat(conversation.object()).isEqualTo("conversation");
        assertThat(conversation.createdAt()).isEqualTo(1);
        assertThat(conversation.toJson()).contains("\"object\":\"chat\"").contains("\"metadata\":null");
    }

    private static DecodingException answeredWith(String body) {
        try (LoopbackServer server = LoopbackServer.answering(200, body);
                OpenAiClient client = server.client()) {
            return catchThrowableOfType(
                    DecodingException.class,
                    () -> client.conversations().items().list("conv_1"));
        }
    }

    private static String json(String quoted) {
        return quoted.strip().replace('\'', '"');
    }
}
