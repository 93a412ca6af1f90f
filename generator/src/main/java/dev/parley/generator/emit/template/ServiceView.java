package dev.parley.generator.emit.template;

import java.util.List;

/**
 * What {@code service.mustache} and {@code async-service.mustache} read.
 *
 * @param source what the file was rendered from, for its header
 * @param packageName the package of the file
 * @param imports qualified names, sorted
 * @param type the name of the interface
 * @param service the name of the interface whose methods wait for their answers
 * @param doc lines of Javadoc
 * @param children the services of the resources below this one
 * @param methods the methods of the resource
 */
record ServiceView(
        String source,
        String packageName,
        List<String> imports,
        String type,
        String service,
        List<String> doc,
        List<ChildView> children,
        List<Method> methods) {

    /**
     * A method of a service.
     *
     * @param name the method
     * @param doc lines of Javadoc of the method that takes everything
     * @param shortDoc lines of Javadoc of the short forms
     * @param deprecated whether the document marks it so
     * @param returns the return type
     * @param answers whether that is a type, not {@code void}
     * @param signature the parameters of the method that takes everything
     * @param plain whether there is a form without a request, and its parameters; empty or one element
     * @param lambda whether there is a form that fills a builder; empty or one element
     */
    record Method(
            String name,
            List<String> doc,
            List<String> shortDoc,
            boolean deprecated,
            String returns,
            boolean answers,
            String signature,
            List<ShortFormView> plain,
            List<ShortFormView> lambda) {}
}
