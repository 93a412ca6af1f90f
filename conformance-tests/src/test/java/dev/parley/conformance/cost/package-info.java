/** What the client costs where it can be counted exactly; what it costs in time is measured in {@code benchmarks}. */
@NullMarked
package dev.parley.conformance.cost;

import org.jspecify.annotations.NullMarked;
