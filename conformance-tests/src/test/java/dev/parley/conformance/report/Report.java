package dev.parley.conformance.report;

import static java.util.Map.entry;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.MustacheFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the suite has shown, as pages. */
final class Report {

    private static final MustacheFactory TEMPLATES = new DefaultMustacheFactory("report");

    private final Matrix operations;
    private final Matrix items;
    private final Run run;

    Report(Collection<Evidence> evidence, Run run) {
        this.operations = Matrix.of(Subject.OPERATION, evidence);
        this.items = Matrix.of(Subject.ITEM, evidence);
        this.run = run;
    }

    List<Matrix> matrices() {
        return List.of(operations, items);
    }

    /** Whether a proof failed that should have held. */
    boolean hasFailures() {
        return matrices().stream().flatMap(Matrix::cells).anyMatch(cell -> cell.state() == Cell.State.FAILED);
    }

    /** The page with the evidence behind each cell, for a browser. */
    String html() {
        return rendered("conformance.html.mustache");
    }

    /** The same as Markdown. */
    String markdown() {
        return rendered("conformance.md.mustache");
    }

    /** The tables alone, with nothing in them that differs from machine to machine. */
    String summary() {
        return rendered("summary.md.mustache");
    }

    /** Writes {@code conformance.html} and {@code conformance.md}. */
    void write(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("conformance.html"), html());
            Files.writeString(folder.resolve("conformance.md"), markdown());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String rendered(String template) {
        StringWriter text = new StringWriter();
        Map<String, Object> values = Map.of(
                "run",
                run,
                "remarks",
                remarks(),
                "tables",
                List.of(table("Operations", operations), table("Item types", items)));
        TEMPLATES.compile(template).execute(text, values);
        return text.toString();
    }

    private static List<Map<String, Object>> remarks() {
        return Remark.collected().entrySet().stream()
                .map(list -> Map.<String, Object>of("section", list.getKey(), "remarks", list.getValue()))
                .toList();
    }

    private static Map<String, Object> table(String title, Matrix matrix) {
        return Map.of(
                "title",
                title,
                "id",
                matrix.subject().name().toLowerCase(Locale.ROOT),
                "checks",
                matrix.checks().stream()
                        .map(check -> Map.of("title", check.title(), "meaning", check.meaning()))
                        .toList(),
                "rows",
                matrix.rows().stream().map(Report::row).toList());
    }

    private static Map<String, Object> row(Matrix.Row row) {
        return Map.of(
                "name",
                row.name(),
                "title",
                row.title(),
                "cells",
                row.cells().stream().map(Report::cell).toList());
    }

    private static Map<String, Object> cell(Cell cell) {
        return Map.ofEntries(
                entry("id", cell.row() + "-" + cell.check().name()),
                entry("check", cell.check().title()),
                entry("state", cell.state().name().toLowerCase(Locale.ROOT)),
                entry("text", cell.text()),
                entry("reason", cell.reason().orElse("")),
                entry("shown", cell.shown()),
                entry("failed", cell.failed()),
                entry("skipped", cell.skipped()),
                entry("anyShown", !cell.shown().isEmpty()),
                entry("anyFailed", !cell.failed().isEmpty()),
                entry("anySkipped", !cell.skipped().isEmpty()));
    }
}
