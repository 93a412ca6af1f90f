package dev.parley.benchmarks.codec;

import dev.parley.benchmarks.codec.pages.Page;
import dev.parley.openai.internal.ConversationItemListCodec;
import dev.parley.openai.model.ConversationItem;
import dev.parley.openai.model.ConversationItemList;
import dev.parley.runtime.codec.JsonReader;
import dev.parley.runtime.codec.JsonWriter;

/** The generated client, by the same two calls that it makes for the body of an answer and of a request. */
final class ParleyCodec implements Decoding, Encoding {

    @Override
    public ConversationItemList decode(byte[] json) {
        return JsonReader.decode(json, ConversationItemListCodec::read);
    }

    @Override
    public void verify(Object decoded, Page page) {
        ConversationItemList list = (ConversationItemList) decoded;
        for (ConversationItem item : list.data()) {
            if (item.toString().contains("Unknown[")) {
                throw new WrongOutcomeException("not known to the client: " + item);
            }
        }
        Expected.written(page, encode(decoded), true);
    }

    @Override
    public Object prepare(byte[] json) {
        return decode(json);
    }

    @Override
    public byte[] encode(Object prepared) {
        return JsonWriter.encode(prepared);
    }

    @Override
    public boolean lossless() {
        return true;
    }
}
