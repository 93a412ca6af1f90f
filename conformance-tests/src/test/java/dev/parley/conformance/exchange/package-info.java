/** Exchanges of the API as files: their format, and the recorder that writes them. */
@NullMarked
package dev.parley.conformance.exchange;

import org.jspecify.annotations.NullMarked;
