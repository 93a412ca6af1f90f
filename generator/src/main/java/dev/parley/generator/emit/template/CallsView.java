package dev.parley.generator.emit.template;

import java.util.List;

/**
 * What {@code calls.mustache} reads.
 *
 * @param source what the file was rendered from, for its header
 * @param packageName the package of the file
 * @param imports qualified names, sorted
 * @param type the name of the class
 * @param service the name of the interface whose methods send the calls at once
 * @param children the calls of the resources below this one
 * @param operations the operations of the resource
 * @param methods the methods of the resource
 */
record CallsView(
        String source,
        String packageName,
        List<String> imports,
        String type,
        String service,
        List<ChildView> children,
        List<OperationConstant> operations,
        List<Method> methods) {

    /**
     * A constant that names an operation.
     *
     * @param constant the name of the constant
     * @param path the operation's name, resource and verb joined with dots, as a Java string literal
     * @param httpMethod the HTTP method
     * @param template the path template, as a Java string literal
     * @param access the links of the chain that say where the operation is called and as whom, if not as the others
     */
    record OperationConstant(String constant, String path, String httpMethod, String template, String access) {}

    /**
     * A method that makes a call.
     *
     * @param name the method
     * @param doc lines of Javadoc, for all forms
     * @param deprecated whether the document marks it so
     * @param returns the return type
     * @param signature the parameters of the method that takes everything
     * @param plain whether there is a form without a request, and its parameters; empty or one element
     * @param lambda whether there is a form that fills a builder; empty or one element
     * @param refusal which requests the method refuses; empty or one element
     * @param statement lines of the statement that makes the call
     */
    record Method(
            String name,
            List<String> doc,
            boolean deprecated,
            String returns,
            String signature,
            List<ShortFormView> plain,
            List<ShortFormView> lambda,
            List<Refusal> refusal,
            List<String> statement) {}

    /**
     * Requests that a method refuses.
     *
     * @param condition an expression that is true of them
     * @param message what the exception says, as a Java string literal
     */
    record Refusal(String condition, String message) {}
}
