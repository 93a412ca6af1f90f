package dev.parley.runtime.error;

import dev.parley.runtime.http.HttpHeaders;

/** Says of a body that cannot be read that it is encoded: servers and proxies compress what nobody asked them to. */
final class ContentEncoding {
    private static final String HEADER = "content-encoding";

    private ContentEncoding() {}

    /** Returns words to be added to a message, none if the headers of the answer name no encoding. */
    static String note(HttpHeaders headers) {
        String value = headers.first(HEADER);
        if (value == null || value.isBlank() || value.strip().equalsIgnoreCase("identity")) {
            return "";
        }
        return "; its " + HEADER + " is " + LogText.of(value.strip(), 40) + ", which this client does not decode";
    }
}
