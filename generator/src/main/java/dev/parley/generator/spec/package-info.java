/**
 * Reads an OpenAPI document and its overlays into the parser's model: limited, checked, nothing fetched.
 *
 * <p>The document is untrusted input. Knows files and the raw tree, never what a client looks like.
 */
@NullMarked
package dev.parley.generator.spec;

import org.jspecify.annotations.NullMarked;
