package dev.parley.benchmarks.codec;

import dev.parley.benchmarks.codec.pages.Page;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** jackson-core alone, from the first token to the last. */
final class TokenScan implements Decoding {
    private final JsonFactory factory = new JsonFactory();

    @Override
    public Integer decode(byte[] json) {
        int tokens = 0;
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                tokens++;
            }
        }
        return tokens;
    }

    @Override
    public void verify(Object decoded, Page page) {
        Expected.equal(Expected.tokens(page.json()), decoded);
    }
}
