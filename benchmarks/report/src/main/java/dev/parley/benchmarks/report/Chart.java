package dev.parley.benchmarks.report;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Draws a panel as horizontal bars, in SVG that needs neither a script nor a font. */
final class Chart {

    private static final int WIDTH = 720;
    private static final int MARGIN = 16;
    private static final int ROW = 20;
    private static final int BAR = 12;
    private static final int HEAD = 66;
    private static final int GAP = 34;
    private static final int WIDEST_NAME = 270;
    private static final int WIDEST_DECADE = 76;

    /** A wide guess at the width of a letter of the size of labels, for no font is known here. */
    private static final double LETTER = 6.5;

    private final String title;
    private final Panel panel;
    private final Theme theme;
    private final Scale scale;
    private final double left;
    private final double room;
    private final StringBuilder svg = new StringBuilder();

    private Chart(String title, Panel panel, Theme theme) {
        this.title = title;
        this.panel = panel;
        this.theme = theme;
        this.scale = Scale.of(panel);
        this.left = MARGIN + Math.min(WIDEST_NAME, longest(measurements().map(Measurement::contestant)) * LETTER) + 14;
        double values = longest(panel.scenarios().stream()
                        .flatMap(scenario ->
                                scenario.measurements().stream().map(measurement -> label(measurement, scenario))))
                * LETTER;
        this.room = WIDTH - MARGIN - values - 8 - left;
    }

    /** Draws the figures of one unit, headed by the title of their result. */
    static String draw(String title, Panel panel, Theme theme) {
        return new Chart(title, panel, theme).draw();
    }

    private String draw() {
        int body = panel.scenarios().stream()
                .mapToInt(scenario -> GAP + ROW * scenario.measurements().size())
                .sum();
        int height = HEAD + body + (scale == Scale.LOGARITHMIC ? 28 : 12);
        line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\""
                        + " aria-labelledby=\"title desc\" font-family=\"system-ui, -apple-system, 'Segoe UI', Roboto,"
                        + " 'Noto Sans', Ubuntu, sans-serif\" font-size=\"12\" fill=\"%s\">",
                WIDTH, height, WIDTH, height, theme.text);
        line("<title id=\"title\">%s</title>", Escape.xml(title + ", " + panel.unit()));
        line("<desc id=\"desc\">%s</desc>", Escape.xml(description()));
        line("<rect width=\"%d\" height=\"%d\" fill=\"%s\"/>", WIDTH, height, theme.ground);
        text(MARGIN, 26, "font-size=\"15\" font-weight=\"600\"", fitted(title, WIDTH - 2 * MARGIN, 8.2));
        text(MARGIN, 45, "font-weight=\"600\"", panel.unit() + ", " + panel.better());
        text(MARGIN, 62, "fill=\"" + theme.muted + "\"", legend());
        if (scale == Scale.LOGARITHMIC) {
            decades(HEAD + 10, HEAD + body);
        }
        int y = HEAD;
        for (Panel.Scenario scenario : panel.scenarios()) {
            text(MARGIN, y + 24, "font-weight=\"600\"", fitted(scenario.name(), WIDTH - 2 * MARGIN, 7.2));
            y += GAP;
            line(
                    "<path d=\"M%s %dV%d\" stroke=\"%s\"/>",
                    at(left), y - 1, y + ROW * scenario.measurements().size() - 3, theme.muted);
            for (Measurement measurement : scenario.measurements()) {
                row(measurement, scenario, y);
                y += ROW;
            }
        }
        svg.append("</svg>\n");
        return svg.toString();
    }

    private void row(Measurement measurement, Panel.Scenario scenario, int y) {
        boolean parley = Panel.isParley(measurement);
        String weight = parley ? "font-weight=\"700\"" : "";
        text(MARGIN, y + BAR + 1, weight, fitted(measurement.contestant(), left - 14 - MARGIN, LETTER));
        double bar = room * scale.length(measurement.median(), scenario, panel);
        line(
                "<rect x=\"%s\" y=\"%d\" width=\"%s\" height=\"%d\" fill=\"%s\"/>",
                at(left), y + 2, at(bar), BAR, parley ? theme.parley : theme.peer);
        double end = left + bar;
        if (measurement.certainty() == Certainty.ROUNDS) {
            double from = left + room * scale.length(least(measurement), scenario, panel);
            double to = left + room * scale.length(most(measurement), scenario, panel);
            line(
                    "<path d=\"M%s %dH%s\" stroke=\"%s\" stroke-width=\"1.5\"/>",
                    at(from), y + 2 + BAR / 2, at(to), theme.text);
            end = Math.max(end, to);
        }
        text(end + 6, y + BAR + 1, weight, label(measurement, scenario));
    }

    private void decades(int top, int bottom) {
        int first = Scale.firstDecade(panel);
        int last = Scale.lastDecade(panel);
        int every = (int) Math.ceil(WIDEST_DECADE * (last - first) / room);
        for (int decade = first; decade <= last; decade++) {
            double x = left + room * (decade - first) / (last - first);
            line("<path d=\"M%s %dV%d\" stroke=\"%s\"/>", at(x), top, bottom, theme.line);
            if ((decade - first) % every == 0) {
                text(
                        x,
                        bottom + 16,
                        "text-anchor=\"middle\" font-size=\"11\" fill=\"" + theme.muted + "\"",
                        Figures.decade(decade));
            }
        }
    }

    private String legend() {
        boolean spread = measurements().anyMatch(measurement -> measurement.certainty() == Certainty.ROUNDS);
        boolean exact = measurements().allMatch(measurement -> measurement.certainty() == Certainty.EXACT);
        boolean parley = measurements().anyMatch(Panel::isParley);
        return scale.caption
                + (spread ? " Thin line: least to most of the rounds." : exact ? " Exact figures." : " Measured once.")
                + (parley ? " In brackets: times Parley's." : "");
    }

    private String description() {
        StringBuilder description = new StringBuilder(panel.better()).append('.');
        for (Panel.Scenario scenario : panel.scenarios()) {
            description.append(' ').append(scenario.name()).append(": ");
            description.append(String.join(
                    "; ",
                    scenario.measurements().stream()
                            .map(measurement -> measurement.contestant() + " " + label(measurement, scenario))
                            .toList()));
            description.append('.');
        }
        return description.toString();
    }

    private static String label(Measurement measurement, Panel.Scenario scenario) {
        String figure = Figures.median(measurement);
        return scenario.parley()
                .filter(parley -> !parley.equals(measurement))
                .map(parley -> Comparison.of(measurement, parley))
                .filter(Comparison::known)
                .map(comparison -> figure + " (" + Figures.ratio(comparison.ratio()) + " ×)")
                .orElse(figure);
    }

    private Stream<Measurement> measurements() {
        return panel.scenarios().stream().flatMap(scenario -> scenario.measurements().stream());
    }

    private static int longest(Stream<String> texts) {
        OptionalInt longest =
                texts.mapToInt(text -> text.codePointCount(0, text.length())).max();
        return longest.orElse(0);
    }

    private static double least(Measurement measurement) {
        return measurement.rounds().stream()
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(0);
    }

    private static double most(Measurement measurement) {
        return measurement.rounds().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }

    /** Cuts what is too long; the table of the page has it whole. */
    private static String fitted(String text, double width, double letter) {
        int letters = (int) (width / letter);
        if (text.codePointCount(0, text.length()) <= letters) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, Math.max(letters - 1, 0)))
                        .strip() + "…";
    }

    private void text(double x, int y, String attributes, String text) {
        line(
                "<text x=\"%s\" y=\"%d\"%s>%s</text>",
                at(x), y, attributes.isEmpty() ? "" : " " + attributes, Escape.xml(text));
    }

    private void line(String format, Object... arguments) {
        svg.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }

    private static String at(double place) {
        return String.format(Locale.ROOT, "%.1f", place);
    }
}
