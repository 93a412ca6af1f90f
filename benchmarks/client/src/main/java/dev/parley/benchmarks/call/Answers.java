package dev.parley.benchmarks.call;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What the server of these benchmarks answers, encoded once. */
public final class Answers {

    /** How many items a page holds. */
    public static final int ITEMS_OF_A_PAGE = 100;

    /** What the identifiers of the last items of pages start with; six digits, the number of the page, follow. */
    static final String CURSOR = "msg_page_";

    static final int DIGITS_OF_A_CURSOR = 6;

    private static final String MESSAGE_ID = "msg_685c6314ec248196db736327b7e54f8b05a07c4a7e49bf63";
    private static final String EVENT_HEAD = "event: response.output_text.delta\ndata: ";
    private static final String RESPONSE = """
            {"id":"resp_68e42e26e04d8193a78700864b8fa628717a166ecdcf147b","object":"response","created_at":1761318654,\
            "status":"STATUS","error":null,"incomplete_details":null,"instructions":null,"metadata":{},"model":"gpt-4.1",\
            "output":[],"parallel_tool_calls":true,"temperature":1.0,"tool_choice":"auto","tools":[],"top_p":1.0}""";

    private Answers() {}

    /** A message of a user, about 300 bytes. */
    static byte[] item() {
        return utf8(item(MESSAGE_ID));
    }

    private static String item(String id) {
        return "{\"id\":\"" + id + "\",\"type\":\"message\",\"role\":\"user\",\"status\":\"completed\",\"content\":"
                + "[{\"type\":\"input_text\",\"text\":\"What is the answer to the ultimate question of life, the"
                + " universe, and everything? Please take your time, and show each step.\"}]}";
    }

    static byte[] conversation() {
        return utf8("{\"id\":\"conv_68e42e26e04d8193a78700864b8fa628\",\"object\":\"conversation\","
                + "\"created_at\":1761318654,\"metadata\":{\"user_id\":\"user_123\"}}");
    }

    /** One of several pages; the identifier of its last item names the page. */
    static byte[] page(int number, int pages) {
        StringBuilder json = new StringBuilder("{\"object\":\"list\",\"data\":[");
        for (int i = 0; i < ITEMS_OF_A_PAGE; i++) {
            json.append(i == 0 ? "" : ",").append(item(i == ITEMS_OF_A_PAGE - 1 ? cursor(number) : MESSAGE_ID));
        }
        json.append("],\"first_id\":\"").append(MESSAGE_ID);
        json.append("\",\"last_id\":\"").append(cursor(number));
        json.append("\",\"has_more\":").append(number + 1 < pages).append('}');
        return utf8(json.toString());
    }

    private static String cursor(int page) {
        return CURSOR + String.format(Locale.ROOT, "%0" + DIGITS_OF_A_CURSOR + "d", page);
    }

    /** The events of a response that is a text of so many pieces, each event as the real service words it. */
    public static byte[][] events(int deltas) {
        byte[][] events = new byte[deltas + 2][];
        events[0] = responseEvent("created", "in_progress", 0);
        for (int i = 1; i <= deltas; i++) {
            events[i] = utf8(EVENT_HEAD + "{\"type\":\"response.output_text.delta\",\"item_id\":\"" + MESSAGE_ID
                    + "\",\"output_index\":0,\"content_index\":0,\"delta\":\" word" + i
                    + "\",\"logprobs\":[],\"obfuscation\":\"QJgacCA8k3BL\",\"sequence_number\":" + i + "}\n\n");
        }
        events[deltas + 1] = responseEvent("completed", "completed", deltas + 1);
        return events;
    }

    private static byte[] responseEvent(String name, String status, int number) {
        return utf8("event: response." + name + "\ndata: {\"type\":\"response." + name + "\",\"response\":"
                + RESPONSE.replace("STATUS", status) + ",\"sequence_number\":" + number + "}\n\n");
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
