package dev.parley.benchmarks.codec;

import dev.parley.benchmarks.codec.pages.Page;
import tools.jackson.databind.json.JsonMapper;

/** jackson-databind with its tree. */
final class DatabindTree implements Decoding {
    private final JsonMapper mapper = JsonMapper.builder().build();

    @Override
    public Object decode(byte[] json) {
        return mapper.readTree(json);
    }

    @Override
    public void verify(Object decoded, Page page) {
        Expected.equal(mapper.readTree(page.bytes()), decoded);
    }
}
