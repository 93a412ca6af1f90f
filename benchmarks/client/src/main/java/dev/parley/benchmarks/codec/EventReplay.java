package dev.parley.benchmarks.codec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.ByteArrayBuilder;

/** jackson-core's generator alone: writes a list of events that was made before, so that nothing is parsed. */
final class EventReplay implements Encoding {
    private final JsonFactory factory = new JsonFactory();

    private record Event(JsonToken token, @Nullable String text, long whole, double number) {}

    @Override
    public Object prepare(byte[] json) {
        List<Event> events = new ArrayList<>();
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean text = token == JsonToken.PROPERTY_NAME || token == JsonToken.VALUE_STRING;
                events.add(new Event(
                        token,
                        text ? parser.getString() : null,
                        token == JsonToken.VALUE_NUMBER_INT ? parser.getLongValue() : 0,
                        token == JsonToken.VALUE_NUMBER_FLOAT ? parser.getDoubleValue() : 0));
            }
        }
        return events.toArray(Event[]::new);
    }

    @Override
    public byte[] encode(Object prepared) {
        try (ByteArrayBuilder out = new ByteArrayBuilder(factory._getBufferRecycler())) {
            try (JsonGenerator generator = factory.createGenerator(ObjectWriteContext.empty(), out)) {
                for (Event event : (Event[]) prepared) {
                    write(generator, event);
                }
            }
            return out.getClearAndRelease();
        }
    }

    private static void write(JsonGenerator out, Event event) {
        switch (event.token()) {
            case START_OBJECT -> out.writeStartObject();
            case END_OBJECT -> out.writeEndObject();
            case START_ARRAY -> out.writeStartArray();
            case END_ARRAY -> out.writeEndArray();
            case PROPERTY_NAME -> out.writeName(event.text());
            case VALUE_STRING -> out.writeString(event.text());
            case VALUE_NUMBER_INT -> out.writeNumber(event.whole());
            case VALUE_NUMBER_FLOAT -> out.writeNumber(event.number());
            case VALUE_TRUE -> out.writeBoolean(true);
            case VALUE_FALSE -> out.writeBoolean(false);
            case VALUE_NULL -> out.writeNull();
            default -> throw new IllegalStateException("no event of a text: " + event.token());
        }
    }

    @Override
    public boolean lossless() {
        return true;
    }
}
