package dev.parley.generator.emit.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The layout that JavaPoet and templates do not give: headers of long types with one component or subtype a line, comments of
 * one line on one line, fields without blank lines between them, and no line of code beyond 120 characters.
 */
public final class SourceLayout {

    /** The longest line of code, in characters. */
    public static final int WIDTH = 120;

    private static final Pattern HEADER =
            Pattern.compile(" *((public|private|static|final|sealed) )*(record|interface|enum|class) \\w+\\b.*");

    private static final Pattern CONSTANT = Pattern.compile(" +[A-Z][A-Z0-9_]*\\(\".*\"\\),");

    private static final Pattern SPACED = Pattern.compile("(?<=\\.) (@(org\\.jspecify\\.annotations\\.)?Nullable )");

    private static final Pattern FIELD = Pattern.compile(" +private (?!static ).*;");

    private final List<String> input;
    private final List<String> output = new ArrayList<>();
    private int next;

    private SourceLayout(String source) {
        this.input = source.lines().toList();
    }

    /** Returns the source of one file in its final layout. */
    public static String of(String source) {
        return new SourceLayout(source).layout();
    }

    private String layout() {
        while (next < input.size()) {
            String line = input.get(next++);
            if (isComment()) {
                addComment(line);
            } else if (isHeader(line)) {
                addHeader(line);
            } else if (!isNeedlessBlank(line)) {
                addCode(line);
            }
        }
        return String.join("\n", output) + "\n";
    }

    /** Most lines end like no header does, and the expression takes its time. */
    private static boolean isHeader(String line) {
        boolean mayBe = !line.endsWith(";") && !line.isBlank();
        return mayBe && HEADER.matcher(line).matches();
    }

    /** Whether the line just taken opens a comment whose last line holds nothing but its end; others stay as they are. */
    private boolean isComment() {
        if (!input.get(next - 1).strip().equals("/**")) {
            return false;
        }
        int end = next;
        while (end < input.size() && !input.get(end).contains("*/")) {
            end++;
        }
        return end < input.size() && input.get(end).strip().equals("*/");
    }

    private void addComment(String open) {
        List<String> lines = new ArrayList<>();
        for (String line = input.get(next++); !line.strip().equals("*/"); line = input.get(next++)) {
            lines.add(line.stripTrailing());
        }
        String text = lines.size() == 1 ? lines.get(0).strip().substring(1) : "";
        if (!text.isEmpty() && open.length() + text.length() + " */".length() <= WIDTH) {
            output.add(open + text + " */");
        } else {
            output.add(open);
            lines.forEach(this::addCommentLine);
            output.add(open.replace("/**", " */"));
        }
    }

    /** Prose is broken where it is made, for the usual depth of nesting; deeper in, a line may need one break more. */
    private void addCommentLine(String line) {
        int place = line.length() <= WIDTH ? -1 : line.lastIndexOf(' ', WIDTH);
        int text = line.indexOf("* ") + 2;
        if (place <= text) {
            output.add(line);
        } else {
            output.add(line.substring(0, place));
            addCommentLine(line.substring(0, text) + line.substring(place + 1));
        }
    }

    private void addHeader(String line) {
        StringBuilder header = new StringBuilder(line);
        int end = next;
        while (!isComplete(header) && end < input.size()) {
            header.append(' ').append(input.get(end++).strip());
        }
        if (!isComplete(header) || header.indexOf("//") >= 0) {
            addCode(line);
            return;
        }
        next = end;
        output.addAll(TypeHeader.layout(joinedBraces(unspaced(header.toString()))));
        boolean isTopLevel = !line.startsWith(" ");
        if (isTopLevel
                && header.toString().endsWith("{")
                && next < input.size()
                && !input.get(next).isBlank()) {
            output.add("");
        }
    }

    private static boolean isComplete(CharSequence header) {
        char last = header.charAt(header.length() - 1);
        return last == '{' || last == '}';
    }

    private void addCode(String line) {
        output.addAll(LineBreaker.breakLine(joinedBraces(unspaced(line))));
    }

    /** An empty body is written {@code {}}. */
    private String joinedBraces(String line) {
        if (line.endsWith("{") && next < input.size() && input.get(next).strip().equals("}")) {
            next++;
            return line + "}";
        }
        return line;
    }

    /** JavaPoet writes {@code Message. @Nullable Content}, and the {@code static} that a record always is. */
    private static String unspaced(String line) {
        String spaced = line.contains(". @") ? SPACED.matcher(line).replaceAll("$1") : line;
        return spaced.replace("public static record ", "public record ");
    }

    /** Neither fields nor constants of an enum are set apart from each other, unless a comment stands between them. */
    private boolean isNeedlessBlank(String line) {
        if (!line.isBlank() || output.isEmpty() || next >= input.size()) {
            return false;
        }
        String before = output.get(output.size() - 1);
        String after = input.get(next);
        return FIELD.matcher(before).matches() && FIELD.matcher(after).matches()
                || CONSTANT.matcher(before).matches() && !after.strip().equals("/**");
    }
}
