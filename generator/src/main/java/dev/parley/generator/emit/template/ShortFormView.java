package dev.parley.generator.emit.template;

/**
 * A form of a method that leads to the one that takes everything.
 *
 * @param parameters the parameters of the form
 * @param arguments the path arguments that it passes on, each with a comma behind it
 * @param request the type of the request
 * @param discouraged whether the document marks the operation or the request as deprecated
 */
record ShortFormView(String parameters, String arguments, String request, boolean discouraged) {}
