package dev.parley.benchmarks.codec;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.ByteArrayBuilder;

/** jackson-core alone, which copies each event from a parser over the page to a generator. */
final class EventCopy implements Encoding {
    private final JsonFactory factory = new JsonFactory();

    @Override
    public Object prepare(byte[] json) {
        return json;
    }

    @Override
    public byte[] encode(Object prepared) {
        try (ByteArrayBuilder out = new ByteArrayBuilder(factory._getBufferRecycler())) {
            try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), (byte[]) prepared);
                    JsonGenerator generator = factory.createGenerator(ObjectWriteContext.empty(), out)) {
                while (parser.nextToken() != null) {
                    generator.copyCurrentEvent(parser);
                }
            }
            return out.getClearAndRelease();
        }
    }

    @Override
    public boolean lossless() {
        return true;
    }
}
