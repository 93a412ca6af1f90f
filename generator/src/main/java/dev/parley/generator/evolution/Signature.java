package dev.parley.generator.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A line of a listing about a member.
 *
 * @param key what a compiled caller asks for, apart from the type of the result: kind, name and erased parameters
 * @param name as people say it
 * @param parameters types as written, {@code ?} where null is allowed
 * @param result the type of the result or field as written, empty where there is none
 * @param marks words such as {@code static}, {@code protected}, {@code deprecated}
 */
record Signature(String key, String name, List<String> parameters, String result, List<String> marks) {

    private static final Pattern METHOD = Pattern.compile(
            "(?:<(?<vars>.*)> )?(?<name>[A-Za-z_$][\\w$]*)\\((?<params>.*)\\)(?<marks>(?: [a-z]+)*)(?: : (?<result>.+))?");
    private static final Pattern FIELD = Pattern.compile("field (?<marks>(?:[a-z]+ )*)(?<name>\\S+) : (?<result>.+)");
    private static final Pattern CONSTANT = Pattern.compile("constant (?<marks>(?:deprecated )?)(?<name>\\S+)");

    /**
     * Reads what stands behind the type in a line.
     *
     * @throws IllegalArgumentException if it is no member
     */
    static Signature parse(String text) {
        Matcher constant = CONSTANT.matcher(text);
        if (constant.matches()) {
            String name = constant.group("name");
            return new Signature("constant " + name, name, List.of(), "", words(constant.group("marks")));
        }
        Matcher field = FIELD.matcher(text);
        if (field.matches()) {
            String name = field.group("name");
            return new Signature("field " + name, name, List.of(), field.group("result"), words(field.group("marks")));
        }
        Matcher method = METHOD.matcher(text);
        if (!method.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no signature");
        }
        List<String> parameters = split(method.group("params"));
        String name = method.group("name");
        String erased = parameters.stream().map(Signature::erased).collect(Collectors.joining(", ", "(", ")"));
        String result = method.group("result");
        return new Signature(
                name + erased, name + erased, parameters, result == null ? "" : result, words(method.group("marks")));
    }

    boolean is(String mark) {
        return marks.contains(mark);
    }

    /** Returns a type without its arguments and its question mark, as compiled callers know it. */
    static String erased(String type) {
        StringBuilder erased = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < type.length(); i++) {
            char c = type.charAt(i);
            depth += c == '<' ? 1 : 0;
            if (depth == 0 && c != '?') {
                erased.append(c);
            }
            depth -= c == '>' ? 1 : 0;
        }
        return erased.toString().strip();
    }

    /** Returns a type with its arguments, without any question mark that says that null is allowed. */
    static String withoutNulls(String type) {
        return type.replaceAll("(?<=[\\w>\\]])\\?", "");
    }

    /** Splits types at the commas between them. */
    static List<String> split(String types) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < types.length(); i++) {
            char c = types.charAt(i);
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(types.substring(start, i).strip());
                start = i + 1;
            }
        }
        if (!types.isBlank()) {
            parts.add(types.substring(start).strip());
        }
        return parts;
    }

    private static List<String> words(String marks) {
        return marks.isBlank() ? List.of() : List.of(marks.strip().split(" "));
    }
}
