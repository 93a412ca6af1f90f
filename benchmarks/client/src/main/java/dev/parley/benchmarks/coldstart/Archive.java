package dev.parley.benchmarks.coldstart;

import java.nio.file.Path;

/** What a JVM may have kept of an earlier run of the same program. */
enum Archive {
    NONE("", 17, "", ""),
    CLASS_DATA(", class-data archive", 17, "-XX:ArchiveClassesAtExit=", "-XX:SharedArchiveFile="),
    AOT(", AOT cache", 25, "-XX:AOTCacheOutput=", "-XX:AOTCache=");

    private final String suffix;
    private final int since;
    private final String writing;
    private final String reading;

    Archive(String suffix, int since, String writing, String reading) {
        this.suffix = suffix;
        this.since = since;
        this.writing = writing;
        this.reading = reading;
    }

    /** Returns what the name of a scenario ends with. */
    String suffix() {
        return suffix;
    }

    boolean isIn(int version) {
        return version >= since;
    }

    String writing(Path file) {
        return writing + file;
    }

    String reading(Path file) {
        return reading + file;
    }
}
