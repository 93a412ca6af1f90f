package dev.parley.runtime.call;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The server that a document names: a URL with variables in braces, and their values. Immutable. */
record Server(@Nullable String template, Map<String, String> values) {
    static final Server NONE = new Server(null, Map.of());

    Server with(String variable, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(variable, value);
        return new Server(template, more);
    }

    /**
     * Returns the address.
     *
     * @throws IllegalStateException if there is no server, or none with a host, or a variable has no value
     * @throws IllegalArgumentException if the values make no address of it
     */
    BaseUrl url() {
        if (template == null) {
            throw new IllegalStateException("no base URL is set: call baseUrl(...)");
        }
        String url = template;
        for (Map.Entry<String, String> variable : values.entrySet()) {
            url = url.replace("{" + variable.getKey() + "}", variable.getValue());
        }
        if (!url.contains("://")) {
            throw new IllegalStateException(
                    "no base URL is set: call baseUrl(...); the document names '" + url + "' alone, without a host");
        }
        int open = url.indexOf('{');
        if (open >= 0) {
            throw new IllegalStateException(
                    "the server variable '" + url.substring(open + 1).split("}", 2)[0]
                            + "' is not set, and the document has no default for it: set it, or call baseUrl(...)");
        }
        return BaseUrl.parse(url);
    }
}
