package dev.parley.generator.emit.template;

import java.util.List;

/**
 * What {@code client.mustache} reads.
 *
 * @param source what the file was rendered from, for its header
 * @param packageName the package of the file
 * @param imports qualified names, sorted
 * @param type the name of the client class
 * @param doc lines of Javadoc
 * @param baseUrl the URL of the first server as a Java string literal; empty or one element
 * @param apiKeyVariable the environment variable of the credential
 * @param baseUrlVariable the environment variable of the base URL
 * @param options settings that go out as headers
 * @param services the services of the top-level resources
 */
record ClientView(
        String source,
        String packageName,
        List<String> imports,
        String type,
        List<String> doc,
        List<String> baseUrl,
        String apiKeyVariable,
        String baseUrlVariable,
        List<Option> options,
        List<ServiceView.Child> services) {

    /**
     * A setting that goes out as a header.
     *
     * @param name the builder method
     * @param header the header as a Java string literal
     * @param variable the environment variable
     * @param doc lines of Javadoc
     */
    record Option(String name, String header, String variable, List<String> doc) {}
}
