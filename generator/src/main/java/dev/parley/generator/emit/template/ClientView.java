package dev.parley.generator.emit.template;

import java.util.List;

/**
 * What {@code client.mustache} reads.
 *
 * @param source what the file was rendered from, for its header
 * @param packageName the package of the file
 * @param imports qualified names, sorted
 * @param type the name of the client class
 * @param async the name of the class that is the client without blocking
 * @param calls the name of the class that leads to the calls of all resources
 * @param doc lines of Javadoc
 * @param baseUrl the URL of the first server as a Java string literal; empty or one element
 * @param apiKeyVariable the environment variable of the credential
 * @param apiKeyProperty the system property of the credential
 * @param baseUrlVariable the environment variable of the base URL
 * @param baseUrlProperty the system property of the base URL
 * @param options settings that go out as headers
 * @param children the services of the top-level resources
 */
record ClientView(
        String source,
        String packageName,
        List<String> imports,
        String type,
        String async,
        String calls,
        List<String> doc,
        List<String> baseUrl,
        String apiKeyVariable,
        String apiKeyProperty,
        String baseUrlVariable,
        String baseUrlProperty,
        List<Option> options,
        List<ChildView> children) {

    /**
     * A setting that goes out as a header.
     *
     * @param name the builder method
     * @param header the header as a Java string literal
     * @param variable the environment variable
     * @param property the system property
     * @param doc lines of Javadoc
     */
    record Option(String name, String header, String variable, String property, List<String> doc) {}
}
