package dev.parley.benchmarks.report;

/** The colours of a chart: one hue, told from grey by its lightness as well, on the grounds that GitHub uses. */
enum Theme {
    LIGHT("light", "#ffffff", "#1f2328", "#59636e", "#d1d9e0", "#0072b2", "#9aa4af"),
    DARK("dark", "#0d1117", "#f0f6fc", "#9198a1", "#3d444d", "#3987c9", "#59616b");

    final String id;
    final String ground;
    final String text;
    final String muted;
    final String line;
    final String parley;
    final String peer;

    Theme(String id, String ground, String text, String muted, String line, String parley, String peer) {
        this.id = id;
        this.ground = ground;
        this.text = text;
        this.muted = muted;
        this.line = line;
        this.parley = parley;
        this.peer = peer;
    }
}
