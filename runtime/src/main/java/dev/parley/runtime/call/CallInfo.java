package dev.parley.runtime.call;

/**
 * What is called, without any value of the call: fit for the name of a metric or a span.
 *
 * @param operation the name of the operation, such as {@code conversations.retrieve}
 * @param method the HTTP method
 * @param pathTemplate the path with its parameters unfilled, such as {@code /conversations/{conversation_id}}
 */
public record CallInfo(String operation, String method, String pathTemplate) {}
