package dev.parley.runtime.body;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a document says about the members of a form or a multipart body beyond the rules that hold without it: scalars are
 * text, arrays are repeated, objects are JSON, files are files. Filled by generated code before it is used.
 */
public final class FormEncoding {

    /** How arrays and objects are spread over pairs. */
    public enum Style {
        /** Arrays as repeated pairs or with commas, members of objects as pairs of their own or with commas. */
        FORM(","),
        /** Arrays with spaces between the elements. */
        SPACE_DELIMITED(" "),
        /** Arrays with bars between the elements. */
        PIPE_DELIMITED("|"),
        /** Members of objects as {@code name[member]}, elements of arrays as {@code name[0]}. */
        DEEP_OBJECT(",");

        private final String separator;

        Style(String separator) {
            this.separator = separator;
        }

        String separator() {
            return separator;
        }
    }

    /**
     * What is said about one member.
     *
     * @param contentType its media type, or several with commas between them; null if nothing is said
     * @param style null if nothing is said
     * @param explode whether elements and members become pairs of their own
     */
    record Rule(@Nullable String contentType, @Nullable Style style, boolean explode, Map<String, String> headers) {
        private static final Rule NONE = new Rule(null, null, true, Map.of());
    }

    private final Map<String, Rule> rules = new HashMap<>();
    private boolean brackets;

    /** Makes an encoding that says nothing. */
    public FormEncoding() {}

    /** Sets the media type of a member, or several of which the first counts for what has none of its own. */
    public FormEncoding contentType(String member, String contentType) {
        Rule rule = of(member);
        rules.put(member, new Rule(contentType, rule.style, rule.explode, rule.headers));
        return this;
    }

    /** Sets the style of a member. */
    public FormEncoding style(String member, Style style, boolean explode) {
        Rule rule = of(member);
        rules.put(member, new Rule(rule.contentType, style, explode, rule.headers));
        return this;
    }

    /** Adds a header to the part of a member in a multipart body. */
    public FormEncoding header(String member, String name, String value) {
        Rule rule = of(member);
        Map<String, String> headers = new LinkedHashMap<>(rule.headers);
        headers.put(name, value);
        rules.put(member, new Rule(rule.contentType, rule.style, rule.explode, headers));
        return this;
    }

    /** Lets arrays that nothing is said about go out as {@code name[]} for each element. */
    public FormEncoding brackets() {
        brackets = true;
        return this;
    }

    Rule of(String member) {
        return rules.getOrDefault(member, Rule.NONE);
    }

    /** Returns the name that each element of an array has. */
    String elementName(String member) {
        return brackets && !member.endsWith("[]") ? member + "[]" : member;
    }
}
