package dev.parley.generator.instances;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes up strings: of a known format, of a simple pattern, else what texts of the world are full of. */
final class StringInstances {

    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "Hello, world!",
            "two\nlines\tand a tab",
            "\u0000\u0001\u001f\u007f\b\f",
            "\"",
            "\\",
            "\\u0041 \\\" \\\\n",
            "\uD83D\uDE00 \uD835\uDD4A \uDBFF\uDFFF",
            "\uD83D\uDC69\u200D\uD83D\uDCBB",
            "\u05E9\u05DC\u05D5\u05DD \u202Eabc\u202C \u0645\u0631\u062D\u0628\u0627",
            "a\u2028b\u2029c\u0085d",
            "\uFEFFbom \uFFFD \uFFFF \uFFFE",
            "e\u0301 \u00e9 \u00df \u0130",
            "null",
            "true",
            "-1.5e3",
            "{\"type\":\"x\"}",
            "</script><!-- ]]> ${x} {{y}} %s /* */",
            "x".repeat(300));
    private static final Map<String, List<String>> FORMATS = Map.of(
            "date", List.of("2026-11-22", "1970-01-01", "2024-02-29"),
            "date-time", List.of("2026-11-22T18:10:52Z", "1985-04-12T23:20:50.52+01:00"),
            "time", List.of("18:10:52Z"),
            "duration", List.of("P1DT2H", "PT0.5S"),
            "uuid", List.of("123e4567-e89b-12d3-a456-426614174000"),
            "uri", List.of("https://example.com/a?b=c#d", "urn:isbn:0451450523"),
            "url", List.of("https://example.com/"),
            "email", List.of("someone@example.com"),
            "byte", List.of("", "QQ==", "AP/+"),
            "ipv4", List.of("192.0.2.1"));
    private static final Pattern PIECE = Pattern.compile(
            "(\\[\\^?(?:\\\\.|[^\\]\\\\])+]|\\\\[dwsDWS.\\-/+*?()\\[\\]{}$^|\\\\]|[^\\\\\\[\\](){}*+?|^$])(\\{\\d+(?:,\\d*)?}|[*+?])?");

    private StringInstances() {}

    static String any(Draw draw) {
        return draw.pick(TEXTS);
    }

    static String of(Conjunction schema, Draw draw) {
        int least = schema.least("minLength", 0);
        int most = schema.most("maxLength", Integer.MAX_VALUE);
        if (least > most) {
            throw new Impossible("minLength");
        }
        List<String> patterns =
                schema.all("pattern").stream().map(JsonNode::asText).toList();
        if (!patterns.isEmpty()) {
            String text = matching(patterns.get(0), least, most, draw);
            if (patterns.stream().allMatch(pattern -> matches(pattern, text))) {
                return text;
            }
            throw new Impossible("patterns");
        }
        List<String> known = FORMATS.get(schema.text("format"));
        return fitted(known == null ? any(draw) : draw.pick(known), least, most);
    }

    private static String fitted(String text, int least, int most) {
        int length = text.codePointCount(0, text.length());
        if (length > most) {
            return text.substring(0, text.offsetByCodePoints(0, most));
        }
        return length < least ? text + "\u00fc".repeat(least - length) : text;
    }

    /**
     * Returns a string that a pattern matches.
     *
     * @throws Impossible if the pattern is more than a sequence of characters and classes
     */
    static String matching(String pattern, int least, int most, Draw draw) {
        String body = pattern.replaceAll("^\\^|(?<!\\\\)\\$$", "");
        Matcher piece = PIECE.matcher(body);
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < body.length() && piece.find(at) && piece.start() == at) {
            int[] times = times(piece.group(2));
            int room = Math.max(times[0], Math.min(times[1], Math.max(least, times[0] + 6)));
            int count = times[0] + draw.below(room - times[0] + 1);
            if (piece.group(2) != null && times[1] > 1000) {
                count = Math.max(count, Math.min(least, 200));
                count = Math.min(count, Math.max(times[0], most));
            }
            for (int i = 0; i < count; i++) {
                text.append(character(piece.group(1), draw));
            }
            at = piece.end();
        }
        String made = text.toString();
        int length = made.codePointCount(0, made.length());
        if (at < body.length() || !matches(pattern, made) || length < least || length > most) {
            throw new Impossible("pattern " + pattern);
        }
        return made;
    }

    private static boolean matches(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).find();
    }

    private static int[] times(String quantifier) {
        if (quantifier == null) {
            return new int[] {1, 1};
        }
        return switch (quantifier.charAt(0)) {
            case '*' -> new int[] {0, Integer.MAX_VALUE};
            case '+' -> new int[] {1, Integer.MAX_VALUE};
            case '?' -> new int[] {0, 1};
            default -> {
                String[] bounds =
                        quantifier.substring(1, quantifier.length() - 1).split(",", -1);
                int low = Integer.parseInt(bounds[0]);
                int high = bounds.length == 1
                        ? low
                        : bounds[1].isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(bounds[1]);
                yield new int[] {low, high};
            }
        };
    }

    private static char character(String piece, Draw draw) {
        if (piece.length() == 1) {
            return piece.equals(".") ? 'x' : piece.charAt(0);
        }
        Pattern one = Pattern.compile(piece);
        int start = draw.below(95);
        for (int i = 0; i < 95; i++) {
            char candidate = (char) (' ' + (start + i) % 95);
            if (one.matcher(String.valueOf(candidate)).matches()) {
                return candidate;
            }
        }
        throw new Impossible("pattern " + piece);
    }
}
