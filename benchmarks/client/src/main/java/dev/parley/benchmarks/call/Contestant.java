package dev.parley.benchmarks.call;

import java.util.function.Function;

/** Who makes calls, and where they wait. */
enum Contestant {
    PARLEY("Parley", Load.Mode.PLATFORM_THREADS, ParleyCaller::blocking),
    PARLEY_ASYNC("Parley, async", Load.Mode.NO_THREADS, ParleyCaller::async),
    PARLEY_URL("Parley over HttpURLConnection", Load.Mode.PLATFORM_THREADS, ParleyCaller::overUrlConnection),
    BARE("java.net.http and a token scan", Load.Mode.PLATFORM_THREADS, BareCaller::blocking),
    BARE_ASYNC("java.net.http and a token scan, async", Load.Mode.NO_THREADS, BareCaller::async),
    OFFICIAL("openai-java 4.101.0", Load.Mode.PLATFORM_THREADS, OfficialCaller::blocking),
    OFFICIAL_ASYNC("openai-java 4.101.0, async", Load.Mode.NO_THREADS, OfficialCaller::async),
    PARLEY_VIRTUAL("Parley, virtual threads", Load.Mode.VIRTUAL_THREADS, ParleyCaller::blocking),
    PARLEY_URL_VIRTUAL(
            "Parley over HttpURLConnection, virtual threads",
            Load.Mode.VIRTUAL_THREADS,
            ParleyCaller::overUrlConnection),
    BARE_VIRTUAL("java.net.http and a token scan, virtual threads", Load.Mode.VIRTUAL_THREADS, BareCaller::blocking),
    OFFICIAL_VIRTUAL("openai-java 4.101.0, virtual threads", Load.Mode.VIRTUAL_THREADS, OfficialCaller::blocking);

    final String label;
    final Load.Mode mode;
    private final Function<String, Caller> maker;

    Contestant(String label, Load.Mode mode, Function<String, Caller> maker) {
        this.label = label;
        this.mode = mode;
        this.maker = maker;
    }

    Caller caller(String baseUrl) {
        return maker.apply(baseUrl);
    }
}
