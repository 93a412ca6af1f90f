package dev.parley.generator.emit.template;

import java.util.List;

/**
 * What {@code async-client.mustache} and {@code client-calls.mustache} read.
 *
 * @param source what the file was rendered from, for its header
 * @param packageName the package of the file
 * @param imports qualified names, sorted
 * @param type the name of the class
 * @param client the name of the client class
 * @param doc lines of Javadoc
 * @param children the services, or the calls, of the top-level resources
 */
record RootView(
        String source,
        String packageName,
        List<String> imports,
        String type,
        String client,
        List<String> doc,
        List<ChildView> children) {}
