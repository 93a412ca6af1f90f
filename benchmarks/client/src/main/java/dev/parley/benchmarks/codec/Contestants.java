package dev.parley.benchmarks.codec;

import java.util.List;

/** Who takes part, by the names of the results. */
final class Contestants {
    static final String PARLEY = "Parley";
    static final String SCAN = "jackson-core scan";
    static final String STRING_SCAN = "jackson-core scan with strings";
    static final String TREE = "jackson-databind tree";
    static final String RECORDS = "jackson-databind records";
    static final String AVAJE = "avaje-jsonb records";
    static final String FASTJSON = "fastjson2 records";
    static final String OFFICIAL = "openai-java 4.101.0";
    static final String COPY = "jackson-core copy";
    static final String REPLAY = "jackson-core write only";

    /** All that read, the cheapest first but for ours. */
    static final List<String> READERS = List.of(PARLEY, STRING_SCAN, SCAN, TREE, RECORDS, AVAJE, FASTJSON, OFFICIAL);

    /** All that write. */
    static final List<String> WRITERS = List.of(PARLEY, COPY, REPLAY, RECORDS, AVAJE, FASTJSON, OFFICIAL);

    private Contestants() {}

    static Decoding decoding(String name) {
        return switch (name) {
            case PARLEY -> new ParleyCodec();
            case SCAN -> new TokenScan();
            case STRING_SCAN -> new StringScan();
            case TREE -> new DatabindTree();
            case RECORDS -> new DatabindRecords();
            case AVAJE -> new AvajeRecords();
            case FASTJSON -> new FastjsonRecords();
            case OFFICIAL -> new OfficialClient();
            default -> throw new IllegalArgumentException(name + " does not read");
        };
    }

    static Encoding encoding(String name) {
        return switch (name) {
            case PARLEY -> new ParleyCodec();
            case COPY -> new EventCopy();
            case REPLAY -> new EventReplay();
            case RECORDS -> new DatabindRecords();
            case AVAJE -> new AvajeRecords();
            case FASTJSON -> new FastjsonRecords();
            case OFFICIAL -> new OfficialClient();
            default -> throw new IllegalArgumentException(name + " does not write");
        };
    }
}
