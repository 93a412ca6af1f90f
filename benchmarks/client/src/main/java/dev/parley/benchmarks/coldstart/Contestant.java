package dev.parley.benchmarks.coldstart;

import java.util.List;

/** The programs, each a class of its own with as small a class path as it can have. */
enum Contestant {
    BARE_NET("java.net.http + token scan", BareNet.class, List.of("jackson-core-3"), true),
    PARLEY_NET("Parley over java.net.http", ParleyNet.class, Jars.PARLEY, true),
    BARE_URL("HttpURLConnection + token scan", BareUrl.class, List.of("jackson-core-3"), false),
    PARLEY_URL("Parley over HttpURLConnection", ParleyUrl.class, Jars.PARLEY, true),
    TREE_NET(
            "java.net.http + JsonNode",
            TreeNet.class,
            List.of("jackson-core-3", "jackson-databind-3", "jackson-annotations-"),
            false),
    OPENAI_JAVA("openai-java 4.101.0", OfficialSdk.class, Jars.OPENAI_JAVA, true);

    private final String label;
    private final Class<?> program;
    private final List<String> libraries;
    private final boolean builds;

    Contestant(String label, Class<?> program, List<String> libraries, boolean builds) {
        this.label = label;
        this.program = program;
        this.libraries = libraries;
        this.builds = builds;
    }

    /** Returns what the page calls it. */
    String label() {
        return label;
    }

    Class<?> program() {
        return program;
    }

    /** Returns what the names of the jars start with that it needs beside itself. */
    List<String> libraries() {
        return libraries;
    }

    /** Returns whether there is a client to be built before anything is fetched. */
    boolean builds() {
        return builds;
    }
}
