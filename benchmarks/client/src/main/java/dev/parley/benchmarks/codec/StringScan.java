package dev.parley.benchmarks.codec;

import dev.parley.benchmarks.codec.pages.Page;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** jackson-core alone, which makes a string of each value that is one, and none of the names of members. */
final class StringScan implements Decoding {
    private final JsonFactory factory = new JsonFactory();

    @Override
    public Integer decode(byte[] json) {
        int characters = 0;
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    characters += parser.getString().length();
                }
            }
        }
        return characters;
    }

    @Override
    public void verify(Object decoded, Page page) {
        Expected.equal(Expected.characters(page.json()), decoded);
    }
}
