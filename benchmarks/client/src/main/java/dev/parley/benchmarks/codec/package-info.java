/** Decoding and encoding: the generated codecs beside JSON libraries and the official SDK. */
@NullMarked
package dev.parley.benchmarks.codec;

import org.jspecify.annotations.NullMarked;
