package dev.parley.generator.model;

/**
 * The identity of a declaration: the place in the document that it comes from.
 *
 * @param pointer a JSON pointer (RFC 6901) such as {@code /components/schemas/Message}
 */
public record DeclarationId(String pointer) {}
