package dev.parley.jackson2;

import java.util.ArrayList;
import java.util.List;

/** Takes the path of a {@code DecodingException} apart. */
final class PathSteps {

    private PathSteps() {}

    /** Returns the names, as strings, and the indexes, as integers, of a path such as {@code $.data[3]['a b']}. */
    static List<Object> of(String path) {
        List<Object> steps = new ArrayList<>();
        int at = 1;
        while (at < path.length()) {
            if (path.charAt(at) == '.') {
                int end = nameEnd(path, at + 1);
                steps.add(path.substring(at + 1, end));
                at = end;
            } else if (path.charAt(at + 1) == '\'') {
                StringBuilder name = new StringBuilder();
                at = readQuoted(path, at + 2, name);
                steps.add(name.toString());
            } else {
                int end = path.indexOf(']', at);
                steps.add(Integer.valueOf(path.substring(at + 1, end)));
                at = end + 1;
            }
        }
        return steps;
    }

    private static int nameEnd(String path, int from) {
        int end = from;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
            end++;
        }
        return end;
    }

    /** Appends a name that starts after its quotation mark; returns the index after its closing bracket. */
    private static int readQuoted(String path, int from, StringBuilder name) {
        int at = from;
        while (path.charAt(at) != '\'') {
            if (path.charAt(at) != '\\') {
                name.append(path.charAt(at));
                at++;
            } else if (path.charAt(at + 1) == 'u') {
                name.append((char) Integer.parseInt(path.substring(at + 2, at + 6), 16));
                at += 6;
            } else {
                name.append(path.charAt(at + 1));
                at += 2;
            }
        }
        return at + 2;
    }
}
