/** Streams of events and walks over pages, beside peers. */
@NullMarked
package dev.parley.benchmarks.stream;

import org.jspecify.annotations.NullMarked;
