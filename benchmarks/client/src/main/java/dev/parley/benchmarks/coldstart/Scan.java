package dev.parley.benchmarks.coldstart;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** What the programs over a bare transport have in common. */
final class Scan {
    static final String AUTHORIZATION = "Bearer key";

    private Scan() {}

    static String address(String[] arguments) {
        return arguments[0].concat("/conversations/").concat(arguments[1]).concat("/items?limit=100");
    }

    /** Goes through all tokens, makes a string of each value that is one, and returns how many there are. */
    static String strings(byte[] json) {
        int strings = 0;
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING && !parser.getString().isEmpty()) {
                    strings++;
                }
            }
        }
        return Integer.toString(strings);
    }
}
