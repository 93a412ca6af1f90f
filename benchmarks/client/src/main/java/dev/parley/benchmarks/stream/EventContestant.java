package dev.parley.benchmarks.stream;

/** Who reads events, and from where. */
enum EventContestant {
    PARLEY("Parley", false),
    PARLEY_PUBLISHER("Parley, publisher", false),
    OFFICIAL("openai-java 4.101.0", false),
    BARE("java.net.http and lines", false),
    PARLEY_MEMORY("Parley", true),
    OFFICIAL_MEMORY("openai-java 4.101.0", true),
    BARE_MEMORY("lines", true);

    final String label;
    final boolean fromMemory;

    EventContestant(String label, boolean fromMemory) {
        this.label = label;
        this.fromMemory = fromMemory;
    }

    EventSource source(String baseUrl) {
        return switch (this) {
            case PARLEY -> ParleyEvents.pulled(baseUrl);
            case PARLEY_PUBLISHER -> ParleyEvents.published(baseUrl);
            case OFFICIAL -> OfficialEvents.pulled(baseUrl);
            case BARE -> BareLines.pulled(baseUrl);
            case PARLEY_MEMORY -> ParleyEvents.pulledFromMemory(ParleyEvents.joined());
            case OFFICIAL_MEMORY -> OfficialEvents.pulledFromMemory(ParleyEvents.joined());
            case BARE_MEMORY -> BareLines.pulledFromMemory(ParleyEvents.joined());
        };
    }
}
