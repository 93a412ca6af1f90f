package dev.parley.runtime.body;

import dev.parley.runtime.body.FormEncoding.Rule;
import dev.parley.runtime.body.FormEncoding.Style;
import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonNull;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * The members of a form as pairs of a name and a text. Nulls are left out: a form has no way to say null.
 *
 * <p>Where the document states no style, arrays are repeated pairs and objects are JSON.
 */
public final class FormPairs {
    private final FormValue value;
    private final FormEncoding encoding;
    private final List<Map.Entry<String, String>> pairs = new ArrayList<>();

    private FormPairs(FormValue value, FormEncoding encoding) {
        this.value = value;
        this.encoding = encoding;
    }

    /**
     * Returns a body of type {@code application/x-www-form-urlencoded}.
     *
     * @throws IllegalArgumentException if there is a file in it
     */
    public static byte[] encode(FormValue value, FormEncoding encoding) {
        FormPairs form = new FormPairs(value, encoding);
        value.members().members().forEach(form::add);
        StringJoiner text = new StringJoiner("&");
        for (Map.Entry<String, String> pair : form.pairs) {
            text.add(encoded(pair.getKey()) + "=" + encoded(pair.getValue()));
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns the pairs of one member. */
    static List<Map.Entry<String, String>> of(FormValue value, FormEncoding encoding, String name, JsonValue member) {
        FormPairs form = new FormPairs(value, encoding);
        form.add(name, member);
        return form.pairs;
    }

    /** Returns a scalar as it stands in text: a string without quotes, anything else as JSON. */
    static String text(JsonValue value) {
        return value instanceof JsonString string ? string.value() : value.toJson();
    }

    private static String encoded(String text) {
        StrictUtf8.require(text);
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void add(String name, JsonValue member) {
        value.requireNoFile(name, member);
        Rule rule = encoding.of(name);
        Style style = rule.style();
        if (style != null) {
            styled(name, member, style, rule.explode());
        } else if (member instanceof JsonArray array && rule.contentType() == null) {
            array.values().forEach(element -> pair(encoding.elementName(name), element));
        } else {
            pair(name, member);
        }
    }

    private void styled(String name, JsonValue member, Style style, boolean explode) {
        if (style == Style.DEEP_OBJECT) {
            deep(name, member);
        } else if (member instanceof JsonArray array) {
            if (explode) {
                array.values().forEach(element -> pair(name, element));
            } else {
                joined(name, array.values(), style);
            }
        } else if (member instanceof JsonObject object) {
            if (explode) {
                object.members().forEach(this::pair);
            } else {
                List<JsonValue> flat = new ArrayList<>();
                object.members().forEach((key, inner) -> {
                    flat.add(new JsonString(key));
                    flat.add(inner);
                });
                joined(name, flat, style);
            }
        } else {
            pair(name, member);
        }
    }

    private void deep(String name, JsonValue member) {
        if (member instanceof JsonObject object) {
            object.members().forEach((key, inner) -> deep(name + "[" + key + "]", inner));
        } else if (member instanceof JsonArray array) {
            for (int i = 0; i < array.values().size(); i++) {
                deep(name + "[" + i + "]", array.values().get(i));
            }
        } else {
            pair(name, member);
        }
    }

    private void joined(String name, List<JsonValue> values, Style style) {
        if (!values.isEmpty()) {
            StringJoiner text = new StringJoiner(style.separator());
            values.forEach(each -> text.add(text(each)));
            pairs.add(Map.entry(name, text.toString()));
        }
    }

    private void pair(String name, JsonValue member) {
        if (!(member instanceof JsonNull)) {
            pairs.add(Map.entry(name, text(member)));
        }
    }
}
