/**
 * Turns prose of a document (Markdown, untrusted) into text of a Javadoc comment.
 *
 * <p>The only place where text of a document becomes part of a comment; nothing that leaves here can end the comment, open a
 * tag of Javadoc or HTML of its own, or be taken for a Unicode escape.
 */
@NullMarked
package dev.parley.generator.prose;

import org.jspecify.annotations.NullMarked;
