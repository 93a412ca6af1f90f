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
 * @param setup the links of the chain, the last one ending in a parenthesis and a semicolon, that says what the document says
 * @param hasServers whether {@code servers} has any
 * @param servers lines of Javadoc that name the servers of the document; empty where there is one at most
 * @param credentials settings by which calls say who they are
 * @param variables settings that are variables of the server
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
        List<String> setup,
        boolean hasServers,
        List<String> servers,
        List<Credential> credentials,
        List<Variable> variables,
        String baseUrlVariable,
        String baseUrlProperty,
        List<Option> options,
        List<ChildView> children) {

    /**
     * A setting by which calls say who they are.
     *
     * @param name the builder method
     * @param scheme the name of the scheme as a Java string literal
     * @param variable the environment variable
     * @param property the system property
     * @param doc lines of Javadoc
     * @param basic whether it is a user and a password; empty or one element, the name of the method
     */
    record Credential(
            String name, String scheme, String variable, String property, List<String> doc, List<String> basic) {}

    /**
     * A setting that is a variable of the server.
     *
     * @param name the builder method
     * @param arguments what follows the value in a call: the literals that are allowed, each behind a comma
     * @param variable the variable as a Java string literal
     * @param doc lines of Javadoc
     */
    record Variable(String name, String arguments, String variable, List<String> doc) {}

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
