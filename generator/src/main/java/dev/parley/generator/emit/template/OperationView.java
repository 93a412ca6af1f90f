package dev.parley.generator.emit.template;

import java.util.List;

/**
 * One operation of a service, as text.
 *
 * @param name the method
 * @param constant the constant that holds its HTTP method and path
 * @param path the operation's name, resource and verb joined with dots, as a Java string literal
 * @param httpMethod the HTTP method
 * @param template the path template, as a Java string literal
 * @param doc lines of Javadoc of the method that takes everything
 * @param shortDoc lines of Javadoc of the short forms
 * @param deprecated whether the document marks it so
 * @param returns the return type, {@code void} if the answer has no body
 * @param answers whether the answer has a body
 * @param signature the parameters of the method that takes everything
 * @param plain whether there is a form without a request, and its parameters; empty or one element
 * @param lambda whether there is a form that fills a builder; empty or one element
 * @param sends the expression that makes the request, one call a line
 * @param decoder the decoder of the answer
 * @param page what a list operation needs beside that; empty or one element
 */
record OperationView(
        String name,
        String constant,
        String path,
        String httpMethod,
        String template,
        List<String> doc,
        List<String> shortDoc,
        boolean deprecated,
        String returns,
        boolean answers,
        String signature,
        List<ShortForm> plain,
        List<ShortForm> lambda,
        List<String> sends,
        String decoder,
        List<PageCall> page) {

    /**
     * A form that leads to the method that takes everything.
     *
     * @param parameters the parameters of the form
     * @param arguments the path arguments that it passes on, each with a comma behind it
     * @param request the type of the request
     * @param discouraged whether the document marks the operation or the request as deprecated
     */
    record ShortForm(String parameters, String arguments, String request, boolean discouraged) {}

    /**
     * How a page is made.
     *
     * @param type the page type
     * @param response the record of the answer
     * @param arguments the path arguments of the next call, each with a comma behind it
     */
    record PageCall(String type, String response, String arguments) {}
}
