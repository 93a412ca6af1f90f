package dev.parley.generator.emit.layout;

import java.util.ArrayList;
import java.util.List;

/** Breaks a line of code that is too long, outside of string literals. */
final class LineBreaker {

    private static final String CONTINUATION = "        ";

    private LineBreaker() {}

    /** Returns the line, or what it was broken into. A comment, or a line without a place to break, stays as it is. */
    static List<String> breakLine(String line) {
        String code = line.stripLeading();
        if (line.length() <= SourceLayout.WIDTH || code.startsWith("*") || code.startsWith("/")) {
            return List.of(line);
        }
        String indent = line.substring(0, line.length() - code.length());
        int place = place(line, indent.length());
        if (place < 0) {
            return List.of(line);
        }
        List<String> lines = new ArrayList<>();
        lines.add(line.substring(0, place).stripTrailing());
        String rest = indent + CONTINUATION + line.substring(place).stripLeading();
        lines.addAll(breakRest(rest));
        return lines;
    }

    /** What follows the first break keeps the deeper indentation. */
    private static List<String> breakRest(String rest) {
        List<String> lines = new ArrayList<>();
        int indent = rest.length() - rest.stripLeading().length();
        String line = rest;
        while (line.length() > SourceLayout.WIDTH) {
            int place = lastPlace(line, indent);
            if (place < 0) {
                break;
            }
            lines.add(line.substring(0, place).stripTrailing());
            line = rest.substring(0, indent) + line.substring(place).stripLeading();
        }
        lines.add(line);
        return lines;
    }

    /** The first place behind which everything fits on one line; if there is none, the last place that fits. */
    private static int place(String line, int indent) {
        for (int place : places(line, indent)) {
            if (indent + CONTINUATION.length() + line.length() - place <= SourceLayout.WIDTH) {
                return place;
            }
        }
        return lastPlace(line, indent);
    }

    private static int lastPlace(String line, int indent) {
        List<Integer> places = places(line, indent);
        return places.isEmpty() ? -1 : places.get(places.size() - 1);
    }

    private static List<Integer> places(String line, int indent) {
        List<Integer> places = new ArrayList<>();
        boolean quoted = false;
        int first = indent + CONTINUATION.length();
        for (int i = indent; i < Math.min(line.length(), SourceLayout.WIDTH); i++) {
            char c = line.charAt(i);
            if (quoted) {
                if (c == '\\') {
                    i++;
                } else {
                    quoted = c != '"';
                }
            } else if (c == '"') {
                quoted = true;
            } else if (i >= first && (c == ' ' && breaksAt(line, i) || c == '(' && line.charAt(i + 1) != ')')) {
                places.add(i + 1);
            }
        }
        return places;
    }

    /** After a comma, an arrow or an assignment, and before an operator of a condition. */
    private static boolean breaksAt(String line, int space) {
        return line.startsWith(",", space - 1)
                || line.startsWith("->", space - 2)
                || line.startsWith(" = ", space - 2)
                || line.startsWith(" ? ", space)
                || line.startsWith(" : ", space);
    }
}
