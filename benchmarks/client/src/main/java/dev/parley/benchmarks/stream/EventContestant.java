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

    /**
     * Returns what it reads.
     *
     * @param baseUrl of the server
     * @param deltas how many events there are in memory beside the first and the last
     */
    EventSource source(String baseUrl, int deltas) {
        return switch (this) {
            case PARLEY -> ParleyEvents.pulled(baseUrl);
            case PARLEY_PUBLISHER -> ParleyEvents.published(baseUrl);
            case OFFICIAL -> OfficialEvents.pulled(baseUrl);
            case BARE -> BareLines.pulled(baseUrl);
            case PARLEY_MEMORY -> ParleyEvents.pulledFromMemory(ParleyEvents.joined(deltas));
            case OFFICIAL_MEMORY -> OfficialEvents.pulledFromMemory(ParleyEvents.joined(deltas));
            case BARE_MEMORY -> BareLines.pulledFromMemory(ParleyEvents.joined(deltas));
        };
    }
}
