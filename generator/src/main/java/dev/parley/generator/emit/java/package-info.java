/**
 * Emits the types whose shape follows the document: records, unions, open enums, requests, and their codecs, with JavaPoet.
 *
 * <p>The only package that imports JavaPoet. An emitter that needs a fact finds it in the model; none looks at a schema.
 */
@NullMarked
package dev.parley.generator.emit.java;

import org.jspecify.annotations.NullMarked;
