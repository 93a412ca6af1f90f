package dev.parley.generator.emit.template;

import java.util.List;

/**
 * What {@code http-service.mustache} and {@code http-async-service.mustache} read.
 *
 * @param source what the file was rendered from, for its header
 * @param packageName the package of the file
 * @param imports qualified names, sorted
 * @param type the name of the class
 * @param service the interface that it implements
 * @param calls the class that makes the calls
 * @param hasChildren whether there are services below this one
 * @param hasMethods whether the resource has methods
 * @param children the services of the resources below this one
 * @param methods the methods of the resource
 */
record HttpServiceView(
        String source,
        String packageName,
        List<String> imports,
        String type,
        String service,
        String calls,
        boolean hasChildren,
        boolean hasMethods,
        List<ChildView> children,
        List<Method> methods) {

    /**
     * A method that sends a call: exactly one of {@code page}, {@code events}, {@code value} and {@code nothing} holds.
     *
     * @param name the method
     * @param deprecated whether the document marks it so
     * @param returns the return type
     * @param signature the parameters
     * @param call an expression that makes the call
     * @param page how a page is made of the answer; empty or one element
     * @param events whether the answer is read event by event
     * @param value whether the answer is a value
     * @param nothing whether the answer has no content
     */
    record Method(
            String name,
            boolean deprecated,
            String returns,
            String signature,
            String call,
            List<Page> page,
            boolean events,
            boolean value,
            boolean nothing) {}

    /**
     * How a page is made.
     *
     * @param type the page type
     * @param arguments the path arguments of the next call, each with a comma behind it
     */
    record Page(String type, String arguments) {}
}
