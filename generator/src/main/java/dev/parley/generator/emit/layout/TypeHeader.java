package dev.parley.generator.emit.layout;

import java.util.ArrayList;
import java.util.List;

/** The header of a type, from its modifiers to its opening brace, on one line where it fits and on several where not. */
final class TypeHeader {

    private static final String CONTINUATION = "        ";

    private TypeHeader() {}

    /**
     * Breaks a header before its components, {@code extends}, {@code implements} and {@code permits}.
     *
     * @param header the whole header on one line, with its indentation
     */
    static List<String> layout(String header) {
        if (header.length() <= SourceLayout.WIDTH) {
            return List.of(header);
        }
        String indent =
                header.substring(0, header.length() - header.stripLeading().length());
        List<String> lines = new ArrayList<>();
        String rest = header;
        int open = header.indexOf('(');
        if (open >= 0) {
            int close = header.lastIndexOf(')');
            lines.add(header.substring(0, open + 1));
            List<String> components = split(header.substring(open + 1, close));
            for (int i = 0; i < components.size(); i++) {
                String end = i == components.size() - 1 ? ")" : ",";
                lines.add(indent + CONTINUATION + components.get(i) + end);
            }
            rest = header.substring(close + 1);
        } else {
            int clause = firstClause(header);
            lines.add(header.substring(0, clause));
            rest = header.substring(clause);
        }
        addClauses(rest.strip(), indent, lines);
        return lines;
    }

    private static int firstClause(String header) {
        int first = header.length() - 2;
        for (String word : List.of(" extends ", " implements ", " permits ")) {
            int at = header.indexOf(word);
            first = at >= 0 ? Math.min(first, at) : first;
        }
        return first;
    }

    private static void addClauses(String clauses, String indent, List<String> lines) {
        if (clauses.equals("{") || clauses.equals("{}")) {
            lines.set(lines.size() - 1, lines.get(lines.size() - 1) + " " + clauses);
            return;
        }
        int permits = clauses.indexOf("permits ");
        if (permits != 0) {
            String first = permits < 0 ? clauses : clauses.substring(0, permits).strip();
            lines.add(indent + CONTINUATION + first);
        }
        if (permits >= 0) {
            addPermits(clauses.substring(permits), indent, lines);
        }
    }

    private static void addPermits(String clause, String indent, List<String> lines) {
        if (indent.length() + CONTINUATION.length() + clause.length() <= SourceLayout.WIDTH) {
            lines.add(indent + CONTINUATION + clause);
            return;
        }
        String brace = clause.endsWith("{}") ? " {}" : " {";
        List<String> types = split(clause.substring("permits ".length(), clause.length() - brace.length()));
        for (int i = 0; i < types.size(); i++) {
            String start = i == 0 ? "permits " : "        ";
            lines.add(indent + CONTINUATION + start + types.get(i) + (i == types.size() - 1 ? brace : ","));
        }
    }

    /** Splits at commas that stand outside of angle brackets. */
    private static List<String> split(String list) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(list.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(list.substring(start).strip());
        return parts;
    }
}
