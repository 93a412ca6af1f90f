package dev.parley.benchmarks.codec;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.openai.core.ObjectMappers;
import com.openai.models.conversations.items.ConversationItemList;
import dev.parley.benchmarks.codec.pages.Page;
import java.io.IOException;

/** The mapper and the types of openai-java. */
final class OfficialClient implements Decoding, Encoding {
    private final ObjectReader reader = ObjectMappers.jsonMapper().readerFor(ConversationItemList.class);
    private final ObjectWriter writer = ObjectMappers.jsonMapper().writerFor(ConversationItemList.class);

    @Override
    public ConversationItemList decode(byte[] json) throws IOException {
        return reader.readValue(json);
    }

    @Override
    public void verify(Object decoded, Page page) throws IOException {
        ConversationItemList list = (ConversationItemList) decoded;
        Expected.written(page, encode(list), false);
        list.validate(); // fails if a type is not known or a member does not fit
    }

    @Override
    public Object prepare(byte[] json) throws IOException {
        return decode(json);
    }

    @Override
    public byte[] encode(Object prepared) throws IOException {
        return writer.writeValueAsBytes(prepared);
    }

    @Override
    public boolean lossless() {
        return true;
    }
}
