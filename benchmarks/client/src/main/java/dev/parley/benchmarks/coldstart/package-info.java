/** The start of a process: from nothing to the first page of items, over plain HTTP and over TLS. */
@NullMarked
package dev.parley.benchmarks.coldstart;

import org.jspecify.annotations.NullMarked;
