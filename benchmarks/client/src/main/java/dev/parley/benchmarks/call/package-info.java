/** Calls per second, latency, and what one call costs, of clients in processes of their own. */
@NullMarked
package dev.parley.benchmarks.call;

import org.jspecify.annotations.NullMarked;
