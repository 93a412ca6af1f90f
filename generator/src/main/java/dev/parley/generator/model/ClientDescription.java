package dev.parley.generator.model;

import java.util.List;

/**
 * The entry point of the client.
 *
 * @param name what to call the class
 * @param title the title of the document
 * @param documentation the prose of the document
 * @param baseUrl the URL of the first server, without a trailing slash, or empty
 * @param apiKeyVariable the environment variable of the credential
 * @param baseUrlVariable the environment variable that overrides {@code baseUrl}
 * @param templates the set of templates, beside those for every client, that the document asks for; empty for none
 * @param headers further settings that go out as headers with every call
 */
public record ClientDescription(
        NameHint name,
        String title,
        Documentation documentation,
        String baseUrl,
        String apiKeyVariable,
        String baseUrlVariable,
        String templates,
        List<HeaderOption> headers) {

    public ClientDescription {
        headers = List.copyOf(headers);
    }

    /**
     * A setting of the client that goes out as a header.
     *
     * @param option what the builder method is called
     * @param header the name of the header
     * @param variable the environment variable that it is read from
     * @param documentation what it is
     */
    public record HeaderOption(NameHint option, String header, String variable, Documentation documentation) {}
}
