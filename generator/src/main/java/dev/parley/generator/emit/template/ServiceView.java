package dev.parley.generator.emit.template;

import java.util.List;

/**
 * What {@code service.mustache} and {@code http-service.mustache} read.
 *
 * @param source what the file was rendered from, for its header
 * @param packageName the package of the file
 * @param imports qualified names, sorted
 * @param type the name of the type that the file declares
 * @param service the name of the service interface
 * @param doc lines of Javadoc
 * @param children the services of the resources below this one
 * @param operations the operations of the resource
 */
record ServiceView(
        String source,
        String packageName,
        List<String> imports,
        String type,
        String service,
        List<String> doc,
        List<Child> children,
        List<OperationView> operations) {

    /**
     * A service below this one.
     *
     * @param service the name of its interface
     * @param http the name of the class behind it
     * @param accessor the method that leads to it
     * @param path its resource names joined with dots, as Javadoc text
     */
    record Child(String service, String http, String accessor, String path) {}
}
