package dev.parley.benchmarks.codec;

import dev.parley.benchmarks.codec.pages.Page;
import dev.parley.benchmarks.codec.plain.PlainPage;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** jackson-databind with annotated records. */
final class DatabindRecords implements Decoding, Encoding {
    private final JsonMapper mapper = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private final ObjectReader reader = mapper.readerFor(PlainPage.class);
    private final ObjectWriter writer = mapper.writerFor(PlainPage.class);

    @Override
    public Object decode(byte[] json) {
        return reader.readValue(json);
    }

    @Override
    public void verify(Object decoded, Page page) {
        PlainItems.verify(decoded, page);
    }

    @Override
    public Object prepare(byte[] json) {
        return decode(json);
    }

    @Override
    public byte[] encode(Object prepared) {
        return writer.writeValueAsBytes(prepared);
    }

    @Override
    public boolean lossless() {
        return false;
    }
}
