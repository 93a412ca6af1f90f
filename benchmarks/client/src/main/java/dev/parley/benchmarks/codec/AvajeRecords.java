package dev.parley.benchmarks.codec;

import dev.parley.benchmarks.codec.pages.Page;
import dev.parley.benchmarks.codec.plain.PlainPage;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;

/** avaje-jsonb with the adapters that it generates for annotated records. */
final class AvajeRecords implements Decoding, Encoding {
    private final JsonType<PlainPage> type = Jsonb.builder().build().type(PlainPage.class);

    @Override
    public Object decode(byte[] json) {
        return type.fromJson(json);
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
        return type.toJsonBytes((PlainPage) prepared);
    }

    @Override
    public boolean lossless() {
        return false;
    }
}
