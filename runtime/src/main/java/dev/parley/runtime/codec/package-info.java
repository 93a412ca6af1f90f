/**
 * What generated codecs are written against: a reader and a writer of JSON in UTF-8, streaming, without reflection.
 *
 * <p>Exported for generated code only; an application has no business here. No exported signature may name a Jackson type.
 */
@NullMarked
package dev.parley.runtime.codec;

import org.jspecify.annotations.NullMarked;
