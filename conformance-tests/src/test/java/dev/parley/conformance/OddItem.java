package dev.parley.conformance;

import dev.parley.runtime.json.JsonValue;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A value where an item should be, and what the client makes of it.
 *
 * @param what what is odd about it
 * @param json the value
 * @param type what {@code Unknown.type()} is
 * @param problem what {@code Unknown.problem()} is, null where no variant was chosen
 */
record OddItem(
        String what, JsonValue json, String type, @Nullable String problem) {

    private static final String MISSING = "$: missing required member ";

    static Stream<OddItem> all() {
        return Stream.of(withoutVariant(), wrongPayload()).flatMap(List::stream);
    }

    private static List<OddItem> withoutVariant() {
        return List.of(
                odd("unknown type", "{'type':'hologram','id':'holo_1','depth':{'mm':[1.50,null]}}", "hologram", null),
                odd("type in another case", "{'type':'Message','id':'m','role':'user'}", "Message", null),
                odd("empty type", "{'type':'','id':'m'}", "", null),
                odd("tag missing", "{'id':'m','role':'user','content':[]}", "", null),
                odd("tag null", "{'type':null,'id':'m'}", "", null),
                odd("tag a number", "{'type':7,'id':'m'}", "", null),
                odd("tag an object", "{'type':{'type':'message'},'id':'m'}", "", null),
                odd("tag only nested", "{'inner':{'type':'message'}}", "", null),
                odd("no members", "{}", "", null),
                odd("a string", "'message'", "", null),
                odd("a number", "-0.50e+1", "", null),
                odd("a boolean", "true", "", null),
                odd("null", "null", "", null),
                odd("an array", "[{'type':'message'}]", "", null));
    }

    private static List<OddItem> wrongPayload() {
        return List.of(
                odd(
                        "wrong kind of a string",
                        "{'type':'compaction','id':5,'encrypted_content':''}",
                        "compaction",
                        "$.id: expected a string, found a number"),
                odd(
                        "wrong kind of an enum",
                        "{'type':'message','id':'m','status':{},'role':'user','content':[]}",
                        "message",
                        "$.status: expected a string, found an object"),
                odd(
                        "wrong kind of a list, tag last",
                        "{'id':'m','status':'completed','role':'user','content':'Hi','type':'message'}",
                        "message",
                        "$.content: expected an array, found a string"),
                odd(
                        "wrong kind of a boolean",
                        "{'type':'mcp_approval_response','id':'a','approval_request_id':'r','approve':'yes'}",
                        "mcp_approval_response",
                        "$.approve: expected a boolean, found a string"),
                odd(
                        "wrong kind of a number, nested",
                        "{'type':'shell_call','id':'s','call_id':'c','status':'completed','action':"
                                + "{'commands':[],'timeout_ms':'soon','max_output_length':null}}",
                        "shell_call",
                        "$.action.timeout_ms: expected a number, found a string"),
                odd(
                        "a fraction for an integer",
                        "{'type':'shell_call_output','id':'s','call_id':'c','status':'completed','output':[],"
                                + "'max_output_length':1.5}",
                        "shell_call_output",
                        "$.max_output_length: expected a 64-bit integer, found 1.5"),
                odd(
                        "wrong kind deep in a list",
                        "{'type':'reasoning','id':'r','summary':[{'type':'summary_text','text':'a'},"
                                + "{'type':'summary_text','text':['b']}]}",
                        "reasoning",
                        "$.summary[1].text: expected a string, found an array"),
                odd(
                        "one missing member",
                        "{'type':'program','id':'p','call_id':'c','code':''}",
                        "program",
                        MISSING + "'fingerprint'"),
                odd(
                        "several missing members",
                        "{'type':'message','role':'user'}",
                        "message",
                        "$: missing required members 'id', 'content'"),
                odd(
                        "missing member of a nested object",
                        "{'type':'computer_call','id':'c','call_id':'c','pending_safety_checks':[{'code':'x'}],"
                                + "'status':'completed'}",
                        "computer_call",
                        "$.pending_safety_checks[0]: missing required member 'id'"),
                odd(
                        "null for a required member",
                        "{'type':'compaction','id':null,'encrypted_content':''}",
                        "compaction",
                        "$.id: expected a string, found null"),
                odd(
                        "null in a list",
                        "{'type':'file_search_call','id':'f','status':'completed','queries':['a',null]}",
                        "file_search_call",
                        "$.queries[1]: expected a string, found null"));
    }

    @Override
    public String toString() {
        return what;
    }

    private static OddItem odd(String what, String json, String type, @Nullable String problem) {
        return new OddItem(what, Trees.parse(json), type, problem);
    }
}
