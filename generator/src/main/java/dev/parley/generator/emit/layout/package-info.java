/**
 * Line breaks of generated source: what neither JavaPoet nor a template gives.
 *
 * <p>Works on text and changes nothing but line breaks and indentation.
 */
@NullMarked
package dev.parley.generator.emit.layout;

import org.jspecify.annotations.NullMarked;
