package dev.parley.benchmarks.codec;

import com.alibaba.fastjson2.JSON;
import com.alibaba.fastjson2.JSONFactory;
import com.alibaba.fastjson2.PropertyNamingStrategy;
import com.alibaba.fastjson2.reader.ObjectReaderProvider;
import com.alibaba.fastjson2.writer.ObjectWriterProvider;
import dev.parley.benchmarks.codec.pages.Page;
import dev.parley.benchmarks.codec.plain.PlainPage;

/** fastjson2 with annotated records. */
final class FastjsonRecords implements Decoding, Encoding {

    FastjsonRecords() {
        ObjectReaderProvider readers = JSONFactory.getDefaultObjectReaderProvider();
        readers.setNamingStrategy(PropertyNamingStrategy.SnakeCase);
        ObjectWriterProvider writers = JSONFactory.getDefaultObjectWriterProvider();
        writers.setNamingStrategy(PropertyNamingStrategy.SnakeCase);
    }

    @Override
    public Object decode(byte[] json) {
        return JSON.parseObject(json, PlainPage.class);
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
        return JSON.toJSONBytes(prepared);
    }

    @Override
    public boolean lossless() {
        return false;
    }
}
